import { types } from 'node:util'

/** Whether Pact says by this message that the request was another one than its mock server expected. */
export function isMismatch(message: string): boolean {
  return message.startsWith('Test failed for the following reasons')
}

/** Whether Pact says that its mock server got no request. */
export function isUnasked(error: unknown): boolean {
  return (
    types.isNativeError(error) &&
    isMismatch(error.message) &&
    !/was incorrect|was not expected/.test(error.message)
  )
}

/**
 * The lines of Pact's message that tell what was wrong. It has a heading, the requests with all their headers, and numbers.
 * What a consumer sent in `Authorization` or in a body is not shown: it may be a secret.
 */
export function mismatchLines(message: string): string[] {
  return message
    .split('\n')
    .map((line) => line.trim().replace(/^\d+(\.\d+)?\)? /, ''))
    .filter((line) => line && !noise.test(line))
    .map((line) => (/authorization/i.test(line) ? withoutToken(line) : line))
}

/** Headings, bodies, and headers: those that were sent are written small, and only `authorization` is part of a contract. */
const noise = /^(Test failed for|Mock server failed with|Headers:|Body:|(?!authorization:)[a-z][a-z0-9-]*:)/

function withoutToken(line: string): string {
  return line
    .replace(/^(authorization: ).*/i, '$1(not shown)')
    .replace(/Expected '.*' to /, "Expected '(not shown)' to ")
}
