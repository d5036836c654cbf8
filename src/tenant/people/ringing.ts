import type { ReceivedInvitationParticipantInfo } from '../../model/types.generated.ts'
import type { LiveParts } from '../live-parts.ts'
import type { Ring } from './rings.ts'

/** Name of the task in which a person answers. */
const respond = 'person-responds'

/** Target to ring. `purpose` names the function that gets the outcome: see `Rings.handle`. */
export interface RingRequest extends Omit<Ring, 'person'> {
  readonly target: Pick<ReceivedInvitationParticipantInfo, 'identity'>
  /** Time until the phone stops ringing, in milliseconds. */
  readonly timeout?: number | undefined
}

/** Registers what happens when phones ring. */
export function handlePhones(live: LiveParts): void {
  live.clock.handle(respond, ({ callId, key = '' }) => {
    const ring = live.rings.remove({ callId, key })
    if (ring) live.rings.end(ring, undefined)
  })
}

/** Rings a target, who answers after two seconds. */
export function ringTarget(live: LiveParts, { callId, key, purpose, target }: RingRequest): void {
  const { user, phone } = target.identity ?? {}
  const id = user?.id ?? phone?.id ?? ''
  const name = user?.displayName ?? id
  live.rings.add({ callId, key, purpose, person: { name, id, ...(phone && { phone: id }) } })
  live.clock.schedule({ name: respond, callId, key }, 2_000)
}
