import { readCall } from 'graph-call-testkit'
import type { CallLifecycle } from 'graph-call-testkit/generators'
import { endReasons } from '../../src/lifecycle/end-reasons.ts'
import { firstStates, statesAfter } from '../../src/lifecycle/transitions.ts'
import { strict } from '../../src/read/mode.ts'
import { schemaOf } from '../../src/schema/schema-of.ts'

const strictCall = schemaOf('call', strict)

/** Properties that may differ between snapshots. */
const changing = ['state', 'mediaState', 'resultInfo', 'answeredBy', 'toneInfo', 'transcription']

/** Results of a call that ended: the documented reasons, and the reported failure to join. */
const ends = endReasons

/** True if the snapshots are those of one call, with valid transitions only. */
export function isLifecycle({ snapshots, outcome, afterwards }: CallLifecycle): boolean {
  const [first] = snapshots
  const last = snapshots.at(-1)
  if (!first || !last) return false
  const constant = JSON.stringify(constantOf(first))
  const isOver = last.state === 'terminated'
  return (
    snapshots.every((call) => strictCall.safeParse(call).success && readCall(call) === call) &&
    snapshots.every((call) => JSON.stringify(constantOf(call)) === constant) &&
    first.state === firstStates[first.direction] &&
    snapshots.every(({ state }, index) => {
      const before = snapshots[index - 1]
      return !before || statesAfter(before.state).includes(state)
    }) &&
    afterwards === (isOver ? 'not-found' : 'still-there') &&
    snapshots.every((call) => call === last || !call.resultInfo) &&
    hasResult(last, outcome)
  )
}

function hasResult({ state, resultInfo }: CallLifecycle['snapshots'][number], outcome: string): boolean {
  if (outcome === 'failed-transfer') return state === 'established' && resultInfo?.code === 500
  if (state !== 'terminated') return !resultInfo
  return ends.some(({ code, subcode }) => code === resultInfo?.code && subcode === resultInfo.subcode)
}

function constantOf(call: object): unknown {
  return Object.entries(call)
    .filter(([key]) => !changing.includes(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
