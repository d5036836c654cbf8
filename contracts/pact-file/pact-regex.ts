import { RE2JS } from 're2js'

/** Maximum length of a regular expression in characters. Longer ones are not compiled. */
const maximumLength = 2_000

/** Compiled regular expressions by their text. */
const compiled = new Map<string, RE2JS | undefined>()
const maximumCompiled = 1_000

/**
 * Compiles a regular expression of a pact. Pacts come from others, so it must not be able to block the process: RE2 takes
 * time in proportion to the length of the text. Its syntax is that of Rust, in which Pact's core is written: no
 * look-around, and no backreferences.
 *
 * @returns a function that tests a text, or `undefined` if the expression is invalid or too long
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
  if (pattern.length > maximumLength) return undefined
  try {
    return RE2JS.compile(pattern)
  } catch {
    return undefined
  }
}
