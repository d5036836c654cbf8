import { fixtures } from '../../fixtures/index.ts'
import { type Circumstances, type ErrorSample, errorEnvelope } from '../odata/error-envelope.ts'
import type { CallAddress } from './address.ts'
import type { StoredCall } from './call-store.ts'
import type { Answer } from './exchange.ts'
import { graphHostOf } from './graph-hosts.ts'
import type { Refusal } from './trouble.ts'

type HeaderTable = Answer['headers']

/** A call, as the service answers it. */
export function callAnswer(
  { text, context }: StoredCall,
  address: CallAddress,
  host: string,
  circumstances: Circumstances,
): Answer {
  const wanted = contextOf(address, host)
  // Bodies without a context were reported, so what was placed without one stays without.
  const body =
    typeof context === 'string' && context !== wanted
      ? JSON.stringify({ ...JSON.parse(text), '@odata.context': wanted })
      : text
  return { status: 200, headers: stamped(fixtures['peer-to-peer'].headers, circumstances), body }
}

/** An error that a fixture shows. */
export function refusal({ fixture, retryAfter }: Refusal, circumstances: Circumstances): Answer {
  const { status, headers, body } = fixtures[fixture]
  const withWait = retryAfter === undefined ? headers : { ...headers, 'Retry-After': String(retryAfter) }
  return errorAnswer(status, withWait, body.error, circumstances)
}

/** Source: Graph's answer to paths outside its metadata. */
export function segmentNotFound(segment: string, circumstances: Circumstances): Answer {
  const message = `Resource not found for the segment '${segment}'.`
  return gatewayError(404, {}, message, circumstances)
}

/** Source: HTTP Semantics (RFC 9110), 15.5.6, wants `Allow`; the message is Graph's. */
export function methodNotAllowed(allow: string, circumstances: Circumstances): Answer {
  const message = 'Specified HTTP method is not allowed for the request target.'
  return gatewayError(405, { Allow: allow }, message, circumstances)
}

/** An error that no fixture shows, since it does not come from a call. */
function gatewayError(
  status: number,
  headers: HeaderTable,
  message: string,
  circumstances: Circumstances,
): Answer {
  const like = fixtures['call-not-found']
  const sample = { ...like.body.error, code: 'BadRequest', message }
  return errorAnswer(status, { ...like.headers, ...headers }, sample, circumstances)
}

function errorAnswer(
  status: number,
  headers: HeaderTable,
  sample: ErrorSample,
  circumstances: Circumstances,
): Answer {
  const body = JSON.stringify(errorEnvelope(sample, circumstances))
  return { status, headers: stamped(headers, circumstances), body }
}

function stamped(headers: HeaderTable, { time, requestId, clientRequestId }: Circumstances): HeaderTable {
  return {
    ...headers,
    Date: new Date(time).toUTCString(),
    'request-id': requestId,
    'client-request-id': clientRequestId,
  }
}

/** Source: seen on v1.0 and beta; a host that is not Graph's stands for the global cloud. */
function contextOf({ version, namespace }: CallAddress, host: string): string {
  const path = version === 'beta' ? 'app' : namespace
  return `https://${graphHostOf(host)}/${version}/$metadata#${path}/calls/$entity`
}
