import { object } from '../../model/definitions.ts'
import { enumType, type Property, propertiesOf, type ValueType } from '../../model/index.ts'
import type { Rule } from '../../model/rules.ts'
import { routesFrom } from './routes.ts'

/** Rules that a single value in a call can violate. The remaining rules are about bodies that are not a call. */
export const faultRules = [
  'wrong-type',
  'missing',
  'null',
  'not-a-member',
  'documented-only-member',
  'wrong-odata-type',
  'wrong-format',
  'not-declared',
] as const satisfies readonly Rule[]

/**
 * A rule that a single value in a call can violate.
 *
 * @example
 * ```ts
 * import { anyFaultyCall, type FaultRule } from 'graph-call-testkit/generators'
 *
 * const rules: readonly FaultRule[] = ['missing', 'null']
 * const calls = anyFaultyCall({ rule: rules })
 * ```
 */
export type FaultRule = (typeof faultRules)[number]

/** A possible fault: a rule of the model, at one property of a type. */
export interface FaultKind {
  readonly rule: FaultRule
  /** Type that has the property. */
  readonly type: string
  /** Property of the type: `targets[]` is an item of a collection, `*` an undeclared property, and `''` the call itself. */
  readonly property: string
  /** Type of the value in the model. Absent if the model has no such property. */
  readonly value?: ValueType
}

/** Returns every fault that a call can have, computed from the model. */
export function faultKinds(): readonly FaultKind[] {
  const ofCall = { type: 'call', property: '', value: object('call') }
  return [
    { rule: 'wrong-type', ...ofCall },
    { rule: 'null', ...ofCall },
    ...[...routesFrom('call').keys()].flatMap(kindsOf),
  ]
}

function kindsOf(type: string): FaultKind[] {
  return [
    { rule: 'wrong-odata-type', type, property: '@odata.type' },
    { rule: 'not-declared', type, property: '*' },
    ...Object.entries(propertiesOf(type)).flatMap(([key, property]) => kindsAt(type, key, property)),
  ]
}

function kindsAt(type: string, key: string, property: Property): FaultKind[] {
  const kinds = (property: string, value: ValueType, rules: readonly FaultRule[]) =>
    rules.map((rule) => ({ rule, type, property, value }))
  if (property.tolerantOnly) return kinds(key, property.type, ['not-declared'])
  return [
    ...kinds(key, property.type, [...presenceRules(property), ...valueRules(property.type)]),
    ...(property.type.kind === 'collection'
      ? kinds(`${key}[]`, property.type.of, ['null', ...valueRules(property.type.of)])
      : []),
  ]
}

function presenceRules({ required, nullable }: Property): readonly FaultRule[] {
  if (required) return ['missing', 'null']
  return nullable ? [] : ['null']
}

function valueRules(value: ValueType): readonly FaultRule[] {
  switch (value.kind) {
    case 'any':
      return []
    case 'enum':
      return enumType(value.name).disputed
        ? ['wrong-type', 'not-a-member', 'documented-only-member']
        : ['wrong-type', 'not-a-member']
    case 'string':
      return value.format ? ['wrong-type', 'wrong-format'] : ['wrong-type']
    default:
      return ['wrong-type']
  }
}
