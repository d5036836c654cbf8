import { type Path, pathText } from '../model/path.ts'
import { rules } from '../model/rules.ts'
import { type TypedObject, typedObjects } from '../model/typed-objects.ts'
import type { Call } from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import type { FaultKind, FaultRule } from './fault/fault-kinds.ts'
import { reach } from './fault/routes.ts'
import { type Violation, violationsOf } from './fault/violations.ts'

/**
 * The single fault of a call.
 *
 * @example
 * ```ts
 * import type { Fault } from 'graph-call-testkit/generators'
 *
 * const titleOf = ({ path, rule }: Fault) => `${path || 'the call'}: ${rule}`
 * ```
 */
export interface Fault<Rule extends FaultRule = FaultRule> {
  /** Violated rule, as in `CallFormatError`. */
  readonly rule: Rule
  /** Path of the value, as in `CallFormatError`, for example `targets[0].identity`. Empty for the call itself. */
  readonly path: string
  /** Type that has the property, for example `invitationParticipantInfo`. */
  readonly type: string
  /** Property of that type: `targets[]` is an item of a collection, `*` an undeclared property. */
  readonly property: string
  /** Human-readable description. */
  readonly description: string
  /** True if `callSchema`, the tolerant schema, accepts the call. `strictCallSchema` never does. */
  readonly tolerated: boolean
}

/**
 * A call with a single fault.
 *
 * @example
 * ```ts
 * import { anyFaultyCall, type FaultyCall } from 'graph-call-testkit/generators'
 *
 * const isAtRoot = ({ fault }: FaultyCall) => fault.path === ''
 * const calls = anyFaultyCall().filter(isAtRoot)
 * ```
 */
export interface FaultyCall<Rule extends FaultRule = FaultRule> {
  /** Response body. An object, or any other JSON value if `fault.path` is empty. */
  readonly call: unknown
  /** The single fault of the call. */
  readonly fault: Fault<Rule>
}

/** Returns true for the violations to use. */
export type ViolationFilter = (violation: Violation) => boolean

/** A kind of fault, with a builder of calls that can have it. */
export interface FaultPlan {
  readonly kind: FaultKind
  readonly call: Build<Call>
}

/**
 * Returns a builder of calls with one fault each. Shrinking keeps the kind of fault and removes everything that it does not need.
 * `plans` has a list for each rule, so that every rule is equally likely.
 */
export function faultyCallOf(
  plans: readonly (readonly FaultPlan[])[],
  isRequested: ViolationFilter,
): Build<FaultyCall> {
  return (choices) => {
    const { kind, call } = choices.pickKept(choices.pickKept(plans))
    const body = choices.one(call)
    const candidates = [...typedObjects(body)].filter(({ type }) => type === kind.type)
    const at = candidates.length > 0 ? choices.pick(candidates) : reach(body, kind.type)
    return kind.property.endsWith('[]')
      ? inItem(choices, body, at, kind, isRequested)
      : inProperty(choices, body, at, kind, isRequested)
  }
}

function inProperty(
  choices: Choices,
  body: Call,
  at: TypedObject,
  kind: FaultKind,
  isRequested: ViolationFilter,
): FaultyCall {
  const isWhole = kind.property === ''
  const current = isWhole ? body : at.object[kind.property]
  const {
    key = kind.property,
    value,
    tolerated,
  } = choices.pick(violationsOf(kind, at, current).filter(isRequested))
  if (isWhole) return { call: value, fault: faultAt([], kind, value, tolerated) }
  if (value === undefined) delete at.object[key]
  else at.object[key] = value
  return { call: body, fault: faultAt([...at.path, key], kind, value, tolerated) }
}

/** Changes an item of a collection, or adds one. */
function inItem(
  choices: Choices,
  body: Call,
  at: TypedObject,
  kind: FaultKind,
  isRequested: ViolationFilter,
): FaultyCall {
  const key = kind.property.slice(0, -'[]'.length)
  const current = at.object[key]
  const items: unknown[] = Array.isArray(current) ? current : []
  const index = choices.below(items.length + 1)
  const { value, tolerated } = choices.pick(violationsOf(kind, at, items[index]).filter(isRequested))
  at.object[key] = [...items.slice(0, index), value, ...items.slice(index + 1)]
  return { call: body, fault: faultAt([...at.path, key, index], kind, value, tolerated) }
}

function faultAt(path: Path, { rule, type, property }: FaultKind, value: unknown, tolerated: boolean): Fault {
  const text = pathText(path)
  const description = `${text || 'the call'} is ${shown(value)}: ${rules[rule]}`
  return { rule, path: text, type, property, description, tolerated }
}

function shown(value: unknown): string {
  if (value === undefined) return 'absent'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}...` : text
}
