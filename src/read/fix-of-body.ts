/** Returns how to fix a body that is not an object of JSON. */
export function fixOfBody(body: unknown): string {
  if (typeof body === 'string') return fixOfText(body)
  if (Array.isArray(body)) return 'Pass a single call. GET /communications/calls/{id} never returns an array.'
  return 'Pass the parsed JSON of the response: await response.json().'
}

function fixOfText(text: string): string {
  const start = text.slice(0, 100).trimStart()
  if (start.startsWith('<')) {
    return 'This is HTML or XML, not JSON. Check the status and the URL of the response first.'
  }
  if (start.startsWith('{') || start.startsWith('[')) return 'Parse the text first: JSON.parse(text).'
  return 'Pass the parsed JSON of the response: await response.json().'
}
