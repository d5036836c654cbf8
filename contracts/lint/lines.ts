/** A description, wherever it stands in the text of a pact. */
const described = /"description"\s*:\s*("(?:[^"\\]|\\.)*")/g

/**
 * Tells the line, counted from 1, on which a pact's text describes an interaction; the first where it does not. The text is
 * read once, however many there are to tell.
 */
export function linesOf(text: string): (description: string | undefined) => number {
  const lines = new Map<string | undefined, number>()
  let line = 1
  let from = 0
  for (const { 1: literal = '', index } of text.matchAll(described)) {
    line += text.slice(from, index).split('\n').length - 1
    from = index
    const description: string = JSON.parse(literal)
    if (!lines.has(description)) lines.set(description, line)
  }
  return (description) => lines.get(description) ?? 1
}
