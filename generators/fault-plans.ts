import { callOf } from '../src/builder/call.ts'
import type { Build } from '../src/builder/choices/choices.ts'
import { type FaultKind, type FaultRule, faultKinds } from '../src/builder/fault/fault-kinds.ts'
import { reach, routesFrom } from '../src/builder/fault/routes.ts'
import { violationsOf } from '../src/builder/fault/violations.ts'
import type { FaultPlan, ViolationFilter } from '../src/builder/faulty-call.ts'
import type { Call } from '../src/model/types.generated.ts'
import { type AnyCallOptions, shapeOf } from './call-options.ts'

const anywhere: AnyCallOptions = {}
const group: AnyCallOptions = { kind: 'group' }
const incoming: AnyCallOptions = { direction: 'incoming' }

/** Which calls have an object of a type, by the type or by the property of the call that leads to it. */
const homes: ReadonlyMap<string, AnyCallOptions> = new Map<string, AnyCallOptions>([
  ['targets', { kind: 'peer-to-peer' }],
  ['chatInfo', group],
  ['meetingInfo', group],
  ['transcription', group],
  ['callRoutes', incoming],
  ['incomingContext', incoming],
  ['incomingCallOptions', incoming],
  ['outgoingCallOptions', { direction: 'outgoing' }],
  ['resultInfo', { state: 'terminated' }],
  ['toneInfo', { state: 'established' }],
])

/** How to build calls with the faults that break one of these rules: a list for each rule. */
export function plansFor(rules: readonly FaultRule[], isAsked: ViolationFilter): FaultPlan[][] {
  const calls = new Map<AnyCallOptions, Build<Call>>()
  const callIn = (home: AnyCallOptions) => {
    const call = calls.get(home) ?? callOf(shapeOf(home))
    calls.set(home, call)
    return call
  }
  const possible = faultKinds().filter((kind) =>
    violationsOf(kind, reach({}, kind.type), undefined).some(isAsked),
  )
  return rules
    .map((rule) => possible.filter((kind) => kind.rule === rule))
    .filter((kinds) => kinds.length > 0)
    .map((kinds) => kinds.map((kind) => ({ kind, call: callIn(homeOf(kind)) })))
}

function homeOf({ type }: FaultKind): AnyCallOptions {
  return homes.get(type) ?? homes.get(routesFrom('call').get(type)?.[0]?.key ?? '') ?? anywhere
}
