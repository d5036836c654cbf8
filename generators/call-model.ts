import type { CallKind } from '../src/builder/call.ts'
import type { CallLifecycle } from '../src/builder/lifecycle.ts'
import { defaultPath, possiblePaths } from '../src/lifecycle/remaining-path.ts'
import type { CallDirection, CallState } from '../src/model/types.generated.ts'
import { checkTenant } from '../src/read/check-tenant.ts'
import type { Tenant } from '../src/tenant/tenant.ts'

/**
 * A call of a {@link CallModel}.
 *
 * @example
 * ```ts
 * import type { ModeledCall } from 'graph-call-testkit/generators'
 *
 * const isInProgress = ({ state }: ModeledCall) => state !== 'terminated'
 * ```
 */
export interface ModeledCall {
  /** Id of the call. */
  readonly id: string
  /** State of the call. Stays `terminated` after the call has ended. */
  readonly state: CallState
  /** Direction of the call. */
  readonly direction: CallDirection
  /** Kind of the call. */
  readonly kind: CallKind
  /** States that follow, unless a command changes the path. */
  readonly ahead: readonly CallState[]
}

/**
 * Expected state of a tenant: the model of {@link callCommands}.
 *
 * @example
 * ```ts
 * import type { CallModel } from 'graph-call-testkit/generators'
 *
 * const countOf = ({ calls }: CallModel) => [...calls.values()].filter(({ state }) => state !== 'terminated').length
 * ```
 */
export interface CallModel {
  /** Every call that a command has added, by its id, in that order. */
  readonly calls: Map<string, ModeledCall>
}

/**
 * Resets a tenant, and returns the model of a tenant without calls. Use it in the setup of `fc.asyncModelRun`.
 *
 * @param tenant - the tenant of {@link callCommands}, without calls of its own
 * @throws TypeError if `tenant` is not a tenant
 * @example
 * ```ts
 * import { callModel } from 'graph-call-testkit/generators'
 *
 * const setup = () => ({ model: callModel(tenant), real: undefined })
 * ```
 * Source: fast-check, model based testing.
 */
export function callModel(tenant: Pick<Tenant, 'reset'>): CallModel {
  checkTenant(tenant)
  tenant.reset()
  return { calls: new Map() }
}

/** Returns the model of a call that was just added. Undefined for a lifecycle without snapshots. */
export function modeledCall({ snapshots }: CallLifecycle): ModeledCall | undefined {
  const [first, ...rest] = snapshots
  if (!first) return undefined
  const { id, state, direction } = first
  const kind = (first.meetingInfo ?? first.chatInfo) ? 'group' : 'peer-to-peer'
  return { id, state, direction, kind, ahead: rest.map((call) => call.state) }
}

/** Returns the call in its next state. Undefined if it has ended. */
export function advanced(call: ModeledCall): ModeledCall | undefined {
  const [state, ...ahead] = call.ahead.length > 0 ? call.ahead : (defaultPath(call)?.ahead ?? [])
  return state && { ...call, state, ahead }
}

/** Returns the call after the start of a transfer. Undefined if the call is not established. */
export function transferred(
  call: ModeledCall,
  outcome: 'transferred' | 'failed-transfer',
): ModeledCall | undefined {
  if (call.state !== 'established') return undefined
  const path = possiblePaths(call).find((each) => each.outcome === outcome)
  return path && advanced({ ...call, ahead: path.ahead })
}
