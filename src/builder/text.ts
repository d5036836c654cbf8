import type { Build } from './choices/choices.ts'

/** Returns a builder that picks one of these texts. The first is the simplest. */
export function pickText(...texts: readonly [string, ...string[]]): Build<string> {
  return (choices) => choices.pick(texts)
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
  'C:\\temp\\',
  'Wolfeschlegelsteinhausenbergerdorff '.repeat(8).trimEnd(),
] as const

/** Returns a builder of names. */
export function nameLike(simplest: string): Build<string> {
  return pickText(simplest, 'Mira Holm', ...awkwardTexts)
}

/** Returns a builder of free text, which may have several lines. */
export function prose(simplest: string): Build<string> {
  return pickText(
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
] as const

/** Builds a date and time in OData's format, with or without a fraction, seconds and an offset. */
export const dateTime: Build<string> = pickText(...dates)

/** Builds a boolean. */
export const boolean: Build<boolean> = (choices) => choices.flag()
