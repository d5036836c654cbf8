import type { CallError, CallInnerError } from '../model/types.generated.ts'

/** Data about the request, for the error body. */
export interface RequestContext {
  /** Milliseconds since 1970. */
  readonly time: number
  readonly requestId: string
  readonly clientRequestId: string
}

/** Error from a source. `innerError` can be missing. */
export interface ErrorSample {
  readonly code: string
  readonly message?: string | null
  readonly innerError?: Readonly<CallInnerError> | null
}

/**
 * Returns the body of an error response: the error of a sample, with the data of this request in `innerError`. Adds no
 * properties that the sample lacks, because the service sometimes leaves them out.
 *
 * Source: Graph error responses; reported bodies.
 */
export function errorEnvelope(sample: ErrorSample, context: RequestContext): CallError {
  const { innerError, ...error } = sample
  return { error: innerError ? { ...error, innerError: fill(innerError, context) } : error }
}

function fill(sample: Readonly<CallInnerError>, context: RequestContext): CallInnerError {
  const { time, requestId, clientRequestId } = context
  return {
    ...sample,
    // The service writes UTC without a time zone.
    ...('date' in sample && { date: new Date(time).toISOString().slice(0, 19) }),
    ...('request-id' in sample && { 'request-id': requestId }),
    ...('client-request-id' in sample && { 'client-request-id': clientRequestId }),
  }
}
