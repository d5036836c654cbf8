import { absentIn, history } from '../model/changes.ts'
import { absentNames, type MetadataVersion } from '../model/metadata-version.ts'
import { invalidValue } from './invalid-value.ts'

/**
 * Returns the names that the metadata of a date and a cloud does not have.
 *
 * @throws TypeError if the date or the cloud is not valid
 */
export function checkedAbsentNames({ asOf, cloud }: MetadataVersion): ReadonlySet<string> {
  const isDate = asOf === undefined || (typeof asOf === 'string' && isDateText(asOf) && asOf >= history.first)
  if (!isDate) throw invalidValue('asOf', asOf, `a date such as "2024-10-31", not before ${history.first}`)
  if (cloud !== undefined && !Object.hasOwn(absentIn, cloud))
    throw invalidValue('cloud', cloud, `one of ${Object.keys(absentIn).join(', ')}`)
  return absentNames({ asOf, cloud })
}

/** True for a date of the calendar: 2024-02-30 is not one. */
function isDateText(text: string): boolean {
  const time = Date.parse(text)
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  )
}
