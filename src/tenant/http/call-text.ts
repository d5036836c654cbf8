import type { JsonObject } from '../../model/json.ts'
import { applyQuery } from '../../odata/apply-query.ts'
import { contextUrl } from '../../odata/context-url.ts'
import { withAllControlInformation, withoutControlInformation } from '../../odata/control-information.ts'
import { hideUnknownMembers } from '../../odata/hide-unknown-members.ts'
import { withInt64AsText } from '../../odata/int64.ts'
import { readQuery } from '../../odata/query.ts'
import type { StoredCall } from '../calls/stored-call.ts'
import { graphHostOf } from '../hosts/graph-hosts.ts'
import type { CallAddress } from './address.ts'
import { defaultResponseOptions, type ResponseOptions } from './response-options.ts'

/**
 * The text of a call, as a client wants it. What nobody asks otherwise for is sent as it is kept.
 *
 * @throws QueryError where the query cannot be answered
 */
export function callText(
  stored: StoredCall,
  address: CallAddress,
  host: string,
  wanted: ResponseOptions,
): string {
  if (wanted !== defaultResponseOptions) {
    return JSON.stringify(callBody(JSON.parse(stored.whole), address, host, wanted))
  }
  const context = contextUrl(callsOf(address, host))
  if (typeof stored.context !== 'string' || stored.context === context) return stored.text
  return JSON.stringify({ ...JSON.parse(stored.text), '@odata.context': context })
}

function callBody(
  placed: JsonObject,
  address: CallAddress,
  host: string,
  wanted: ResponseOptions,
): JsonObject {
  const { format, unknownMembers } = wanted
  const query = readQuery(wanted.query, placed)
  const setUrl = `https://${graphHostOf(host)}/${address.version}/communications/calls`
  const context = contextUrl(callsOf(address, host), query)
  const known = unknownMembers ? placed : hideUnknownMembers(placed)
  const shaped = withContext(applyQuery(known, query, setUrl), context)
  const call = format.ieee754Compatible ? withInt64AsText(shaped) : shaped
  if (format.metadata === 'none') return withoutControlInformation(call)
  if (format.metadata === 'minimal') return call
  return withAllControlInformation(call, address.callId, { context, setUrl, query })
}

/** Bodies without a context were reported, so what was placed without one stays without. */
function withContext(call: JsonObject, context: string): JsonObject {
  return typeof call['@odata.context'] === 'string' ? { ...call, '@odata.context': context } : call
}

/** How the context names all calls. Source: seen on v1.0 and beta; a host that is not Graph's stands for the global cloud. */
function callsOf({ version, namespace }: CallAddress, host: string): string {
  const path = version === 'beta' ? 'app' : namespace
  return `https://${graphHostOf(host)}/${version}/$metadata#${path}/calls`
}
