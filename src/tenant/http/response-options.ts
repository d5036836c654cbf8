import { type PayloadFormat, payloadFormat, plainFormat } from '../../odata/payload-format.ts'
import { prefers } from '../../odata/prefer.ts'
import { hasSystemOptions } from '../../odata/query.ts'
import type { IncomingRequest } from './exchange.ts'

/** Options of a request that change the body of the response. */
export interface ResponseOptions {
  /** Query, or an empty string if it has no OData options. */
  readonly query: string
  readonly format: PayloadFormat
  /** True if the request has the {@link unknownMembersPreference}. */
  readonly unknownMembers: boolean
}

/** Options of most requests. The response is then the stored call. */
export const defaultResponseOptions: ResponseOptions = {
  query: '',
  format: plainFormat,
  unknownMembers: false,
}

/** Preference for enum members that the client may not know. Source: Graph's rule for evolvable enums. */
export const unknownMembersPreference = 'include-unknown-enum-members'

/** Returns the options of a request, or undefined if it accepts no supported JSON. */
export function responseOptionsOf({
  query,
  header,
}: Pick<IncomingRequest, 'query' | 'header'>): ResponseOptions | undefined {
  const format = payloadFormat(header('accept'))
  if (!format) return undefined
  const effectiveQuery = hasSystemOptions(query) ? query : ''
  const unknownMembers = prefers(header('prefer'), unknownMembersPreference)
  if (format === plainFormat && !effectiveQuery && !unknownMembers) return defaultResponseOptions
  return { query: effectiveQuery, format, unknownMembers }
}
