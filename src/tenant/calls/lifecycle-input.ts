import { parseState } from '../../lifecycle/transitions.ts'
import { isJsonObject } from '../../model/json.ts'
import type { CallState, ReceivedCall } from '../../model/types.generated.ts'
import { CallFormatError, type CallFormatIssue } from '../../read/call-format-error.ts'
import { describeValue } from '../../read/describe-value.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import { type CallProgress, intervalOf } from './call-progress.ts'
import { type AddCallOptions, type CallInput, readCallInput, type StoredCall } from './stored-call.ts'

/**
 * Lifecycle that can be added: the call in each of its states, in order. Other properties, such as the `outcome` of a generated
 * lifecycle, have no effect.
 *
 * @example
 * ```ts
 * const lifecycle: LifecycleInput = {
 *   snapshots: [
 *     { id: '2e1a', state: 'establishing' },
 *     { id: '2e1a', state: 'established', mediaState: { audio: 'active' } },
 *   ],
 * }
 * tenant.addCall(lifecycle)
 * ```
 */
export interface LifecycleInput<Options extends AddCallOptions = AddCallOptions> {
  /** The call in each of its states. All have the same id. */
  readonly snapshots: readonly CallInput<Options>[]
  /**
   * Time of each snapshot in milliseconds, in ascending order, as in a recording. The call then moves by the tenant's clock in the same
   * distances. `stepEvery` overrides them. Defaults to no times.
   */
  readonly times?: readonly number[] | undefined
}

/** True for a lifecycle. A call has no property `snapshots`. */
export function isLifecycle(body: object): body is LifecycleInput<{ unknownEnumMembers: true }> {
  return isJsonObject(body) && Array.isArray(body['snapshots']) && !('state' in body)
}

/** First call of a lifecycle, and the path that follows. */
export interface ReadLifecycle {
  readonly id: string
  readonly first: StoredCall
  readonly path: Pick<CallProgress, 'state' | 'remaining' | 'result' | 'snapshots' | 'stays' | 'interval'>
}

/**
 * Checks the snapshots of a lifecycle.
 *
 * @throws CallFormatError if a snapshot is not a call, or does not belong to the same call; TypeError if `outcome` is set, or `times` are
 * not valid
 */
export function readLifecycle(
  { snapshots, times }: LifecycleInput<{ unknownEnumMembers: true }>,
  options: AddCallOptions,
): ReadLifecycle {
  if (options.outcome !== undefined) {
    throw invalidValue('outcome', options.outcome, 'no outcome: the snapshots of the lifecycle determine it')
  }
  const calls = snapshots.map((snapshot, index) => readSnapshot(snapshot, index, options))
  const [first, ...rest] = calls
  if (!first) throw invalidValue('snapshots', snapshots, 'at least one call')
  for (const [index, { id }] of rest.entries()) {
    if (id !== first.id) throw problemAt(index + 1, 'id', `the ID of the first snapshot: ${first.id}`, id)
    if (calls[index]?.state === 'terminated') {
      throw problemAt(index + 1, 'state', 'no snapshot after a terminated one', rest[index]?.state)
    }
  }
  const [stay, ...stays] = times === undefined ? [] : staysOf(times, snapshots.length)
  return {
    id: first.id,
    first: first.call,
    path: {
      state: first.state,
      remaining: rest.map(({ state }) => state),
      result: undefined,
      snapshots: rest.map(({ call }) => call.call),
      ...(times && { stays }),
      interval: intervalOf(stay),
    },
  }
}

/** Returns the time in each state but the last. */
function staysOf(times: readonly number[], length: number): readonly number[] {
  if (!Array.isArray(times) || times.length !== length) {
    throw invalidValue('times', times, `an array of ${length} times, one for each snapshot`)
  }
  return times.slice(1).map((time: number, index) => {
    const stay = time - times[index]
    if (Number.isFinite(stay) && stay >= 0) return Math.max(stay, 1)
    throw invalidValue(`times[${index + 1}]`, time, `a number of at least ${times[index]}`)
  })
}

interface Snapshot {
  readonly id: string
  readonly call: StoredCall
  readonly state: CallState
}

function readSnapshot(
  body: CallInput<{ unknownEnumMembers: true }>,
  index: number,
  options: AddCallOptions,
): Snapshot {
  try {
    const { id, call } = readCallInput(body, options)
    const { state: found }: ReceivedCall = call.call
    const state = parseState(found)
    if (!state) throw problemAt(index, 'state', 'a state that this package knows', found)
    return { id, call, state }
  } catch (error) {
    if (!(error instanceof CallFormatError) || error.issues.some(({ path }) => path.startsWith('snapshots')))
      throw error
    throw new CallFormatError(
      error.issues.map((issue) => ({ ...issue, path: `snapshots[${index}].${issue.path}` })),
    )
  }
}

function problemAt(index: number, property: string, expected: string, found: unknown): CallFormatError {
  const issue: CallFormatIssue = {
    path: `snapshots[${index}].${property}`,
    rule: found === undefined ? 'missing' : 'not-a-member',
    expected,
    found: describeValue(found),
    fix: 'Pass the snapshots of one call, in the order of its states.',
    provenance: 'assumed',
    origin: 'the lifecycles of this package',
  }
  return new CallFormatError([issue])
}
