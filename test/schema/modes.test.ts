import { readFileSync } from 'node:fs'
import { type CallFormatError, readCall, readStrictCall } from 'graph-call-testkit'
import { fixtures } from 'graph-call-testkit/fixtures'
import {
  callErrorSchema,
  callSchema,
  callSchemaWithUnknownEnumMembers,
  strictCallSchema,
} from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'
import { enumTypes, envelopeTypes, type ObjectType, objectTypes } from '../../src/model/index.ts'
import { pathText, placeOf } from '../../src/model/walk.ts'
import { isObject, type Spot, spotsOf } from '../model/walk.ts'
import { some } from '../runs.ts'
import { refusal } from './rejection.ts'

const all = Object.values(fixtures)
const calls = all.filter(({ status }) => status === 200)
const strictCalls = calls.filter(({ provenance }) => provenance !== 'reported')
const errors = all.filter(({ status }) => status !== 200)

const wrongTypes: readonly unknown[] = [17.5, true, 'text', {}, []]

const pathsOf = ({ issues }: CallFormatError) => issues.map(({ path }) => path)

/** Values of a JSON type that the description does not have at a place. */
function wrongAt({ path, value }: Spot, body: unknown): unknown[] {
  const { type } = placeOf('call', body, path)
  if (type.kind === 'any') return []
  const alike = (wrong: unknown) =>
    (typeof wrong === typeof value && Array.isArray(wrong) === Array.isArray(value)) ||
    (typeof wrong === 'string' && (type.kind === 'string' || type.kind === 'odata-type')) ||
    (typeof wrong === 'boolean' && type.kind === 'boolean') ||
    (isObject(wrong) && type.kind === 'object') ||
    (Array.isArray(wrong) && type.kind === 'collection')
  return [17.5, ...wrongTypes.filter((wrong) => !alike(wrong))]
}

/** Whether an object that stands above the place is one whose type no source knows, so that anything goes. */
function isWithinUnknownType({ path }: Spot, body: unknown): boolean {
  return path.some((_, depth) => {
    const { type, value } = placeOf('call', body, path.slice(0, depth))
    return type.kind === 'object' && isObject(value) && isUntypedAbstract(type.name, value)
  })
}

function isUntypedAbstract(name: string, value: Record<string, unknown>): boolean {
  const abstract = new Map(Object.entries(objectTypes).map(([key, type]) => [key, 'abstract' in type]))
  return abstract.get(name) === true && !/^#?microsoft\.graph\./.test(String(value['@odata.type']))
}

describe.each(calls.map((fixture) => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
  const { body, provenance } = fixture
  const spots = spotsOf(body)

  test('the tolerant reading gives it back unchanged', () => {
    expect(callSchema.parse(body)).toStrictEqual(body)
    expect(callSchemaWithUnknownEnumMembers.parse(body)).toStrictEqual(body)
  })

  test('the tolerant reading keeps unknown keys at every level', () => {
    for (const spot of spots.filter(({ value }) => isObject(value))) {
      const opened = spot.replace({ ...(isObject(spot.value) ? spot.value : {}), unheardOf: { of: [1] } })
      expect(callSchema.parse(opened), pathText(spot.path)).toStrictEqual(opened)
    }
  })

  test('the tolerant reading does without any property, and takes null for any', () => {
    for (const spot of spots.filter(({ path }) => typeof path.at(-1) === 'string')) {
      expect(callSchema.validate(spot.remove()), pathText(spot.path)).toBe(true)
      expect(callSchema.validate(spot.replace(null)), pathText(spot.path)).toBe(true)
    }
  })

  test('both readings refuse a value of a wrong type at any depth', () => {
    for (const spot of spots.filter((spot) => !isWithinUnknownType(spot, body))) {
      for (const wrong of some(wrongAt(spot, body), spot.path.length)) {
        const broken = spot.replace(wrong)
        const place = `${pathText(spot.path)} = ${JSON.stringify(wrong)}`
        expect(pathsOf(refusal(broken, readCall)), place).toContain(pathText(spot.path))
        const strictly = pathsOf(refusal(broken, readStrictCall))
        if (provenance !== 'reported') expect(strictly, place).toContain(pathText(spot.path))
      }
    }
  })
})

describe.each(strictCalls.map((fixture) => [fixture.name, fixture.body] as const))('%s', (_name, body) => {
  test('the strict reading gives it back unchanged', () => {
    expect(strictCallSchema.parse(body)).toStrictEqual(body)
  })

  test('the strict reading refuses an unknown key at any level', () => {
    for (const spot of spotsOf(body).filter(({ value }) => isObject(value))) {
      const opened = spot.replace({ ...(isObject(spot.value) ? spot.value : {}), unheardOf: null })
      expect(strictCallSchema.validate(opened), pathText(spot.path)).toBe(false)
    }
  })

  test('what the strict reading accepts, the tolerant one accepts, whatever is left out or null', () => {
    for (const spot of spotsOf(body)) {
      for (const changed of [spot.remove(), spot.replace(null)]) {
        if (strictCallSchema.validate(changed)) expect(callSchema.validate(changed)).toBe(true)
      }
    }
  })
})

