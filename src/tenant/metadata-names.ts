import { isJsonObject, type JsonObject } from '../model/json.ts'
import { withoutNames } from '../model/metadata-version.ts'
import type { TenantResponse } from './http/exchange.ts'

/** Returns a response without the properties that the metadata does not have. Error responses stay the same. */
export function responseWithout(response: TenantResponse, absent: ReadonlySet<string>): TenantResponse {
  if (absent.size === 0 || response.status >= 300 || !response.body.startsWith('{')) return response
  const body: unknown = JSON.parse(response.body)
  return isJsonObject(body) ? { ...response, body: JSON.stringify(resourceWithout(body, absent)) } : response
}

function resourceWithout(body: JsonObject, absent: ReadonlySet<string>): JsonObject {
  const { value } = body
  if (!Array.isArray(value)) return withoutNames(body, typeOf(body), absent)
  return {
    ...body,
    value: value.map((item: unknown) =>
      isJsonObject(item) ? withoutNames(item, typeOf(item), absent) : item,
    ),
  }
}

/** Returns the declared type of a resource. Operations are the only ones whose type another one extends. */
function typeOf(resource: JsonObject): string {
  const name = String(resource['@odata.type'] ?? '').replace('#microsoft.graph.', '')
  if (name.endsWith('Operation')) return 'commsOperation'
  return ['participant', 'audioRoutingGroup', 'contentSharingSession'].includes(name) ? name : 'call'
}
