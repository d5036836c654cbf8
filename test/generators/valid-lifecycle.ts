import { readCall } from 'graph-call-testkit'
import type { CallLifecycle } from 'graph-call-testkit/generators'
import { endReasons } from '../../src/lifecycle/end-reasons.ts'
import { firstStates, statesAfter } from '../../src/lifecycle/transitions.ts'
import { strict } from '../../src/read/mode.ts'
import { schemaOf } from '../../src/schema/schema-of.ts'

const strictCall = schemaOf('call', strict)

/** What stays the same from the first snapshot to the last: all but these. */
const changing = ['state', 'mediaState', 'resultInfo', 'answeredBy', 'toneInfo', 'transcription']

/** The results that a call may end with: the documented reasons, and the failed join that was reported. */
const ends = [...endReasons, { code: 500, subcode: 7106 }]

/** Whether it is the life of one call, each step of which the lifecycle allows. */
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
