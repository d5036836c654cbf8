/** True if the message of a Pact error reports a request that the mock server did not expect, or did not receive. */
export function isMismatch(message: string): boolean {
  return message.startsWith('Test failed for the following reasons')
}

/**
 * Returns the lines of Pact's message that say what differs, without its headings, numbers and the headers of the request.
 * Leaves out the value of `Authorization` and the body of the request: they may be secrets.
 */
export function mismatchLines(message: string): string[] {
  return message
    .split('\n')
    .map((line) => line.trim().replace(/^\d+(\.\d+)?\)? /, ''))
    .filter((line) => line && !noise.test(line))
    .map((line) => (/authorization/i.test(line) ? withoutToken(line) : line))
}

/** Headings, bodies, and headers of the request. Those are in lower case; a contract only has `authorization`. */
const noise = /^(Test failed for|Mock server failed with|Headers:|Body:|(?!authorization:)[a-z][a-z0-9-]*:)/

function withoutToken(line: string): string {
  return line
    .replace(/^(authorization: ).*/i, '$1(not shown)')
    .replace(/Expected '.*' to /, "Expected '(not shown)' to ")
}
