import type { JsonObject } from '../../model/json.ts'
import { hashOf } from '../hash.ts'
import type { SavedValue } from '../saved-value.ts'

/** Person in a call, or whose phone rings. */
export interface PersonIdentity {
  readonly name: string
  /** Id of the user, a GUID. */
  readonly id: string
  /** Phone number in E.164 format. Set if the person is called by phone. */
  readonly phone?: string | undefined
}

/** Returns the id of a person without an id of their own. It depends only on the name. */
export function userIdOf(name: string): string {
  return guidOf('05e40000', name)
}

/** Returns the id of the application instance of a bot. The same app always gets the same id. */
export function instanceIdOf(appId: string): string {
  return guidOf('0a992000', appId)
}

function guidOf(prefix: string, text: string): string {
  const hex = [text, `${text.length}:${text}`]
    .map((each) => (hashOf(each) >>> 0).toString(16).padStart(8, '0'))
    .join('')
  return `${prefix}-0000-4000-8000-${hex.slice(0, 12)}`
}

/** Returns the identity set of a person, as incoming calls and rosters have it. Source: reported incoming calls. */
export function identityOf({ name, id, phone }: PersonIdentity, tenantId: string): JsonObject {
  const type = '#microsoft.graph.identity'
  return {
    '@odata.type': '#microsoft.graph.identitySet',
    ...(phone === undefined
      ? { user: { '@odata.type': type, id, displayName: name, tenantId } }
      : { phone: { '@odata.type': type, id: phone } }),
  }
}

/** Reads a person in a snapshot. */
export function readIdentity(saved: SavedValue): PersonIdentity {
  saved.object('name', 'id', 'phone')
  const phone = saved.optional('phone', (value) => value.text())
  return {
    name: saved.at('name').text(),
    id: saved.at('id').text(),
    ...(phone !== undefined && { phone }),
  }
}
