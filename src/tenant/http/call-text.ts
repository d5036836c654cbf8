import type { JsonObject } from '../../model/json.ts'
import { nothingAbsent, withoutNames } from '../../model/metadata-version.ts'
import { applyQuery } from '../../odata/apply-query.ts'
import { contextUrl } from '../../odata/context-url.ts'
import { withAllControlInformation, withoutControlInformation } from '../../odata/control-information.ts'
import { hideUnknownMembers } from '../../odata/hide-unknown-members.ts'
import { withInt64AsText } from '../../odata/int64.ts'
import { readQuery } from '../../odata/query.ts'
import { type CallText, type StoredCall, stateIn } from '../calls/stored-call.ts'
import { graphHostOf } from '../hosts/graph-hosts.ts'
import type { CallAddress } from './address.ts'
import { defaultResponseOptions, type ResponseOptions } from './response-options.ts'

/**
 * Returns the JSON of a call for a request. For a request without special options, it is the stored text.
 *
 * @param absent - names that the metadata of the tenant does not have
 * @throws QueryError if the query is not valid
 */
export function callText(
  stored: StoredCall,
  address: CallAddress,
  host: string,
  options: ResponseOptions,
  absent: ReadonlySet<string>,
): CallText {
  if (options !== defaultResponseOptions) {
    const full: JsonObject = JSON.parse(stored.fullText)
    const call = absent.size === 0 ? full : withoutNames(full, 'call', absent)
    const body = callBody(call, address, host, options, absent)
    return { text: JSON.stringify(body), state: stateIn(body) }
  }
  const context = contextUrl(callsUrl(address, host))
  if (typeof stored.context !== 'string' || stored.context === context) return stored
  return { text: textWithContext(stored.text, stored.context, context), state: stored.state }
}

/** Replaces the context in the JSON of a call. It is the first property in most calls, and then the rest is only copied. */
function textWithContext(text: string, before: string, context: string): string {
  const start = `{"@odata.context":${JSON.stringify(before)}`
  return text.startsWith(start)
    ? `{"@odata.context":${JSON.stringify(context)}${text.slice(start.length)}`
    : JSON.stringify({ ...JSON.parse(text), '@odata.context': context })
}

/**
 * Returns the body of the response to a request for a call.
 *
 * @throws QueryError if the query is not valid
 */
export function callBody(
  stored: JsonObject,
  address: CallAddress,
  host: string,
  options: ResponseOptions,
  absent = nothingAbsent,
): JsonObject {
  const { format, unknownMembers } = options
  const query = readQuery(options.query, stored, absent)
  const setUrl = `https://${graphHostOf(host)}/${address.version}/communications/calls`
  const context = contextUrl(callsUrl(address, host), query)
  const selected = applyQuery(stored, query, setUrl)
  const shaped = withContext(unknownMembers ? selected : hideUnknownMembers(selected), context)
  const call = format.ieee754Compatible ? withInt64AsText(shaped) : shaped
  if (format.metadata === 'none') return withoutControlInformation(call)
  if (format.metadata === 'minimal') return call
  return withAllControlInformation(call, address.callId, { context, setUrl, query })
}

/** Sets the context. A call that was added without a context is returned without one, as in reported bodies. */
function withContext(call: JsonObject, context: string): JsonObject {
  return typeof call['@odata.context'] === 'string' ? { ...call, '@odata.context': context } : call
}

/**
 * Returns the context URL of all calls. For a host that is not Graph's, it has the host of the global cloud.
 *
 * Source: observed on v1.0 and beta.
 */
function callsUrl({ version, namespace }: CallAddress, host: string): string {
  const path = version === 'beta' ? 'app' : namespace
  return `https://${graphHostOf(host)}/${version}/$metadata#${path}/calls`
}
