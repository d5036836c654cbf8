import type { Build } from './choices/choices.ts'

/** Returns a builder that picks one of these texts. The first is the simplest. */
export function pickText(...texts: readonly [string, ...string[]]): Build<string> {
  return (choices) => choices.pick(texts)
}

/** Characters and short texts to compose texts from: plain, of code and markup, of other scripts, emoji, white space, and control characters. */
const alphabets = [
  [...'aeinorst bdKZ019-_.'],
  [...'a$&%<>"\'`\\/{}[]()#?+=;:,@|*^~', '$&', '$1', '${', '%20', '\\n', '{{', '&amp;', '--'],
  [...'aäéßİıñŁøжЯΣς漢字の가ا لא๑'],
  ['a', '😀', '👍🏽', '👩‍👩‍👧', '🏳️‍🌈', '𠮷', '𝔸', 'e\u0301', '☎️'],
  ['a', ' ', '  ', '\n', '\r\n', '\r', '\t', '\u00a0', '\u2028', '\u2029', '\u200b', '\u202e', '\ufeff'],
  ['a', '\u0000', '\u0007', '\u001b', '\u0085', '\u007f', '\ufffd', '\uffff'],
] as const

const characters = alphabets.map(
  (alphabet): Build<string> =>
    (choices) =>
      choices.pick<string>(alphabet),
)

/** Composes a text from the characters of one alphabet. */
export const composedText: Build<string> = (choices) => choices.text(choices.pick(characters))

/** Returns a builder that picks one of these texts, or composes another one. The first is the simplest. */
export function openText(...texts: readonly [string, ...string[]]): Build<string> {
  return (choices) => choices.pickOr(texts, composedText)
}

/** Composes a number with any number of digits, from 0 up to the limit, which is not included. */
export function numberBelow(limit: number): Build<number> {
  return (choices) => choices.digits(limit)
}

/** Returns a builder that picks one of these texts, or composes another one of ASCII digits. The first is the simplest. */
export function openDigits(...texts: readonly [string, ...string[]]): Build<string> {
  return (choices) => choices.pickOr(texts, (choices) => String(choices.digits(1_000_000_000_000)))
}

/** Returns a builder that picks one of these URIs, or composes one that begins like the first. */
export function openUri(...uris: readonly [string, ...string[]]): Build<string> {
  const base = uris[0].slice(0, uris[0].lastIndexOf('/') + 1)
  return (choices) => choices.pickOr(uris, (choices) => base + encodeURIComponent(composedText(choices)))
}

/** Texts that people type and code often mishandles: empty, long, right-to-left, in other scripts, or with special characters. */
export const awkwardTexts = [
  '',
  ' ',
  'Æsop Ørsted-Ångström',
  '李小龍',
  'さくら 桜',
  '김철수',
  'Владимир',
  'Αθηνά',
  'योगेश',
  'ภูมิ',
  'محمد عبد الله',
  'יִצְחָק',
  'a\u202eb',
  '👩‍👩‍👧 Family',
  '🏳️‍🌈',
  'e\u0301cole',
  'O\'Brien, "Bo" & <b>Co</b>',
  '{{name}} %s %n',
  'null',
  '0',
  '__proto__',
  'constructor',
  'toString',
  '$& $1 $$',
  '100% %zz',
  '😀'.repeat(20),
  `a${'😀'.repeat(20)}`,
  'C:\\temp\\',
  'Wolfeschlegelsteinhausenbergerdorff '.repeat(8).trimEnd(),
  // Longer than 255 characters: any cut in one of them splits a surrogate pair.
  '😀'.repeat(130),
  `a${'😀'.repeat(130)}`,
] as const

/** Returns a builder of names. */
export function nameLike(simplest: string): Build<string> {
  return openText(simplest, 'Mira Holm', ...awkwardTexts)
}

/** Returns a builder of free text, which may have several lines. */
export function prose(simplest: string): Build<string> {
  return openText(
    simplest,
    'Order 4711: where is it?',
    'First line\nSecond line',
    'a\r\n\tb\u2028c',
    ...awkwardTexts,
  )
}

/** Dates and times in OData's format, the simplest first. */
export const dates = [
  '2020-05-28T00:10:54.104318Z',
  '2026-02-03T09:15:27Z',
  '2024-02-29T23:59:59.9999999Z',
  '2026-12-31T23:59:59+00:00',
  '2026-01-01T01:00+01:00',
  '1970-01-01T00:00:00.0Z',
  '2025-12-31T20:30:00-08:00',
] as const

/** Builds a date and time in OData's format, with or without a fraction, seconds and an offset. */
export const dateTime: Build<string> = (choices) => choices.pickOr(dates, composedDate)

const millisecondsOfDay = 86_400_000

/** Composes a time from 1970 to 2099. */
const composedDate: Build<string> = (choices) => {
  const day = choices.below(47_482)
  const second = choices.below(86_400)
  const time = new Date(day * millisecondsOfDay + second * 1_000).toISOString().slice(0, 19)
  return time + choices.pick(['Z', '.5Z', '.104318Z', '.9999999Z', '+00:00', '+05:30', '-08:00'])
}

/** Builds a boolean. */
export const boolean: Build<boolean> = (choices) => choices.flag()
