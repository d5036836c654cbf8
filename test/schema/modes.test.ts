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
import { isJsonObject } from '../../src/model/json.ts'
import { pathText } from '../../src/model/path.ts'
import { locate } from '../../src/model/walk.ts'
import { type JsonNode, jsonNodes } from '../model/json-nodes.ts'
import { runs, some } from '../runs.ts'
import { rejectionOf } from './rejection.ts'

const all = Object.values(fixtures)
const calls = all.filter(({ status }) => status === 200)
const strictCalls = calls.filter(({ provenance }) => provenance !== 'reported')
const errors = all.filter(({ status }) => status !== 200)

const wrongTypes: readonly unknown[] = [17.5, true, 'text', {}, []]

const pathsOf = ({ issues }: CallFormatError) => issues.map(({ path }) => path)

/** Values of a JSON type that the model does not declare at a path. */
function wrongValues({ path, value }: JsonNode, body: unknown): unknown[] {
  const { type } = locate('call', body, path)
  if (type.kind === 'any') return []
  const isSameType = (wrong: unknown) =>
    (typeof wrong === typeof value && Array.isArray(wrong) === Array.isArray(value)) ||
    (typeof wrong === 'string' && (type.kind === 'string' || type.kind === 'odata-type')) ||
    (typeof wrong === 'boolean' && type.kind === 'boolean') ||
    (isJsonObject(wrong) && type.kind === 'object') ||
    (Array.isArray(wrong) && type.kind === 'collection')
  return [17.5, ...wrongTypes.filter((wrong) => !isSameType(wrong))]
}

/** True if an object along the path has an unknown type, so any value is accepted. */
function isWithinUnknownType({ path }: JsonNode, body: unknown): boolean {
  return path.some((_, depth) => {
    const { type, value } = locate('call', body, path.slice(0, depth))
    return type.kind === 'object' && isJsonObject(value) && isUntypedAbstract(type.name, value)
  })
}

function isUntypedAbstract(name: string, value: Record<string, unknown>): boolean {
  const abstract = new Map(Object.entries(objectTypes).map(([key, type]) => [key, 'abstract' in type]))
  return abstract.get(name) === true && !/^#?microsoft\.graph\./.test(String(value['@odata.type']))
}

describe.each(calls.map((fixture) => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
  const { body, provenance } = fixture
  const nodes = jsonNodes(body)

  test('the tolerant schema returns it unchanged', () => {
    expect(callSchema.parse(body)).toStrictEqual(body)
    expect(callSchemaWithUnknownEnumMembers.parse(body)).toStrictEqual(body)
  })

  test('the tolerant schema keeps unknown properties at every level', () => {
    for (const node of nodes.filter(({ value }) => isJsonObject(value))) {
      const opened = node.replace({ ...(isJsonObject(node.value) ? node.value : {}), unheardOf: { of: [1] } })
      expect(callSchema.parse(opened), pathText(node.path)).toStrictEqual(opened)
    }
  })

  test('the tolerant schema accepts missing properties and null', () => {
    for (const node of nodes.filter(({ path }) => typeof path.at(-1) === 'string')) {
      expect(callSchema.validate(node.remove()), pathText(node.path)).toBe(true)
      expect(callSchema.validate(node.replace(null)), pathText(node.path)).toBe(true)
    }
  })

  test('both schemas reject a value of a wrong type at any depth', () => {
    for (const node of nodes.filter(
      (node, at) => at % runs(3, 1) === 0 && !isWithinUnknownType(node, body),
    )) {
      for (const wrong of some(wrongValues(node, body), node.path.length)) {
        const broken = node.replace(wrong)
        const change = `${pathText(node.path)} = ${JSON.stringify(wrong)}`
        expect(pathsOf(rejectionOf(broken, readCall)), change).toContain(pathText(node.path))
        const strictPaths = pathsOf(rejectionOf(broken, readStrictCall))
        if (provenance !== 'reported') expect(strictPaths, change).toContain(pathText(node.path))
      }
    }
  })
})

describe.each(strictCalls.map((fixture) => [fixture.name, fixture.body] as const))('%s', (_name, body) => {
  test('the strict schema returns it unchanged', () => {
    expect(strictCallSchema.parse(body)).toStrictEqual(body)
  })

  test('the strict schema rejects unknown properties at every level', () => {
    for (const node of jsonNodes(body).filter(({ value }) => isJsonObject(value))) {
      const opened = node.replace({ ...(isJsonObject(node.value) ? node.value : {}), unheardOf: null })
      expect(strictCallSchema.validate(opened), pathText(node.path)).toBe(false)
    }
  })

  test('the tolerant schema accepts what the strict schema accepts, also with missing properties and null', () => {
    for (const node of jsonNodes(body)) {
      for (const changed of [node.remove(), node.replace(null)]) {
        if (strictCallSchema.validate(changed)) expect(callSchema.validate(changed)).toBe(true)
      }
    }
  })
})

