import {
  concreteTypesOf,
  enumType,
  objectType,
  odataTypeOf,
  type Property,
  propertiesOf,
  type ValueType,
} from '../../src/model/index.ts'
import { isJsonObject } from '../../src/model/json.ts'

/** Number of times that a feature occurred, out of the times that it could occur. */
export interface Share {
  /** Feature: a type, a property with its presence, or a member of an enum. */
  readonly of: string
  readonly seen: number
  /** Number of calls for a type, of objects for a property, of values for an enum member. */
  readonly outOf: number
}

/** Counts every feature that the model allows in calls. */
export function diversityOf(calls: readonly unknown[]): Share[] {
  const counts = new Map<string, number>()
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  const seen = (key: string) => counts.get(key) ?? 0

  function visit(type: ValueType, value: unknown): void {
    if (type.kind === 'enum') {
      count(type.name)
      count(`${type.name}: ${value}`)
    }
    if (type.kind === 'collection' && Array.isArray(value)) for (const item of value) visit(type.of, item)
    if (type.kind !== 'object' || !isJsonObject(value)) return
    const tag = value['@odata.type'] ?? odataTypeOf(type.name)
    const name = concreteTypesOf(type.name).find((each) => odataTypeOf(each) === tag)
    if (!name) throw new Error(`${tag} does not extend ${type.name}.`)
    count(name)
    if (name === type.name) count(`${name}.@odata.type ${'@odata.type' in value ? 'present' : 'absent'}`)
    for (const [key, property] of Object.entries(propertiesOf(name))) {
      count(`${name}.${key} ${presenceOf(value[key])}`)
      if (value[key] !== undefined && value[key] !== null) visit(property.type, value[key])
    }
  }
  for (const call of calls) visit({ kind: 'object', name: 'call' }, call)

  const types = [...typesWithin('call')]
  return [
    ...types.map((name) => ({ of: name, seen: seen(name), outOf: calls.length })),
    ...types.flatMap((name) =>
      presencesOf(name).map((presence) => ({ of: presence, seen: seen(presence), outOf: seen(name) })),
    ),
    ...[...enumsOf(types)].flatMap((name) =>
      enumType(name).members.map((member) => ({
        of: `${name}: ${member}`,
        seen: seen(`${name}: ${member}`),
        outOf: seen(name),
      })),
    ),
  ]
}

/** Returns the enums that these types use. */
function enumsOf(types: readonly string[]): Set<string> {
  const within = (type: ValueType): string[] =>
    type.kind === 'collection' ? within(type.of) : type.kind === 'enum' ? [type.name] : []
  return new Set(
    types.flatMap((name) => Object.values(propertiesOf(name)).flatMap(({ type }) => within(type))),
  )
}

function presenceOf(value: unknown): 'present' | 'null' | 'absent' {
  return value === undefined ? 'absent' : value === null ? 'null' : 'present'
}

/** Returns the presences that the strict schema accepts for the properties of a type. */
function presencesOf(name: string): string[] {
  // A type that extends another one requires its @odata.type.
  const tag = objectType(name).base ? [] : ['present', 'absent'].map((each) => `${name}.@odata.type ${each}`)
  const ofProperty = (key: string, { required, nullable }: Property) => [
    `${name}.${key} present`,
    ...(required ? [] : [`${name}.${key} absent`]),
    ...(nullable ? [`${name}.${key} null`] : []),
  ]
  const declared = Object.entries(propertiesOf(name)).filter(([, { tolerantOnly }]) => !tolerantOnly)
  return [...tag, ...declared.flatMap(([key, property]) => ofProperty(key, property))]
}

/** Returns the type and all concrete types within it. */
function typesWithin(name: string, found = new Set<string>()): Set<string> {
  for (const type of concreteTypesOf(name)) {
    if (found.has(type)) continue
    found.add(type)
    for (const { type: inner, tolerantOnly } of Object.values(propertiesOf(type))) {
      if (tolerantOnly) continue
      const of = inner.kind === 'collection' ? inner.of : inner
      if (of.kind === 'object') typesWithin(of.name, found)
    }
  }
  return found
}
