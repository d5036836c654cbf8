import { faker } from '@faker-js/faker'
import { Factory } from 'fishery'
import type { Call } from 'graph-call-testkit'
import { identityKinds } from '../../src/builder/identity.ts'
import { dates } from '../../src/builder/text.ts'
import { endReasons } from '../../src/lifecycle/end-reasons.ts'
import { callTypes } from '../../src/model/call.ts'
import {
  concreteTypesOf,
  enumType,
  odataTypeOf,
  propertiesOf,
  type ValueType,
} from '../../src/model/index.ts'

const { arrayElement, multiple } = faker.helpers
const { boolean } = faker.datatype
const bot = ['application', 'applicationInstance']
const expansions = ['participants', 'operations', 'audioRoutingGroups', 'contentSharingSessions'] as const

/**
 * Builds the calls of `anyCall` with fishery and faker: a factory for each type, with dependent parts of a call as parameters.
 * These calls do not shrink.
 */
export const callFactory = Factory.define<Call>(() => {
  const direction = arrayElement(['outgoing', 'incoming'])
  const isIncoming = direction === 'incoming'
  const states = membersOf('callState').filter(
    (state) => isIncoming || !['incoming', 'redirecting'].includes(state),
  )
  const state = arrayElement(states)
  const isAnswered = !['incoming', 'establishing', 'redirecting'].includes(state)
  const expanded = boolean() ? arrayElement(expansions) : undefined
  const { resultInfo, ...call } = factoryOf('call').build({
    state,
    direction,
    source: withIdentity('participantInfo', isIncoming ? identityKinds : bot),
    callOptions: maybe(() => factoryOf(`${direction}CallOptions`).build()),
    ...(boolean() ? group() : peerToPeer(isIncoming)),
    ...(!isIncoming && { incomingContext: null, callRoutes: [] }),
    ...(!isAnswered && { answeredBy: null, toneInfo: null, transcription: null }),
    ...(state !== 'terminated' && { terminationReason: null }),
    ...Object.fromEntries(
      expansions.map((name) => [
        name,
        name === expanded ? value(callTypes.call.properties[name].type, name) : undefined,
      ]),
    ),
  })
  // TypeScript cannot infer the type. The benchmark counts the calls that the strict schema accepts.
  return withoutAbsent({ ...call, resultInfo: resultOf(state) }) as unknown as Call
})

type Json = Record<string, unknown>

const group = (): Json => ({
  targets: [],
  chatInfo: factoryOf('chatInfo').build(),
  meetingInfo: objectOf('meetingInfo'),
})

const peerToPeer = (isIncoming: boolean): Json => ({
  targets: multiple(() => withIdentity('invitationParticipantInfo', isIncoming ? bot : identityKinds), {
    count: { min: 1, max: 3 },
  }),
  chatInfo: null,
  meetingInfo: null,
  transcription: null,
  meetingCapability: null,
})

function resultOf(state: string): unknown {
  if (state === 'terminated') {
    const { code, subcode } = arrayElement(endReasons)
    return factoryOf('resultInfo').build({ code, subcode })
  }
  return state === 'established'
    ? maybe(() => factoryOf('resultInfo').build({ code: 500, subcode: 0 }))
    : null
}

const withIdentity = (name: string, kinds: readonly string[]) =>
  factoryOf(name).build({ identity: identitySet(kinds) })

const sets = ['identitySet', 'communicationsIdentitySet'].map((name) => ({
  name,
  kinds: identityKinds.filter((kind) => kind in propertiesOf(name)),
}))

function identitySet(kinds: readonly string[]): Json {
  const kind = arrayElement(kinds)
  const { name, kinds: all } = arrayElement(sets.filter(({ kinds }) => kinds.some((each) => each === kind)))
  const others = boolean() ? null : undefined
  const set: Json = { '@odata.type': odataTypeOf(name) }
  for (const other of all) set[other] = other === kind ? identity(kind) : others
  if (name === 'identitySet') return withoutAbsent(set)
  return withoutAbsent({
    ...set,
    assertedIdentity: kind === 'phone' ? maybe(() => identity('phone')) : others,
    endpointType: maybe(() => arrayElement(membersOf('endpointType'))),
  })
}

const identityTypes = new Map<string, string | undefined>(
  identityKinds.map((kind) => [
    kind,
    concreteTypesOf('identity').find((type) => type.toLowerCase().endsWith(`${kind}identity`.toLowerCase())),
  ]),
)

function identity(kind: string): Json {
  const named = identityTypes.get(kind)
  return factoryOf(named && boolean() ? named : 'identity').build()
}

const factories = new Map<string, Factory<Json>>()

/** Returns the factory of objects of exactly this type. */
function factoryOf(name: string): Factory<Json> {
  const made = factories.get(name) ?? defineFactory(name)
  factories.set(name, made)
  return made
}

function defineFactory(name: string): Factory<Json> {
  const properties = Object.entries(propertiesOf(name)).filter(
    ([, { provenance }]) => provenance !== 'reported',
  )
  return Factory.define<Json>(({ params }) => {
    const object: Json = { '@odata.type': odataTypeOf(name) }
    for (const [key, { type, nullable, required }] of properties) {
      if (key in params) object[key] = params[key]
      else if (required) object[key] = value(type, key)
      else if (nullable) object[key] = maybe(() => value(type, key))
      else if (boolean()) object[key] = value(type, key)
    }
    return withoutAbsent(object)
  })
}

/** Builds an object of this type, or of a type that extends it. */
function objectOf(name: string): Json {
  return name === 'identitySet'
    ? identitySet(identityKinds)
    : factoryOf(arrayElement(concreteTypesOf(name))).build()
}

function value(type: ValueType, key: string): unknown {
  switch (type.kind) {
    case 'string':
      return text(key)
    case 'boolean':
      return boolean()
    case 'int32':
    case 'int64':
      return faker.number.int({ max: 99_999 })
    case 'enum':
      return arrayElement(membersOf(type.name))
    case 'object':
      return objectOf(type.name)
    case 'collection':
      return multiple(() => value(type.of, key), { count: { min: 0, max: 3 } })
    case 'any':
      return { autoAdmittedUsers: arrayElement(['everyoneInCompany', 'everyone']) }
  }
}

function text(key: string): string {
  if (/id$/i.test(key)) return faker.string.uuid()
  if (/uri$/i.test(key)) return faker.internet.url({ protocol: 'https' })
  if (/dateTime$/i.test(key)) return arrayElement(dates)
  return faker.person.fullName()
}

/** Returns a value, null or undefined. */
function maybe<T>(build: () => T): T | null | undefined {
  return boolean() ? build() : boolean() ? null : undefined
}

const membersOf = (name: string) => enumType(name).members.filter((member) => member !== 'unknownFutureValue')

function withoutAbsent(object: Json): Json {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}
