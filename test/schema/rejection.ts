import { CallFormatError, readCall } from 'graph-call-testkit'

/** Returns the error that rejects a body. */
export function rejectionOf(body: unknown, read: (body: unknown) => unknown = readCall): CallFormatError {
  try {
    read(body)
  } catch (error) {
    if (error instanceof CallFormatError) return error
    throw error
  }
  throw new Error('The body was accepted.')
}
