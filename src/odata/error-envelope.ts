import type { CallError, CallInnerError } from '../model/types.generated.ts'

/** What the envelope of an error tells of the request that it answers. */
export interface RequestContext {
  /** Milliseconds since 1970. */
  readonly time: number
  readonly requestId: string
  readonly clientRequestId: string
}

/** An error as a source shows it; `innerError` has the keys that it has there, and may be absent. */
export interface ErrorSample {
  readonly code: string
  readonly message?: string | null
  readonly innerError?: Readonly<CallInnerError> | null
}

/**
 * The body of an answer that is no success: a sample's error, its `innerError` about this request. What the sample's
 * leaves out stays out, as the service was seen to do.
 *
 * Source: Graph error responses; reported bodies.
 */
export function errorEnvelope(sample: ErrorSample, circumstances: RequestContext): CallError {
  const { innerError, ...error } = sample
  return { error: innerError ? { ...error, innerError: fill(innerError, circumstances) } : error }
}

function fill(sample: Readonly<CallInnerError>, circumstances: RequestContext): CallInnerError {
  const { time, requestId, clientRequestId } = circumstances
  return {
    ...sample,
    // The service writes UTC, and no time zone.
    ...('date' in sample && { date: new Date(time).toISOString().slice(0, 19) }),
    ...('request-id' in sample && { 'request-id': requestId }),
    ...('client-request-id' in sample && { 'client-request-id': clientRequestId }),
  }
}