test('the strict reading requires what docs/decisions/sources.md says, and no more', () => {
  const page = readFileSync(new URL('../../docs/decisions/sources.md', import.meta.url), 'utf8')
  const rows = page.slice(page.indexOf('## Required properties')).matchAll(/^\| (`.*) \| (`.*) \|$/gm)
  const names = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)
  const told = [...rows].flatMap(([, types, properties]) =>
    names(types).map((type) => [type, names(properties)]),
  )
  const required = Object.entries<ObjectType>(objectTypes)
    .filter(([name]) => !(name in envelopeTypes))
    .map(([name, { properties }]) => [
      name,
      Object.entries(properties).flatMap(([key, property]) => (property.required ? [key] : [])),
    ])
    .filter(([, keys = []]) => keys.length > 0)
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(required))
})

const call = { id: '1', direction: 'incoming', callbackUri: 'https://bot.contoso.com/callback' }
const source = { identity: {} }

describe('enums', () => {
  test.each(enumTypes.callState.members)('%s is a state', (state) => {
    expect(strictCallSchema.validate({ ...call, source, state })).toBe(true)
    expect(callSchema.validate({ state })).toBe(true)
  })
  test.each(['ringing', 'Established', 'parked', ''])(
    '%j is none, unless unknown members were asked for',
    (state) => {
      expect(strictCallSchema.validate({ ...call, source, state })).toBe(false)
      expect(callSchema.validate({ state })).toBe(false)
      expect(callSchemaWithUnknownEnumMembers.validate({ state })).toBe(true)
    },
  )
  test('"unknown" is no modality that may be requested, and one that may be active', () => {
    expect(callSchema.validate({ requestedModalities: ['unknown'] })).toBe(false)
    expect(callSchema.validate({ activeModalities: ['unknown'] })).toBe(true)
  })
  test('several members may stand in one string where the metadata says so', () => {
    const participants = [
      { restrictedExperience: { videoDisabled: 'watermarkProtection,unknownFutureValue' } },
    ]
    expect(callSchema.validate({ participants })).toBe(true)
  })
})

describe('types told by @odata.type', () => {
  const withMedia = (mediaConfig: unknown) => ({ ...call, source, state: 'established', mediaConfig })

  test.each([undefined, '#microsoft.graph.newMediaConfig', 'contoso.config'])(
    'an abstract type with @odata.type %j is kept as it is, and strictly an error that names the known ones',
    (type) => {
      const body = withMedia({ ...(type && { '@odata.type': type }), preFetchMedia: 'anything' })
      expect(callSchema.parse(body)).toStrictEqual(body)
      const { error } = strictCallSchema.safeParse(body)
      expect(error?.issues[0]).toMatchObject({ path: ['mediaConfig', '@odata.type'] })
      expect(error?.message).toContain('#microsoft.graph.serviceHostedMediaConfig')
      expect(error?.message).toContain('#microsoft.graph.appHostedMediaConfig')
    },
  )
  test.each(['#microsoft.graph.serviceHostedMediaConfig', 'microsoft.graph.serviceHostedMediaConfig'])(
    '%s is a type that is known, and so is checked',
    (type) => {
      const media = (uri: unknown) => withMedia({ '@odata.type': type, preFetchMedia: [{ uri }] })
      expect(callSchema.validate(media('https://cdn.contoso.com/beep.wav'))).toBe(true)
      expect(callSchema.validate(media(4))).toBe(false)
    },
  )
  test.each(['#microsoft.graph.participantInfo', 'microsoft.graph.invitationParticipantInfo', undefined])(
    'a target may call itself %j',
    (type) => {
      expect(callSchema.validate({ targets: [{ ...(type && { '@odata.type': type }), identity: {} }] })).toBe(
        true,
      )
    },
  )
})

describe('numbers in strings', () => {
  test.each([
    ['code', '200'],
    ['subcode', '5001'],
    ['subCode', '5001'],
  ])('resultInfo.%s may be %j in traffic only', (key, text) => {
    const body = { ...call, source, state: 'terminated', resultInfo: { code: 200, subcode: 0, [key]: text } }
    expect(callSchema.parse(body)).toStrictEqual(body)
    expect(strictCallSchema.validate(body)).toBe(false)
  })
  test.each([7, '7', 9223372036854775807n.toString(), Number('9223372036854775807')])(
    'toneInfo.sequenceId may be %j',
    (sequenceId) => expect(callSchema.validate({ toneInfo: { sequenceId, tone: 'tone1' } })).toBe(true),
  )
  test.each(['two', '', '1.5', 1.5, Number.POSITIVE_INFINITY])(
    'toneInfo.sequenceId may not be %j',
    (sequenceId) => {
      expect(callSchema.validate({ toneInfo: { sequenceId } })).toBe(false)
    },
  )
})

describe('errors', () => {
  test.each(errors.map(({ name, body }) => [name, body] as const))('%s is read unchanged', (_name, body) => {
    expect(callErrorSchema.parse(body)).toStrictEqual(body)
  })
  test.each([
    {},
    { error: {} },
    { error: { code: 8522 } },
    { error: { code: '8522', innerError: { date: 5 } } },
    [],
  ])('%j is no error of Graph', (body) => expect(callErrorSchema.validate(body)).toBe(false))
})
