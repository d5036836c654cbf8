import {
  anyActionRequest,
  anyCall,
  anyCallLifecycle,
  anyFailure,
  anyFaultyCall,
  anyIdentitySet,
  anyMediaConfig,
  anyMeetingInfo,
  type CallOutcome,
  type FaultRule,
  type IdentityKind,
  type MediaKind,
  type MeetingKind,
} from 'graph-call-testkit/generators'

export const failures = anyFailure()
export const requests = anyActionRequest({ action: 'answer' })
export const calls = [anyCall({ nulls: 'absent', identity: 'phone' }), anyCall({ nulls: 'present' })]
export const changed = anyCall({ nulls: 'absent' }).map((call) => ({ ...call, subject: 'Order 4711' }))
export const sources = anyCall({ nulls: 'present' }).map(({ source }) => source)
export const lifecyclesTo = <const O extends CallOutcome>(outcome: O) => anyCallLifecycle({ outcome })
export const faulty = <const R extends FaultRule>(rule: R) => anyFaultyCall({ rule })
export const identities = <const K extends IdentityKind>(identity: K) => anyIdentitySet({ identity })
export const configs = <const K extends MediaKind>(media: K) => anyMediaConfig({ media })
export const meetings = <const K extends MeetingKind>(meeting: K) => anyMeetingInfo({ meeting })
