/** Returns how to pass a body that was not parsed yet. Notifications arrive in a request, other bodies in a response. */
export function passParsedJson(expected: string): string {
  return expected === 'commsNotifications'
    ? 'Pass the parsed JSON of the request: await request.json().'
    : 'Pass the parsed JSON of the response: await response.json().'
}

/** Returns how to fix a body of the expected type that is JSON, but not an object. */
export function fixOfBody(expected: string, body: unknown): string {
  if (typeof body === 'string') return fixOfText(expected, body)
  if (!Array.isArray(body)) return passParsedJson(expected)
  if (expected === 'commsNotifications') {
    return 'Pass the whole body of the request, which has the array in its property value.'
  }
  return expected === 'call'
    ? 'Pass a single call. GET /communications/calls/{id} never returns an array.'
    : 'Pass the whole body of a response, which is an object.'
}

function fixOfText(expected: string, text: string): string {
  const start = text.slice(0, 100).trimStart()
  if (start.startsWith('<')) {
    return 'This is HTML or XML, not JSON. Check the status and the URL of the response first.'
  }
  return start.startsWith('{') || start.startsWith('[')
    ? 'Parse the text first: JSON.parse(text).'
    : passParsedJson(expected)
}
