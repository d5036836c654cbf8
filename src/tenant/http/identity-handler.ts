import type { RequestContext } from '../../odata/error-envelope.ts'
import { checkedDate } from '../checked-values.ts'
import { type IdentityParts, type IdentityRoute, identityRouteOf } from '../identity/identity.ts'
import { withCors } from './cors.ts'
import type { IncomingRequest, TenantResponse } from './exchange.ts'
import type { LogRedactor } from './log-redactor.ts'
import type { RequestCounter } from './request-counter.ts'
import { requestIdOf } from './request-id.ts'
import type { RequestLog } from './request-log.ts'
import { internalError, internalMessage } from './responses.ts'

/** Parts of a tenant that log a request for a document or a token. */
export interface IdentityHandlerParts {
  readonly identity: IdentityParts
  readonly log: RequestLog
  readonly counter: RequestCounter
  readonly redactor: LogRedactor
  readonly now: () => number
}

/**
 * Responds to a request for a key, a discovery document or a token, and logs it without its body. Returns undefined for any
 * other request. Never rejects: an error becomes a 500 response.
 */
export function handleIdentity(
  parts: IdentityHandlerParts,
  incoming: IncomingRequest,
): Promise<TenantResponse> | undefined {
  if (incoming.isMisdirected || graphPath.test(incoming.path)) return undefined
  const origin = incoming.origin ?? `https://${incoming.host}`
  const route = identityRouteOf({ ...incoming, origin })
  return route && respond(parts, incoming, route)
}

/** Most paths of Graph. It is only faster: the paths of documents do not match it. */
const graphPath = /^\/(?:v1\.0|beta)\//

async function respond(
  { identity, log, counter, redactor, now }: IdentityHandlerParts,
  incoming: IncomingRequest,
  route: IdentityRoute,
): Promise<TenantResponse> {
  const requestId = requestIdOf(counter.next())
  const context: RequestContext = { time: checkedDate(now()), requestId, clientRequestId: requestId }
  const { response, internal } = await attempt(identity, route, context)
  const redacted = redactor.forToken(undefined)
  log.add(
    {
      time: context.time,
      method: incoming.method,
      path: redacted(incoming.path),
      query: redacted(incoming.query),
      status: response.status,
      requestId,
      ...(internal !== undefined && { internalError: redacted(internal) }),
    },
    '',
    undefined,
  )
  return withCors(response, incoming)
}

async function attempt(parts: IdentityParts, route: IdentityRoute, context: RequestContext) {
  try {
    return { response: await route(parts, context) }
  } catch (error) {
    return { response: internalError(context), internal: internalMessage(error) }
  }
}
