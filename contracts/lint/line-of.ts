/** The line, counted from 1, on which a pact's text describes an interaction; the first where it does not. */
export function lineOf(description: string | undefined, text: string): number {
  if (description === undefined) return 1
  const at = text.indexOf(JSON.stringify(description))
  return at < 0 ? 1 : text.slice(0, at).split('\n').length
}
