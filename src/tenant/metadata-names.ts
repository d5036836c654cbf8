import { absentIn, history } from '../model/changes.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import { absentNames, type MetadataVersion, withoutNames } from '../model/metadata-version.ts'
import { checkedKey, invalidValue } from './checked-values.ts'
import type { TenantResponse } from './http/exchange.ts'

/**
 * Returns the names that the metadata of a date and a cloud does not have.
 *
 * @throws TypeError if the date or the cloud is not valid
 */
export function checkedAbsentNames({ asOf, cloud }: MetadataVersion): ReadonlySet<string> {
  const isDate = asOf === undefined || (typeof asOf === 'string' && isDateText(asOf) && asOf >= history.first)
  if (!isDate) throw invalidValue('asOf', asOf, `a date such as "2024-10-31", not before ${history.first}`)
  return absentNames({ asOf, cloud: cloud === undefined ? cloud : checkedKey('cloud', absentIn, cloud) })
}

/** True for a date of the calendar: 2024-02-30 is not one. */
function isDateText(text: string): boolean {
  const time = Date.parse(text)
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  )
}

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
