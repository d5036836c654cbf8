import fc, { type Arbitrary } from 'fast-check'
import type { Call } from 'graph-call-testkit'
import { identityKinds } from '../../src/builder/identity.ts'
import { awkwardTexts, dates } from '../../src/builder/text.ts'
import { endReasons } from '../../src/lifecycle/end-reasons.ts'
import {
  concreteTypesOf,
  enumType,
  objectType,
  objectTypes,
  odataTypeOf,
  propertiesOf,
  type ValueType,
} from '../../src/model/index.ts'

type Model = Record<string, Arbitrary<unknown>>

const bot = ['application', 'applicationInstance']
const nothing = fc.constant(null)
const empty = fc.constant([])

/**
 * Composes the calls of `anyCall` from fast-check's own arbitraries, as you would without this package. Reference for the speed
 * and the shrinking of the generators.
 */
export function composedCall(): Arbitrary<Call> {
  const calls = membersOf('callState', 'established').flatMap((state) =>
    ['outgoing', 'incoming']
      .filter((direction) => direction === 'incoming' || !['incoming', 'redirecting'].includes(state))
      .flatMap((direction) => [peerToPeer(direction), group()].map((kind) => callOf(state, direction, kind))),
  )
  // TypeScript cannot infer that each value is a call. A test checks it with the strict schema.
  return fc.oneof(...calls) as Arbitrary<Call>
}

/** Generates lists of a few items, and one in ten with up to ten items. */
function list(item: Arbitrary<unknown>, minLength: number, usual: number): Arbitrary<unknown[]> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.array(item, { minLength, maxLength: usual }) },
    { weight: 1, arbitrary: fc.array(item, { minLength: usual + 1, maxLength: 10 }) },
  )
}

/** Generates one of the values, and one time in seven a composed value. */
function open<T>(values: readonly T[], composed: Arbitrary<T>): Arbitrary<T> {
  return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: composed })
}

function callOf(state: string, direction: string, kind: Model): Arbitrary<unknown> {
  const isIncoming = direction === 'incoming'
  const isAnswered = !['incoming', 'establishing', 'redirecting'].includes(state)
  const { participants, operations, audioRoutingGroups, contentSharingSessions, ...model } = modelOf('call')
  const plain: Model = {
    ...model,
    state: fc.constant(state),
    direction: fc.constant(direction),
    source: withIdentity('participantInfo', isIncoming ? identityKinds : bot),
    callOptions: optional(typed(`${direction}CallOptions`)),
    ...(!isIncoming && { incomingContext: nothing, callRoutes: empty }),
    ...kind,
    ...(!isAnswered && { answeredBy: nothing, toneInfo: nothing, transcription: nothing }),
    ...(state !== 'terminated' && { terminationReason: nothing }),
    resultInfo: resultOf(state),
  }
  const required = ['id', 'state', 'direction', 'callbackUri', 'source', ...requiredOf(kind)]
  if (state === 'terminated') required.push('resultInfo')
  const expanded = Object.entries({ participants, operations, audioRoutingGroups, contentSharingSessions })
  return fc.oneof(
    { weight: expanded.length, arbitrary: record(plain, required) },
    ...expanded.map(([key, value]) => ({
      weight: 1,
      arbitrary: record({ ...plain, [key]: value ?? empty }, [...required, key]),
    })),
  )
}

const peerToPeer = (direction: string): Model => ({
  targets: list(
    withIdentity('invitationParticipantInfo', direction === 'incoming' ? bot : identityKinds),
    1,
    3,
  ),
  chatInfo: nothing,
  meetingInfo: nothing,
  transcription: nothing,
  meetingCapability: nothing,
})

const group = (): Model => ({
  targets: empty,
  chatInfo: typed('chatInfo'),
  meetingInfo: anyOf('meetingInfo'),
})

const requiredOf = ({ meetingInfo }: Model) =>
  meetingInfo === nothing ? ['targets'] : ['chatInfo', 'meetingInfo']

function resultOf(state: string): Arbitrary<unknown> {
  if (state === 'terminated') return fc.oneof(...endReasons.map(result))
  return state === 'established' ? optional(result({ code: 500, subcode: 0 })) : nothing
}

const result = ({ code, subcode }: { readonly code: number; readonly subcode: number }) =>
  record({ ...modelOf('resultInfo'), code: fc.constant(code), subcode: fc.constant(subcode) }, [
    'code',
    'subcode',
  ])

const withIdentity = (name: string, kinds: readonly string[]) =>
  record({ ...modelOf(name), identity: identitySet(kinds) }, ['identity'])

