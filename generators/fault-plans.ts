import type { Call } from '../src/schema/types.ts'
import { callOf } from './build/call.ts'
import type { Ask, FaultPlan } from './build/faulty-call.ts'
import { type AnyCallOptions, shapeOf } from './call-options.ts'
import type { Build } from './choices/choices.ts'
import { reach, routesFrom } from './description/routes.ts'
import { breachesOf } from './fault/breaches.ts'
import { type FaultKind, type FaultRule, faultKinds } from './fault/catalogue.ts'

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
export function plansFor(rules: readonly FaultRule[], isAsked: Ask): FaultPlan[][] {
  const calls = new Map<AnyCallOptions, Build<Call>>()
  const callIn = (home: AnyCallOptions) => {
    const call = calls.get(home) ?? callOf(shapeOf(home))
    calls.set(home, call)
    return call
  }
  const possible = faultKinds().filter((kind) =>
    breachesOf(kind, reach({}, kind.type), undefined).some(isAsked),
  )
  return rules
    .map((rule) => possible.filter((kind) => kind.rule === rule))
    .filter((kinds) => kinds.length > 0)
    .map((kinds) => kinds.map((kind) => ({ kind, call: callIn(homeOf(kind)) })))
}

function homeOf({ type }: FaultKind): AnyCallOptions {
  return homes.get(type) ?? homes.get(routesFrom('call').get(type)?.[0]?.key ?? '') ?? anywhere
}
