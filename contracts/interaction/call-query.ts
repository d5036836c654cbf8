import type { JsonObject } from '../../src/model/json.ts'
import { parseUrl } from '../../src/model/parse-url.ts'
import type { Call } from '../../src/model/types.generated.ts'
import type { NavigationProperty } from '../../src/odata/expand-clause.ts'
import type { GraphHost } from '../../src/tenant/hosts/graph-hosts.ts'
import { callBody } from '../../src/tenant/http/call-text.ts'
import { responseOptionsOf } from '../../src/tenant/http/response-options.ts'

/**
 * Query options of a request for a call: those that OData defines for a single entity.
 *
 * @example
 * ```ts
 * import type { CallQuery } from 'graph-call-testkit/contracts'
 *
 * const query: CallQuery = { $select: ['id', 'state'], $expand: ['participants($select=id)'] }
 * ```
 * Source: OData 4.01 URL Conventions, 5.1.
 */
export interface CallQuery {
  /** Properties in the response. Defaults to all except navigation properties. */
  readonly $select?: readonly (keyof Call)[] | undefined
  /** Navigation properties in the response, each with an optional `$select` of its own: `participants($select=id)`. */
  readonly $expand?: readonly (NavigationProperty | `${NavigationProperty}($select=${string})`)[] | undefined
}

/** Version of the API in the path of a request. */
export type ApiVersion = 'v1.0' | 'beta'

/** Query parameters by name, as they are sent. */
export type QueryParameters = Readonly<Record<string, string>>

/** Request for a call. */
export interface CallRequest {
  readonly version: ApiVersion
  readonly query: QueryParameters
  /** Headers in addition to `Authorization`. */
  readonly headers: Readonly<Record<string, string>>
}

/** Formats a query as query parameters. */
export function toQueryParameters(query: CallQuery): QueryParameters {
  return Object.fromEntries(
    Object.entries(query).flatMap(([option, names]) => (names ? [[option, String(names)]] : [])),
  )
}

/** Returns the query parameters of a path. */
export function queryParametersOf(path: string): QueryParameters {
  const [, text] = path.split('?')
  return Object.fromEntries(new URLSearchParams(text))
}

/** Body and media type of a response. */
interface CallResponseBody {
  readonly contentType: string
  readonly body: JsonObject
}

/**
 * Returns the body with which the service responds to a request for a call: with selected properties, with related entities
 * if they are expanded, with the `@odata.context` of the cloud, with the enum members that `Prefer` requests, and in the
 * format that `Accept` requests. The virtual tenant responds with the same body.
 *
 * @throws a {@link QueryError} if the service rejects the query
 */
export function responseBodyFor(
  { version, query, headers }: CallRequest,
  cloud: GraphHost | undefined,
  callId: string,
  call: JsonObject,
): CallResponseBody {
  const text = new URLSearchParams(query).toString()
  const options = responseOptionsOf({ query: text && `?${text}`, header: (name) => headerIn(headers, name) })
  if (!options) throw new Error(`Cannot respond to Accept: ${headerIn(headers, 'accept')}.`)
  const { '@odata.context': context } = call
  const address = { version, namespace: 'communications', callId } as const
  const body = callBody(call, address, cloud ?? hostIn(context), options)
  return { body, contentType: options.format.contentType }
}

/** Returns the value of a header. The case of its name does not matter. */
export function headerIn(headers: CallRequest['headers'], name: string): string | null {
  const found = Object.entries(headers).find(([other]) => other.toLowerCase() === name)
  return found?.[1] ?? null
}

function hostIn(context: unknown): string {
  return parseUrl(String(context))?.hostname ?? ''
}