/** Generates a set of either type with one identity of one of the kinds. The other kinds are null or absent. */
function identitySet(kinds: readonly string[]): Arbitrary<unknown> {
  const sets = kinds.flatMap((kind) =>
    ['identitySet', 'communicationsIdentitySet']
      .filter((name) => kind in propertiesOf(name))
      .map((name) => {
        const { '@odata.type': tag = nothing, endpointType = nothing } = modelOf(name)
        const others = identityKinds.filter((other) => other !== kind && other in propertiesOf(name))
        const model: Model = {
          '@odata.type': tag,
          [kind]: identity(kind),
          ...Object.fromEntries(others.map((other) => [other, nothing])),
        }
        const ofCalls = {
          assertedIdentity: kind === 'phone' ? optional(identity('phone')) : nothing,
          endpointType,
        }
        return name === 'identitySet'
          ? record(model, [kind])
          : record({ ...model, ...ofCalls }, ['@odata.type', kind])
      }),
  )
  return fc.oneof(...sets)
}

/** Generates an identity of the type `identity`, or of the specific type of its kind. */
function identity(kind: string): Arbitrary<unknown> {
  const named = concreteTypesOf('identity').find((type) =>
    type.toLowerCase().endsWith(`${kind}identity`.toLowerCase()),
  )
  return named ? fc.oneof(typed('identity'), typed(named)) : typed('identity')
}

const types = new Map<string, Arbitrary<unknown>>()

/** Generates objects of exactly this type. Cached by type. */
function typed(name: string): Arbitrary<unknown> {
  const made = types.get(name) ?? record(modelOf(name), requiredIn(name))
  types.set(name, made)
  return made
}

/** Generates objects of this type, or of a type that extends it. */
function anyOf(name: string): Arbitrary<unknown> {
  if (name === 'identitySet') return anybody
  return fc.oneof(...concreteTypesOf(name).map(typed))
}

function requiredIn(name: string): string[] {
  const required = Object.entries(propertiesOf(name)).filter(([, { required }]) => required)
  const tag = derived.has(name) ? ['@odata.type'] : []
  return [...tag, ...required.map(([key]) => key)]
}

/** Types that extend another one, which require their `@odata.type`. */
const derived = new Set(Object.keys(objectTypes).filter((name) => objectType(name).base))

function modelOf(name: string): Model {
  const properties = Object.entries(propertiesOf(name)).filter(
    ([, { provenance }]) => provenance !== 'reported',
  )
  return {
    '@odata.type': fc.constant(odataTypeOf(name)),
    ...Object.fromEntries(
      properties.map(([key, { type, nullable }]) => [
        key,
        nullable ? optional(arbitraryOf(type, key)) : arbitraryOf(type, key),
      ]),
    ),
  }
}

function arbitraryOf(type: ValueType, key: string): Arbitrary<unknown> {
  switch (type.kind) {
    case 'string':
      return text(key)
    case 'boolean':
      return fc.boolean()
    case 'int32':
      return fc.integer({ min: 0, max: 99_999 })
    case 'int64':
      return fc.maxSafeNat()
    case 'double':
      return fc.double({ noNaN: true })
    case 'enum':
      return fc.constantFrom(...membersOf(type.name))
    case 'object':
      return anyOf(type.name)
    case 'collection':
      return list(arbitraryOf(type.of, key), 0, 3)
    case 'one-or-many':
    case 'any':
      return fc.record({ autoAdmittedUsers: fc.constantFrom('everyoneInCompany', 'everyone') })
  }
}

function text(key: string): Arbitrary<string> {
  if (/id$/i.test(key)) return fc.uuid()
  if (/uri$/i.test(key))
    return fc.constantFrom('https://bot.contoso.com/callback', 'https://cdn.contoso.com/beep.wav')
  if (/dateTime$/i.test(key)) return open(dates, composedDate)
  return open(['First line\nSecond line', ...awkwardTexts], fc.string({ unit: 'grapheme' }))
}

const composedDate = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

const optional = <T>(value: Arbitrary<T>) => fc.option(value, { freq: 2 })

const record = (model: Model, required: readonly string[]) =>
  fc.record(model, { requiredKeys: [...required], noNullPrototype: true })

function membersOf(name: string, simplest?: string): readonly string[] {
  const members = enumType(name).members.filter((member) => member !== 'unknownFutureValue')
  return simplest === undefined ? members : [simplest, ...members.filter((member) => member !== simplest)]
}

const anybody = identitySet(identityKinds)
