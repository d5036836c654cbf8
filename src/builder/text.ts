import type { Build } from './choices/choices.ts'

/** One of these, the simplest first. */
export function oneOf(...texts: readonly [string, ...string[]]): Build<string> {
  return (choices) => choices.pick(texts)
}

/** What a person may type in, and code forgets: other scripts, right to left, nothing, too much, not what it seems. */
export const awkward = [
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

/** The name of somebody, or of something. */
export function nameLike(simplest: string): Build<string> {
  return oneOf(simplest, 'Mira Holm', ...awkward)
}

/** What somebody wrote: a name might be it, and so might several lines. */
export function prose(simplest: string): Build<string> {
  return oneOf(simplest, 'Order 4711: where is it?', 'First line\nSecond line', 'a\r\n\tb\u2028c', ...awkward)
}

export const dates = [
  '2020-05-28T00:10:54.104318Z',
  '2026-02-03T09:15:27Z',
  '2024-02-29T23:59:59.9999999Z',
  '2026-12-31T23:59:59+00:00',
  '2026-01-01T01:00+01:00',
  '1970-01-01T00:00:00.0Z',
] as const

/** A date and time as OData writes them: with or without a fraction, seconds, an offset. */
export const dateTime: Build<string> = oneOf(...dates)

/** Yes or no. */
export const boolean: Build<boolean> = (choices) => choices.flag()
