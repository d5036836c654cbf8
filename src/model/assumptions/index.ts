import type { Assumption } from './assumption.ts'
import { callsAssumptions } from './calls.ts'
import { groupCallsAssumptions } from './group-calls.ts'
import { mediaAssumptions } from './media.ts'
import { notificationsAssumptions } from './notifications.ts'
import { requestsAssumptions } from './requests.ts'
import { tokensAssumptions } from './tokens.ts'

/** Assumptions about one part of the service. */
interface AssumptionSection {
  readonly title: string
  readonly assumptions: readonly Assumption[]
}

/** Everything that no source says about calls. Responses that depend on it have the header `x-testkit-assumption`. */
export const assumptionSections: readonly AssumptionSection[] = [
  { title: 'Calls', assumptions: callsAssumptions },
  { title: 'Notifications', assumptions: notificationsAssumptions },
  { title: 'Group calls', assumptions: groupCallsAssumptions },
  { title: 'Media', assumptions: mediaAssumptions },
  { title: 'Requests', assumptions: requestsAssumptions },
  { title: 'Tokens', assumptions: tokensAssumptions },
]