test('the strict schema requires the properties that docs/decisions/sources.md lists', () => {
  const page = readFileSync(new URL('../../docs/decisions/sources.md', import.meta.url), 'utf8')
  const rows = page.slice(page.indexOf('## Required properties')).matchAll(/^\| (`.*) \| (`.*) \|$/gm)
  const names = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)
  const documented = [...rows].flatMap(([, types, properties]) =>
    names(types).map((type) => [type, names(properties)]),
  )
  const required = Object.entries<ObjectType>(objectTypes)
    .filter(([name]) => !(name in envelopeTypes))
    .map(([name, { properties }]) => [
      name,
      Object.entries(properties).flatMap(([key, property]) => (property.required ? [key] : [])),
    ])
    .filter(([, keys = []]) => keys.length > 0)
  expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(required))
})

const call = { id: '1', direction: 'incoming', callbackUri: 'https://bot.contoso.com/callback' }
const source = { identity: {} }

describe('enums', () => {
  test.each(enumTypes.callState.members)('%s is a state', (state) => {
    expect(strictCallSchema.validate({ ...call, source, state })).toBe(true)
    expect(callSchema.validate({ state })).toBe(true)
  })
  test.each(['ringing', 'Established', 'parked', ''])(
    '%j is a state only if unknown members are accepted',
    (state) => {
      expect(strictCallSchema.validate({ ...call, source, state })).toBe(false)
      expect(callSchema.validate({ state })).toBe(false)
      expect(callSchemaWithUnknownEnumMembers.validate({ state })).toBe(true)
    },
  )
  test('"unknown" is an active modality, but not a requested one', () => {
    expect(callSchema.validate({ requestedModalities: ['unknown'] })).toBe(false)
    expect(callSchema.validate({ activeModalities: ['unknown'] })).toBe(true)
  })
  test('a string can contain several members of an enum with flags', () => {
    const participants = [
      { restrictedExperience: { videoDisabled: 'watermarkProtection,unknownFutureValue' } },
    ]
    expect(callSchema.validate({ participants })).toBe(true)
  })
})

describe('@odata.type', () => {
  const withMedia = (mediaConfig: object) => ({ ...call, source, state: 'established', mediaConfig })

  test.each([undefined, '#microsoft.graph.newMediaConfig', 'contoso.config'])(
    'the tolerant schema checks the known properties of an object with @odata.type %j, and the strict schema rejects it',
    (type) => {
      const body = withMedia({ ...(type && { '@odata.type': type }), unheardOf: 'anything' })
      expect(callSchema.parse(body)).toStrictEqual(body)
      expect(callSchema.validate(withMedia({ ...body.mediaConfig, preFetchMedia: 'anything' }))).toBe(false)
      const { error } = strictCallSchema.safeParse(body)
      expect(error?.issues[0]).toMatchObject({ path: ['mediaConfig', '@odata.type'] })
      expect(error?.message).toContain('#microsoft.graph.serviceHostedMediaConfig')
      expect(error?.message).toContain('#microsoft.graph.appHostedMediaConfig')
    },
  )
  test.each(['#microsoft.graph.serviceHostedMediaConfig', 'microsoft.graph.serviceHostedMediaConfig'])(
    'an object with the known type %s is checked',
    (type) => {
      const media = (uri: unknown) => withMedia({ '@odata.type': type, preFetchMedia: [{ uri }] })
      expect(callSchema.validate(media('https://cdn.contoso.com/beep.wav'))).toBe(true)
      expect(callSchema.validate(media(4))).toBe(false)
    },
  )
  test.each(['#microsoft.graph.participantInfo', 'microsoft.graph.invitationParticipantInfo', undefined])(
    'a target can have @odata.type %j',
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
  ])('resultInfo.%s can be %j only in the tolerant schema', (key, text) => {
    const body = { ...call, source, state: 'terminated', resultInfo: { code: 200, subcode: 0, [key]: text } }
    expect(callSchema.parse(body)).toStrictEqual(body)
    expect(strictCallSchema.validate(body)).toBe(false)
  })
  test.each([7, '7', 9223372036854775807n.toString(), Number('9223372036854775807')])(
    'toneInfo.sequenceId can be %j',
    (sequenceId) => expect(callSchema.validate({ toneInfo: { sequenceId, tone: 'tone1' } })).toBe(true),
  )
  test.each(['two', '', '1.5', 1.5, Number.POSITIVE_INFINITY])(
    'toneInfo.sequenceId cannot be %j',
    (sequenceId) => {
      expect(callSchema.validate({ toneInfo: { sequenceId } })).toBe(false)
    },
  )
})

describe('errors', () => {
  test.each(errors.map(({ name, body }) => [name, body] as const))(
    '%s is returned unchanged',
    (_name, body) => {
      expect(callErrorSchema.parse(body)).toStrictEqual(body)
    },
  )
  test.each([
    {},
    { error: {} },
    { error: { code: 8522 } },
    { error: { code: '8522', innerError: { date: 5 } } },
    { error: { code: '8522', innererror: { date: 5 } } },
    { error: { code: '8522', details: [{ code: 5 }] } },
    { error: { code: '8522', details: ['x'] } },
    [],
  ])('%j is not an error body', (body) => expect(callErrorSchema.validate(body)).toBe(false))
})
