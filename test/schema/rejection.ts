import { CallFormatError, readCall } from 'graph-call-testkit'

/** How a body is refused. */
export function refusal(body: unknown, read: (body: unknown) => unknown = readCall): CallFormatError {
  try {
    read(body)
  } catch (error) {
    if (error instanceof CallFormatError) return error
    throw error
  }
  throw new Error('readCall took it')
}
