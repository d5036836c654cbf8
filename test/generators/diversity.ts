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

/** How often something was seen, of how often it might have been. */
export interface Share {
  /** A type, a property of it with what stands there, or a member of an enum. */
  readonly of: string
  readonly seen: number
  /** The calls for a type, the objects of the type for a property, the values of the enum for a member. */
  readonly outOf: number
}

/** Everything that calls may have, by the description, and how often these have it. */
export function diversityOf(calls: readonly unknown[]): Share[] {
  const counts = new Map<string, number>()
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  const seen = (key: string) => counts.get(key) ?? 0

  function look(type: ValueType, value: unknown): void {
    if (type.kind === 'enum') {
      count(type.name)
      count(`${type.name}: ${value}`)
    }
    if (type.kind === 'collection' && Array.isArray(value)) for (const item of value) look(type.of, item)
    if (type.kind !== 'object' || !isJsonObject(value)) return
    const tag = value['@odata.type'] ?? odataTypeOf(type.name)
    const name = concreteTypesOf(type.name).find((each) => odataTypeOf(each) === tag)
    if (!name) throw new Error(`No type ${tag} can stand for ${type.name}.`)
    count(name)
    if (name === type.name) count(`${name}.@odata.type ${'@odata.type' in value ? 'present' : 'absent'}`)
    for (const [key, property] of Object.entries(propertiesOf(name))) {
      count(`${name}.${key} ${presenceOf(value[key])}`)
      if (value[key] !== undefined && value[key] !== null) look(property.type, value[key])
    }
  }
  for (const call of calls) look({ kind: 'object', name: 'call' }, call)

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

/** The enums of which these types hold a member. */
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

/** What the strict reading lets the properties of a type be. */
function presencesOf(name: string): string[] {
  // A type that extends another stands where the other is declared, so its tag may not be left out.
  const tag = objectType(name).base ? [] : ['present', 'absent'].map((each) => `${name}.@odata.type ${each}`)
  const ofProperty = (key: string, { required, nullable }: Property) => [
    `${name}.${key} present`,
    ...(required ? [] : [`${name}.${key} absent`]),
    ...(nullable ? [`${name}.${key} null`] : []),
  ]
  const declared = Object.entries(propertiesOf(name)).filter(
    ([, { provenance }]) => provenance !== 'reported',
  )
  return [...tag, ...declared.flatMap(([key, property]) => ofProperty(key, property))]
}

/** The concrete types that an object of the type has in it, itself included. */
function typesWithin(name: string, found = new Set<string>()): Set<string> {
  for (const type of concreteTypesOf(name)) {
    if (found.has(type)) continue
    found.add(type)
    for (const { type: inner } of Object.values(propertiesOf(type))) {
      const of = inner.kind === 'collection' ? inner.of : inner
      if (of.kind === 'object') typesWithin(of.name, found)
    }
  }
  return found
}
