import { type Path, pathText } from '../model/path.ts'
import { rules } from '../model/rules.ts'
import { type TypedObject, typedObjects } from '../model/typed-objects.ts'
import type { Call } from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import type { FaultKind, FaultRule } from './fault/fault-kinds.ts'
import { reach } from './fault/routes.ts'
import { type Violation, violationsOf } from './fault/violations.ts'

/** The one thing that is wrong with a call. */
export interface Fault<Rule extends FaultRule = FaultRule> {
  /** The rule that it breaks, as `CallFormatError` names it. */
  readonly rule: Rule
  /** Where, as `CallFormatError` writes it: `targets[0].identity`; empty for the call itself. */
  readonly path: string
  /** The type that the rule belongs to, e.g. `invitationParticipantInfo`. */
  readonly type: string
  /** The property of that type; `targets[]` for an item of it, `*` for one that the type does not have. */
  readonly property: string
  /** What is wrong, in words. */
  readonly description: string
  /** Whether `callSchema`, the tolerant reading, takes it all the same. `strictCallSchema` never does. */
  readonly tolerated: boolean
}

/** A call, or what should have been one, and what is wrong with it. */
export interface FaultyCall<Rule extends FaultRule = FaultRule> {
  /** The body; mostly an object, for `path: ''` anything else that JSON holds. */
  readonly call: unknown
  /** The one thing that is wrong with it. */
  readonly fault: Fault<Rule>
}

/** Which of the ways to break a rule are asked for. */
export type ViolationFilter = (breach: Violation) => boolean

/** A kind of fault, and how to build the calls that shall have it. */
export interface FaultPlan {
  readonly kind: FaultKind
  readonly call: Build<Call>
}

/**
 * Calls with one fault each. A shrink keeps its kind: what else the call has goes, and what the fault needs to stand
 * in stays. `plans` has a list for each rule, so that rules with many places are no more frequent than others.
 */
export function faultyCallOf(
  plans: readonly (readonly FaultPlan[])[],
  isAsked: ViolationFilter,
): Build<FaultyCall> {
  return (choices) => {
    const { kind, call } = choices.keptOf(choices.keptOf(plans))
    const body = choices.one(call)
    const candidates = [...typedObjects(body)].filter(({ type }) => type === kind.type)
    const at = candidates.length > 0 ? choices.pick(candidates) : reach(body, kind.type)
    return kind.property.endsWith('[]')
      ? inItem(choices, body, at, kind, isAsked)
      : inProperty(choices, body, at, kind, isAsked)
  }
}

function inProperty(
  choices: Choices,
  body: Call,
  at: TypedObject,
  kind: FaultKind,
  isAsked: ViolationFilter,
): FaultyCall {
  const isWhole = kind.property === ''
  const there = isWhole ? body : at.object[kind.property]
  const {
    key = kind.property,
    value,
    tolerated,
  } = choices.pick(violationsOf(kind, at, there).filter(isAsked))
  if (isWhole) return { call: value, fault: faultAt([], kind, value, tolerated) }
  if (value === undefined) delete at.object[key]
  else at.object[key] = value
  return { call: body, fault: faultAt([...at.path, key], kind, value, tolerated) }
}

/** One of the items, or a further one. */
function inItem(
  choices: Choices,
  body: Call,
  at: TypedObject,
  kind: FaultKind,
  isAsked: ViolationFilter,
): FaultyCall {
  const key = kind.property.slice(0, -'[]'.length)
  const there = at.object[key]
  const items: unknown[] = Array.isArray(there) ? there : []
  const index = choices.below(items.length + 1)
  const { value, tolerated } = choices.pick(violationsOf(kind, at, items[index]).filter(isAsked))
  at.object[key] = [...items.slice(0, index), value, ...items.slice(index + 1)]
  return { call: body, fault: faultAt([...at.path, key, index], kind, value, tolerated) }
}

function faultAt(path: Path, { rule, type, property }: FaultKind, value: unknown, tolerated: boolean): Fault {
  const place = pathText(path)
  const description = `${place || 'the call'} is ${shown(value)}: ${rules[rule]}`
  return { rule, path: place, type, property, description, tolerated }
}

function shown(value: unknown): string {
  if (value === undefined) return 'absent'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}...` : text
}
