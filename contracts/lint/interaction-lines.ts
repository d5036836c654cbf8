/** Matches each description in the text of a pact. */
const descriptions = /"description"\s*:\s*("(?:[^"\\]|\\.)*")/g

/**
 * Returns a function from the description of an interaction to its line in the text of a pact. Lines count from 1. A
 * description that is not in the text is on line 1. The text is read only once.
 */
export function linesOf(text: string): (description: string | undefined) => number {
  const lines = new Map<string | undefined, number>()
  let line = 1
  let from = 0
  for (const { 1: literal = '', index } of text.matchAll(descriptions)) {
    line += text.slice(from, index).split('\n').length - 1
    from = index
    const description: string = JSON.parse(literal)
    if (!lines.has(description)) lines.set(description, line)
  }
  return (description) => lines.get(description) ?? 1
}
