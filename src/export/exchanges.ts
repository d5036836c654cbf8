import { fixtures } from '../../fixtures/index.ts'
import type { JsonObject } from '../model/json.ts'

/** Request for a call, and the response that a fixture shows. */
export interface Exchange {
  readonly name: string
  readonly title: string
  readonly callId: string
  /** Path and query. */
  readonly path: string
  /** Path without its query. */
  readonly pathname: string
  /** Parameters of the query. */
  readonly query: Readonly<Record<string, string>>
  /** True if the request has a token. */
  readonly hasToken: boolean
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: JsonObject
}

/** The exchanges of all fixtures, in their order. */
export function allExchanges(): readonly Exchange[] {
  return Object.values(fixtures).map(({ name, title, request, status, headers, body }) => {
    const { pathname, searchParams } = new URL(request.path, 'https://graph.microsoft.com')
    return {
      name,
      title,
      callId: pathname.split('/').at(-1) ?? '',
      path: request.path,
      pathname,
      query: Object.fromEntries(searchParams),
      hasToken: 'Authorization' in request.headers,
      status,
      headers,
      body: JSON.parse(JSON.stringify(body)),
    }
  })
}

/** Exchange of one fixture. */
export function exchangeOf(name: keyof typeof fixtures): Exchange {
  const found = allExchanges().find((exchange) => exchange.name === name)
  if (!found) throw new Error(`Unknown fixture: ${name}.`)
  return found
}

/** States of a call that changes: each GET moves it to the next one, and after the last one the call is gone. */
export const changingStates = ['establishing', 'established', 'terminated'] as const

/** Id of the call that changes. */
export const changingCallId = 'c4a9e1b2-0000-4000-8000-00000000c411'

/** Returns the call that changes in one of its states. The other participant ends it. */
export function changingCall(state: (typeof changingStates)[number]): JsonObject {
  const { resultInfo } = exchangeOf(state === 'terminated' ? 'terminated' : 'peer-to-peer').body
  return { ...exchangeOf('peer-to-peer').body, id: changingCallId, state, resultInfo }
}

/** Formats JSON for a file. */
export function fileText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
