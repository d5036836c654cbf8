import { type PayloadFormat, payloadFormat, plainFormat } from '../../odata/payload-format.ts'
import { prefers } from '../../odata/prefer.ts'
import { hasSystemOptions } from '../../odata/query.ts'
import type { IncomingRequest } from './exchange.ts'

/** What a client wants of a call, as its request says. */
export interface ResponseOptions {
  /** Empty where it asks the service for nothing. */
  readonly query: string
  readonly format: PayloadFormat
  /** Whether it takes enum members that it cannot know. */
  readonly unknownMembers: boolean
}

/** What most clients want: the call, as it is kept. */
export const defaultResponseOptions: ResponseOptions = {
  query: '',
  format: plainFormat,
  unknownMembers: false,
}

/** Source: Graph's rule for evolvable enums. */
export const unknownMembersPreference = 'include-unknown-enum-members'

/** What a request wants; nothing where it takes no JSON that can be made. */
export function responseOptionsOf({ query, header }: IncomingRequest): ResponseOptions | undefined {
  const format = payloadFormat(header('accept'))
  if (!format) return undefined
  const asked = hasSystemOptions(query) ? query : ''
  const unknownMembers = prefers(header('prefer'), unknownMembersPreference)
  if (format === plainFormat && !asked && !unknownMembers) return defaultResponseOptions
  return { query: asked, format, unknownMembers }
}
