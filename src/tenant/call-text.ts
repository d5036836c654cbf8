import { contextUrl } from '../odata/context-url.ts'
import { withAllControlInformation, withoutControlInformation } from '../odata/control-information.ts'
import { withInt64AsText } from '../odata/int64.ts'
import type { JsonObject } from '../odata/json.ts'
import { readQuery } from '../odata/query.ts'
import { shape } from '../odata/shape.ts'
import { withoutUnknownMembers } from '../odata/unknown-enum-members.ts'
import type { CallAddress } from './address.ts'
import { graphHostOf } from './graph-hosts.ts'
import type { StoredCall } from './stored-call.ts'
import { plainlyWanted, type Wanted } from './wanted.ts'

/**
 * The text of a call, as a client wants it. What nobody asks otherwise for is sent as it is kept.
 *
 * @throws QueryError where the query cannot be answered
 */
export function callText(stored: StoredCall, address: CallAddress, host: string, wanted: Wanted): string {
  if (wanted !== plainlyWanted) {
    return JSON.stringify(callBody(JSON.parse(stored.whole), address, host, wanted))
  }
  const context = contextUrl(callsOf(address, host))
  if (typeof stored.context !== 'string' || stored.context === context) return stored.text
  return JSON.stringify({ ...JSON.parse(stored.text), '@odata.context': context })
}

function callBody(placed: JsonObject, address: CallAddress, host: string, wanted: Wanted): JsonObject {
  const { format, unknownMembers } = wanted
  const query = readQuery(wanted.query, placed)
  const setUrl = `https://${graphHostOf(host)}/${address.version}/communications/calls`
  const context = contextUrl(callsOf(address, host), query)
  const known = unknownMembers ? placed : withoutUnknownMembers(placed)
  const shaped = withContext(shape(known, query, setUrl), context)
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
