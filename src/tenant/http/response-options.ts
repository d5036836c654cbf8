import { type PayloadFormat, payloadFormat, plainFormat } from '../../odata/payload-format.ts'
import { prefers } from '../../odata/prefer.ts'
import { hasSystemOptions } from '../../odata/query.ts'
import type { IncomingRequest } from './exchange.ts'

/** Options that a request sets for the body of the response. */
export interface ResponseOptions {
  /** Query, or an empty string if it has no OData options. */
  readonly query: string
  readonly format: PayloadFormat
  /** True if the client accepts enum members that it may not know. */
  readonly unknownMembers: boolean
}

/** Options of most requests: the call as it is stored. */
export const defaultResponseOptions: ResponseOptions = {
  query: '',
  format: plainFormat,
  unknownMembers: false,
}

/** Source: Graph's rule for evolvable enums. */
export const unknownMembersPreference = 'include-unknown-enum-members'

/** Returns the options of a request, or undefined if it accepts no JSON that the tenant can produce. */
export function responseOptionsOf({ query, header }: IncomingRequest): ResponseOptions | undefined {
  const format = payloadFormat(header('accept'))
  if (!format) return undefined
  const effectiveQuery = hasSystemOptions(query) ? query : ''
  const unknownMembers = prefers(header('prefer'), unknownMembersPreference)
  if (format === plainFormat && !effectiveQuery && !unknownMembers) return defaultResponseOptions
  return { query: effectiveQuery, format, unknownMembers }
}
