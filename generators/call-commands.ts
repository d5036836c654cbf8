import { type Arbitrary, type AsyncCommand, constantFrom, nat, tuple } from 'fast-check'
import type { CallLifecycle } from '../src/builder/lifecycle.ts'
import { endReasons } from '../src/lifecycle/end-reasons.ts'
import { TestkitError } from '../src/model/errors.ts'
import type { CallState } from '../src/model/types.generated.ts'
import { checkTenant } from '../src/read/check-tenant.ts'
import type { Tenant } from '../src/tenant/tenant.ts'
import { advanced, type CallModel, type ModeledCall, modeledCall, transferred } from './call-model.ts'
import { anyCallLifecycle, type CallLifecycleOptions } from './lifecycle.ts'

/**
 * Command on the calls of a tenant, for `fc.commands`. It ignores the real system, so you can combine it with commands of your own.
 *
 * @example
 * ```ts
 * import { type CallCommand, callCommands } from 'graph-call-testkit/generators'
 *
 * const arbitraries: fc.Arbitrary<CallCommand>[] = callCommands(tenant)
 * ```
 */
export type CallCommand = AsyncCommand<CallModel, unknown>

/**
 * Thrown by a command if the tenant is not in the state that the model predicts, for example because something else changes its
 * calls.
 *
 * @example
 * ```ts
 * import { CallModelError } from 'graph-call-testkit/generators'
 *
 * const stateIn = (error: unknown) => (error instanceof CallModelError ? error.found : undefined)
 * ```
 * Source: fast-check, model based testing.
 */
export class CallModelError extends TestkitError {
  override readonly name = 'CallModelError'
  /** Id of the call. */
  readonly callId: string
  /** State that the model predicts. */
  readonly expected: CallState
  /** State of the call in the tenant. */
  readonly found: CallState | undefined

  constructor(callId: string, expected: CallState, found: CallState | undefined) {
    super(
      `Call ${JSON.stringify(callId)} is ${found ?? 'without a state'}. Expected ${expected}, as in the model. ` +
        'Change the calls of the tenant only with commands that also change the model.',
    )
    this.callId = callId
    this.expected = expected
    this.found = found
  }
}

/**
 * Returns arbitraries of commands on the calls of a tenant, for `fc.commands`: add a lifecycle, move a call to its next state, transfer
 * a call, let a transfer fail, and end a call for any reason. {@link CallModel} predicts the state of each call. A command waits until
 * the tenant has delivered its notifications. Add your own commands for what your bot does.
 *
 * @param tenant - a tenant that only commands change; {@link callModel} resets it before each run
 * @param options - options for the lifecycles, as in {@link anyCallLifecycle}
 * @throws TypeError if `tenant` is not a tenant
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
 * @example
 * ```ts
 * import { callCommands, callModel } from 'graph-call-testkit/generators'
 * import { createTenant, graphFetch } from 'graph-call-testkit/tenant'
 *
 * const own = createTenant()
 * const setup = () => ({ model: callModel(own), real: graphFetch(own) })
 * test('the tenant follows the model', () =>
 *   fc.assert(fc.asyncProperty(fc.commands(callCommands(own)), (commands) => fc.asyncModelRun(setup, commands))))
 * ```
 * Sources: the sources of anyCallLifecycle; fast-check, model based testing.
 */
export function callCommands(tenant: Tenant, options: CallLifecycleOptions = {}): Arbitrary<CallCommand>[] {
  checkTenant(tenant)
  const lifecycles: Arbitrary<CallLifecycle> = anyCallLifecycle<CallLifecycleOptions>(options)
  const outcomes = constantFrom('transferred' as const, 'failed-transfer' as const)
  return [
    lifecycles.map((lifecycle) => addLifecycle(tenant, lifecycle)),
    anyIndex.map((index) =>
      changeOf(tenant, index, `advance(${index})`, advanced, (id) => tenant.advance(id)),
    ),
    tuple(anyIndex, outcomes).map(([index, outcome]) =>
      changeOf(
        tenant,
        index,
        `transferCall(${index}, ${outcome})`,
        (call) => transferred(call, outcome),
        (id) => tenant.transferCall(id, { outcome }),
      ),
    ),
    tuple(anyIndex, constantFrom(undefined, ...endReasons)).map(([index, reason]) =>
      changeOf(
        tenant,
        index,
        `endCall(${index}${reason ? `, ${reason.code}/${reason.subcode}` : ''})`,
        (call) => ({ ...call, state: 'terminated', ahead: [] }),
        (id) => tenant.endCall(id, reason && { code: reason.code, subcode: reason.subcode }),
      ),
    ),
  ]
}

/** Index of a call among those in progress. */
const anyIndex = nat({ max: 9 })

function addLifecycle(tenant: Tenant, lifecycle: CallLifecycle): CallCommand {
  const call = modeledCall(lifecycle)
  return {
    check: ({ calls }) => call !== undefined && !calls.has(call.id),
    async run({ calls }) {
      if (!call) return
      tenant.addCall(lifecycle)
      await follow(tenant, calls, call)
    },
    toString: () =>
      `addCall(${lifecycle.outcome}, ${lifecycle.snapshots.map(({ state }) => state).join(' > ')})`,
  }
}

/** Returns a command that changes one of the calls in progress. Skipped without such a call, or if the call cannot change in this way. */
function changeOf(
  tenant: Tenant,
  index: number,
  text: string,
  change: (call: ModeledCall) => ModeledCall | undefined,
  apply: (id: string) => unknown,
): CallCommand {
  const next = ({ calls }: Readonly<CallModel>) => {
    const inProgress = [...calls.values()].filter(({ state }) => state !== 'terminated')
    const call = inProgress[index % inProgress.length]
    return call && change(call)
  }
  return {
    check: (model) => next(model) !== undefined,
    async run(model) {
      const call = next(model)
      if (!call) return
      apply(call.id)
      await follow(tenant, model.calls, call)
    },
    toString: () => text,
  }
}

/** Changes the model, and checks that the tenant has changed in the same way. A call that has ended may have been removed. */
async function follow(tenant: Tenant, calls: Map<string, ModeledCall>, call: ModeledCall): Promise<void> {
  calls.set(call.id, call)
  if (call.state !== 'terminated') {
    const { state } = tenant.call(call.id)
    if (state !== call.state) throw new CallModelError(call.id, call.state, state)
  }
  await tenant.settled()
}
