import { RE2JS } from 're2js'

/** Maximum size of a regular expression: the number of characters and classes after all repetitions are written out. */
const maximumSize = 5_000

/** Compiled regular expressions by their text. */
const compiled = new Map<string, RE2JS | undefined>()
const maximumCompiled = 1_000

/**
 * Compiles a regular expression of a pact. Pacts come from others, so it must not be able to block the process: RE2 takes
 * time in proportion to the length of the text. Its syntax is close to that of Rust, in which Pact's core is written: no
 * look-around, and no backreferences.
 *
 * @returns a function that tests a text, or `undefined` if the expression is invalid or too large
 */
export function pactRegex(pattern: string): ((text: string) => boolean) | undefined {
  if (!compiled.has(pattern)) {
    if (compiled.size >= maximumCompiled) compiled.clear()
    compiled.set(pattern, compile(pattern))
  }
  const regex = compiled.get(pattern)
  // Not anchored: Pact's core searches for a match.
  return regex && ((text) => regex.test(text))
}

function compile(pattern: string): RE2JS | undefined {
  if (regexSize(pattern) > maximumSize) return undefined
  try {
    return RE2JS.compile(pattern)
  } catch {
    return undefined
  }
}

/** Estimates the size of a regular expression with its repetitions written out: `(ab){10}` has 20. */
export function regexSize(pattern: string): number {
  if (pattern.length > maximumSize) return pattern.length
  const around: number[] = []
  let size = 0
  let last = 0
  for (const [token, times] of pattern.matchAll(
    /\\.|\[\^?\]?(?:\\.|[^\]\\]){0,500}\]|\{(\d{1,6}(?:,\d{0,6})?)\}|[\s\S]/g,
  )) {
    if (token === '(') {
      around.push(size)
      size = 0
    } else if (token === ')') {
      last = size
      size += around.pop() ?? 0
    } else if (times !== undefined) {
      const count = Math.max(...times.split(',').map(Number), 1)
      size += last * (count - 1)
      last *= count
    } else {
      last = token.length
      size += last
    }
  }
  return around.reduce((sum, outer) => sum + outer, size)
}
