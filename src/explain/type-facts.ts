import type { Provenance } from '../model/definitions.ts'
import { descriptionOf } from '../model/descriptions.ts'
import {
  concreteTypesOf,
  enumType,
  enumTypes,
  objectType,
  objectTypes,
  odataTypeOf,
  openPropertiesOf,
  type Property,
  type ValueType,
} from '../model/index.ts'
import { sourcesIn } from '../model/sources.ts'
import type { Fact } from './fact.ts'
import { namedBodies, seenIn } from './occurrences.ts'

const odata = 'OData JSON Format 4.01, 4.6.3'

/** Returns a fact for each type, property, enum and member. */
export function typeFacts(): readonly Fact[] {
  return [
    ...Object.keys(objectTypes).flatMap((name) => [
      typeFact(name),
      ...Object.entries(objectType(name).properties).map(([key, property]) =>
        propertyFact(name, key, property),
      ),
    ]),
    ...Object.keys(enumTypes).flatMap((name) => [enumFact(name), ...memberFacts(name)]),
  ]
}

function typeFact(name: string): Fact {
  const { origin, abstract } = objectType(name)
  const others = concreteTypesOf(name)
  return {
    name,
    kind: 'type',
    description: descriptionOf(name),
    type: 'object',
    members: Object.keys(openPropertiesOf(name)),
    ...declared(origin === '$metadata v1.0' ? `${origin}, ${name}` : origin),
    seenIn: seenIn(name),
    watchFor: abstract
      ? [`It is abstract: \`@odata.type\` is one of ${others.map(odataTypeOf).join(', ')}.`]
      : [],
  }
}

/** Returns the fact about a property of the type that declares it. */
export function propertyFact(owner: string, key: string, property: Property): Fact {
  const { type, nullable, provenance, origin } = property
  const name = `${owner}.${key}`
  const where = seenIn(name)
  return {
    name,
    kind: 'property',
    description: descriptionOf(owner, key),
    type: typeText(type),
    nullable,
    ...membersOf(type),
    provenance,
    origin: origin === '$metadata v1.0' ? `${origin}, ${name}` : origin,
    alsoIn: examplesAmong(where),
    seenIn: where,
    watchFor: adviceOn(property),
  }
}

/** Returns the fact about `@odata.type` in an object of a type. */
export function tagFact(owner: string): Fact {
  const types = concreteTypesOf(owner).map(odataTypeOf)
  return {
    name: `${owner}.@odata.type`,
    kind: 'property',
    description: 'Name of the type.',
    type: 'string',
    nullable: false,
    members: types,
    provenance: 'documented',
    origin: odata,
    watchFor: types.length > 1 ? ['It says which properties the object has.'] : ['It can be absent.'],
  }
}

function enumFact(name: string): Fact {
  const { origin, members, flags } = enumType(name)
  const isOpen = members.includes('unknownFutureValue')
  return {
    name,
    kind: 'enum',
    description: descriptionOf(name),
    type: 'string',
    members,
    ...declared(`${origin}, ${name}`),
    seenIn: seenIn(name),
    watchFor: [
      ...(flags ? ['One string can have several members, separated by commas.'] : []),
      ...(isOpen ? [unknownFutureValue] : []),
    ],
  }
}

function memberFacts(name: string): readonly Fact[] {
  const { origin, members, alsoReceived = [], disputed = {} } = enumType(name)
  const fact = (
    member: string,
    rest: Pick<Fact, 'description' | 'provenance' | 'origin' | 'watchFor'>,
  ): Fact => ({
    name: `${name}.${member}`,
    kind: 'member',
    type: name,
    seenIn: seenIn(`${name}.${member}`),
    ...rest,
  })
  return [
    ...members.map((member) =>
      fact(member, {
        description: member === 'unknownFutureValue' ? unknownFutureValue : `Member of ${name}.`,
        provenance: 'metadata',
        origin: `${origin}, ${name}.${member}`,
      }),
    ),
    ...alsoReceived.map((member) =>
      fact(member, {
        description: `Other spelling of a member of ${name}.`,
        provenance: 'documented',
        origin: name === 'rejectReason' ? 'call: reject, Request body' : 'commsOperation resource, status',
        watchFor: ['Only the tolerant schema accepts it.'],
      }),
    ),
    ...Object.entries(disputed).map(([member, why]) =>
      fact(member, {
        description: `Not a member of ${name}: ${why}.`,
        provenance: 'documented',
        origin: 'call resource',
        watchFor: ['No schema accepts it.'],
      }),
    ),
  ]
}

const unknownFutureValue =
  'Graph sends `unknownFutureValue` in place of members that the client does not know.'

function adviceOn({ type, tolerantOnly }: Property): readonly string[] {
  const inner = type.kind === 'collection' ? type.of : type
  return [
    ...(tolerantOnly ? ['Only the tolerant schema accepts it.'] : []),
    ...(inner.kind === 'enum' && enumType(inner.name).members.includes('unknownFutureValue')
      ? [unknownFutureValue]
      : []),
    ...(inner.kind === 'object' && objectType(inner.name).abstract
      ? ['Read `@odata.type` first: it says which properties the object has.']
      : []),
    ...(inner.kind === 'any' ? ['No source declares its type.'] : []),
  ]
}

/** Returns the type of a value, for example `mediaInfo[]`. */
export function typeText(type: ValueType): string {
  switch (type.kind) {
    case 'collection':
      return `${typeText(type.of)}[]`
    case 'enum':
    case 'object':
      return type.name
    case 'one-or-many':
      return `${type.one} | ${type.many}[]`
    case 'string':
      return type.format ? `string (${type.format})` : 'string'
    default:
      return type.kind
  }
}

/** Returns the members of an enum, or the properties of a type. */
export function membersOf(type: ValueType): { readonly members?: readonly string[] } {
  if (type.kind === 'collection') return membersOf(type.of)
  if (type.kind === 'enum') return { members: enumType(type.name).members }
  return type.kind === 'object' ? { members: Object.keys(openPropertiesOf(type.name)) } : {}
}

/** Returns the kind of source that a text names first. */
export function declared(origin: string): { readonly provenance: Provenance; readonly origin: string } {
  return { provenance: sourcesIn(origin)[0]?.provenance ?? 'assumed', origin }
}

/** Returns the sources whose bodies the package has as they were printed or captured, if they are among the fixtures. */
function examplesAmong(names: readonly string[]): readonly string[] {
  const example = names.includes('peer-to-peer')
    ? 'Example 1'
    : names.includes('group')
      ? 'Example 2'
      : undefined
  const captured = namedBodies().some(
    ({ name, origin }) =>
      names.includes(name) && /^graph-calling-bots, captured notifications?(?::|$)/.test(origin),
  )
  return [
    ...(example ? [`Get call, ${example}`] : []),
    ...(captured ? ['graph-calling-bots, captured notifications'] : []),
  ]
}
