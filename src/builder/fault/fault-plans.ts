import type { Call } from '../../model/types.generated.ts'
import { callOf } from '../call.ts'
import type { Build } from '../choices/choices.ts'
import type { FaultPlan, ViolationFilter } from '../faulty-call.ts'
import { type CallShapeOptions, narrowedShape } from '../options/call-shape.ts'
import { type FaultKind, type FaultRule, faultKinds } from './fault-kinds.ts'
import { reach, routesFrom } from './routes.ts'
import { violationsOf } from './violations.ts'

const anyShape: CallShapeOptions = {}
const group: CallShapeOptions = { kind: 'group' }
const incoming: CallShapeOptions = { direction: 'incoming' }

/** Options for calls that have an object of a type. The key is the type, or the property of the call that leads to it. */
const shapesByKey: ReadonlyMap<string, CallShapeOptions> = new Map<string, CallShapeOptions>([
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

/** Returns plans for the faults that violate one of the rules: one list for each rule that has any. */
export function plansFor(rules: readonly FaultRule[], isRequested: ViolationFilter): FaultPlan[][] {
  const builders = new Map<CallShapeOptions, Build<Call>>()
  const builderFor = (options: CallShapeOptions) => {
    const builder = builders.get(options) ?? callOf(narrowedShape(options))
    builders.set(options, builder)
    return builder
  }
  const kinds = faultKinds().filter((kind) =>
    violationsOf(kind, reach({}, kind.type), undefined).some(isRequested),
  )
  return rules
    .map((rule) => kinds.filter((kind) => kind.rule === rule))
    .filter((kinds) => kinds.length > 0)
    .map((kinds) => kinds.map((kind) => ({ kind, call: builderFor(shapeFor(kind)) })))
}

function shapeFor({ type }: FaultKind): CallShapeOptions {
  const firstKey = routesFrom('call').get(type)?.[0]?.key ?? ''
  return shapesByKey.get(type) ?? shapesByKey.get(firstKey) ?? anyShape
}
