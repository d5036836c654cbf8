import type { Call } from '../../model/types.generated.ts'
import { callOf } from '../call.ts'
import type { Build } from '../choices/choices.ts'
import type { FaultPlan, ViolationFilter } from '../faulty-call.ts'
import { type CallShapeOptions, incomingStates, narrowedShape } from '../options/call-shape.ts'
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

/** Options that a call with a fault can have. */
const shapeNames = ['kind', 'state', 'direction'] as const
export type FaultyShapeOptions = Pick<CallShapeOptions, (typeof shapeNames)[number]>

/**
 * Returns plans for the faults that violate one of the rules: one list for each rule that has any. Likely faults occur several times.
 *
 * @param shape - options for the calls. No fault is in a property that they determine
 */
export function plansFor(
  rules: readonly FaultRule[],
  isRequested: ViolationFilter,
  shape: FaultyShapeOptions = {},
): FaultPlan[][] {
  const builders = new Map<string, Build<Call>>()
  const builderFor = (options: CallShapeOptions) => {
    const key = JSON.stringify(options)
    const builder = builders.get(key) ?? callOf(narrowedShape(options))
    builders.set(key, builder)
    return builder
  }
  const determined = shapeNames.filter((name) => shape[name] !== undefined)
  const plans = faultKinds().flatMap((kind): FaultPlan[] => {
    const isDetermined =
      determined.length > 0 && kind.type === 'call' && ['', ...determined].includes(kind.property)
    const options = both(shapeFor(kind), shape)
    if (isDetermined || !options) return []
    const isPossible = violationsOf(kind, reach({}, kind.type), undefined).some(isRequested)
    if (!isPossible) return []
    const plan = { kind, call: builderFor(options) }
    return Array.from({ length: weightOf(kind) }, () => plan)
  })
  return rules
    .map((rule) => plans.filter(({ kind }) => kind.rule === rule))
    .filter((plans) => plans.length > 0)
}

/** Combines two options for calls. Returns undefined if no call fits both. */
function both(required: CallShapeOptions, requested: FaultyShapeOptions): CallShapeOptions | undefined {
  const options: CallShapeOptions = { ...requested, ...required }
  const isPossible = shapeNames.every((name) => {
    const [one, other] = [required[name], requested[name]]
    return one === undefined || other === undefined || [other].flat().some((each) => each === one)
  })
  return isPossible && hasDirection(options) ? options : undefined
}

/** False for a state that calls of the direction never have. */
function hasDirection({ direction, state }: CallShapeOptions): boolean {
  if (direction === undefined || state === undefined) return true
  const isIncoming = [direction].flat().includes('incoming')
  return isIncoming || [state].flat().some((each) => !incomingStates.includes(each))
}

/** Returns how often a fault occurs. Most code reads the properties of the call itself. */
function weightOf({ type }: FaultKind): number {
  return type === 'call' ? 3 : 1
}

function shapeFor({ type }: FaultKind): CallShapeOptions {
  const firstKey = routesFrom('call').get(type)?.[0]?.key ?? ''
  return shapesByKey.get(type) ?? shapesByKey.get(firstKey) ?? anyShape
}
