import { isJsonObject } from '../../model/json.ts'
import type { LiveParts } from '../live-parts.ts'
import type { Address } from './address.ts'
import type { TenantResponse } from './exchange.ts'

/**
 * Adds a request for a call of a bot to the timeline of the call.
 *
 * @param body - body of the response, without secrets
 * @param number - place in the timeline: before everything that followed from the request
 */
export function addToTimeline(
  { sessions, timeline }: Pick<LiveParts, 'sessions' | 'timeline'>,
  { time, method, status }: { readonly time: number; readonly method: string; readonly status: number },
  address: Address,
  response: TenantResponse,
  body: () => string,
  number: number,
): void {
  const callId = callIdOf({ method, status }, address, response)
  if (callId === undefined || !(timeline.has(callId) || sessions.has(callId))) return
  const [, ...segments] = 'segments' in address ? address.segments : []
  const path = segments.map((segment) => `/${segment}`).join('')
  const error = status < 400 ? undefined : errorText(body())
  timeline.add(callId, { kind: 'request', time, method, path, status, ...(error && { error }) }, number)
}

/** Returns the code and the message in an error response. The page of a proxy has none, and a test can leave out either. */
function errorText(body: string): string | undefined {
  try {
    const { error } = JSON.parse(body)
    if (!isJsonObject(error)) return undefined
    return (
      [error['code'], error['message']].filter((text) => typeof text === 'string').join(': ') || undefined
    )
  } catch {
    return undefined
  }
}

/** The id of a new call is in the header `Location`. */
function callIdOf(
  { method, status }: { readonly method: string; readonly status: number },
  address: Address,
  { headers }: TenantResponse,
): string | undefined {
  if ('callId' in address && address.callId !== undefined) return address.callId
  if (method !== 'POST' || status !== 201) return undefined
  return headers['Location']?.split('/').at(-1)
}
