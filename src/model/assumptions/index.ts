import { callsAssumptions } from './assumed-calls.ts'
import { groupCallsAssumptions } from './assumed-group-calls.ts'
import { mediaAssumptions } from './assumed-media.ts'
import { notificationsAssumptions } from './assumed-notifications.ts'
import { requestsAssumptions } from './assumed-requests.ts'
import { tokensAssumptions } from './assumed-tokens.ts'
import type { Assumption } from './assumption.ts'

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

/** The assumptions of all sections. */
export const assumptions: readonly Assumption[] = assumptionSections.flatMap((section) => section.assumptions)
