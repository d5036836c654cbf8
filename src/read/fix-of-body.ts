export const passParsedJson = 'Pass the parsed JSON of the response: await response.json().'

/** Returns how to fix a body that is JSON, but not an object. */
export function fixOfBody(body: unknown): string {
  if (typeof body === 'string') return fixOfText(body)
  if (Array.isArray(body)) return 'Pass a single call. GET /communications/calls/{id} never returns an array.'
  return passParsedJson
}

function fixOfText(text: string): string {
  const start = text.slice(0, 100).trimStart()
  if (start.startsWith('<')) {
    return 'This is HTML or XML, not JSON. Check the status and the URL of the response first.'
  }
  return start.startsWith('{') || start.startsWith('[')
    ? 'Parse the text first: JSON.parse(text).'
    : passParsedJson
}
