import { CallFormatError, type CallFormatIssue } from 'graph-call-testkit'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, SnapshotError } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { requestCall } from '../request-call.ts'

const { id } = groupCall()

function issuesOf(body: unknown): readonly CallFormatIssue[] {
  const tenant = createTenant()
  const errors = [
    () => Reflect.apply(tenant.addCall, undefined, [body]),
    () => Reflect.apply(tenant.addCall, undefined, [body, { unknownEnumMembers: true }]),
    () => Reflect.apply(createTenant, undefined, [{ calls: [body] }]),
  ].map((add): unknown => {
    try {
      return add()
    } catch (error) {
      return error
    }
  })
  const [first] = errors
  if (!(first instanceof CallFormatError)) throw first
  for (const error of errors) expect(error).toEqual(first)
  return first.issues
}

function nested(depth: number): unknown {
  let value: unknown = 'end'
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { value }
  return value
}

const circular: { id: string; self: unknown[] } = { id, self: [] }
circular.self.push(circular)
const thrower = (): never => {
  throw new Error('No.')
}
const revoked = Proxy.revocable({}, {})
revoked.revoke()

test.each<[string, unknown, path: string, found: string]>([
  ['a circular reference', circular, 'self[0]', 'a reference to an object that contains it'],
  ['a bigint', { id, resultInfo: { code: 5n } }, 'resultInfo.code', 'a bigint'],
  ['a function', { id, callOptions: { onEnd: () => 5 } }, 'callOptions.onEnd', 'a function'],
  ['a symbol', { id, subject: Symbol('x') }, 'subject', 'a symbol'],
  [
    'a date',
    { id, transcription: { lastModifiedDateTime: new Date(0) } },
    'transcription.lastModifiedDateTime',
    'a Date',
  ],
  ['a map', { id, meetingProperties: new Map([[1, 2]]) }, 'meetingProperties', 'a Map'],
  ['bytes', { id, subject: Buffer.from('x') }, 'subject', 'a Uint8Array'],
  ['an error', { id, subject: new Error('x') }, 'subject', 'an Error'],
  ['a promise', Promise.resolve(groupCall()), '', 'a Promise'],
  ['NaN', { id, ringingTimeoutInSeconds: Number.NaN }, 'ringingTimeoutInSeconds', 'NaN'],
  ['Infinity', { id, meetingProperties: [1, Number.POSITIVE_INFINITY] }, 'meetingProperties[1]', 'Infinity'],
  ['undefined in an array', { id, targets: [undefined] }, 'targets[0]', 'undefined'],
  ['an array with a hole', { id, targets: new Array(1) }, 'targets[0]', 'undefined'],
  ['a toJSON method', { id, subject: { toJSON: () => 'x' } }, 'subject', 'an object with a toJSON method'],
  [
    'a toJSON method of the call',
    { ...groupCall(), toJSON: () => ({}) },
    '',
    'an object with a toJSON method',
  ],
  [
    'a getter that throws',
    {
      id,
      get subject() {
        return thrower()
      },
    },
    '',
    'an object that cannot be read',
  ],
  ['a revoked proxy', { id, source: revoked.proxy }, 'source', 'an object that cannot be read'],
  [
    'too many levels',
    { id, meetingProperties: nested(100_000) },
    'meetingProperties.value[0].value[0]',
    'more than 200 levels of nesting',
  ],
])('addCall rejects %s', (_name, body, path, found) => {
  expect(issuesOf(body)).toEqual([
    expect.objectContaining({ rule: 'not-json', path, found, expected: 'a JSON value' }),
  ])
})

describe('addCall stores what it has checked', () => {
  const stored = async (call: unknown) => {
    const tenant = createTenant()
    Reflect.apply(tenant.addCall, undefined, [call])
    return (await requestCall(tenant, id)).json()
  }

  test('if a getter returns another value each time', async () => {
    let reads = 0
    const call = {
      id,
      get state() {
        return reads++ === 0 ? 'established' : 5
      },
    }
    expect(await stored(call)).toEqual({ id, state: 'established' })
  })

  test('if a proxy returns another value each time', async () => {
    const seen = new Set<PropertyKey>()
    const call = new Proxy(groupCall(), {
      get: (target, key, receiver) => {
        if (typeof key === 'string' && seen.has(key)) return 5
        seen.add(key)
        return Reflect.get(target, key, receiver)
      },
    })
    expect(await stored(call)).toEqual(groupCall())
  })

  test('without properties that are undefined', async () => {
    expect(await stored({ id, state: 'established', subject: undefined })).toEqual({
      id,
      state: 'established',
    })
  })

  test('with keys that have a meaning in JavaScript', async () => {
    const text = `{"id":"${id}","__proto__":{"state":5},"constructor":{"prototype":1},"meetingProperties":{"__proto__":[1]}}`
    expect(JSON.stringify(await stored(JSON.parse(text)))).toBe(text)
    expect({}).not.toHaveProperty('state')
  })

  test('with 200 levels of nesting', async () => {
    const call = { id, meetingProperties: nested(199) }
    expect(await stored(call)).toEqual(call)
  })

  test('with the same object in several places', async () => {
    const identity = { user: { id: '1' } }
    const call = { id, source: { identity }, answeredBy: { identity } }
    expect(await stored(call)).toEqual(call)
  })
})

describe('the id of a call', () => {
  test.each([
    ['a lone surrogate', 'a\uD800'],
    ['a dot', '.'],
    ['two dots', '..'],
    ['a line break', 'a\nb'],
    ['a null character', '\0'],
    ['an escape sequence', '\u009B31m'],
    ['too many characters', 'a'.repeat(4_097)],
    ['too many characters when it is encoded', '呼'.repeat(500)],
  ])('cannot have %s, because no URL can contain it', (_name, each) => {
    const [issue] = issuesOf({ id: each, state: 'established' })
    expect(issue).toMatchObject({ path: 'id', rule: 'wrong-format' })
    expect(issue?.expected).toMatch(/^an ID that a URL can contain/)
    expect(issue?.found).not.toMatch(/\p{Cs}|\n/u)
  })
})

describe('restore', () => {
  test('checks the value that it restores', () => {
    const tenant = createTenant()
    const saved = createTenant({ calls: [groupCall()] }).snapshot()
    let reads = 0
    const changing = {
      ...saved,
      get tenant() {
        return reads++ === 0 ? saved.tenant : { calls: [5] }
      },
    }
    Reflect.apply(tenant.restore, undefined, [changing])
    expect(tenant.snapshot().tenant).toEqual(saved.tenant)
  })

  test.each<[string, object]>([
    ['a circular reference', { tenant: circular }],
    ['a toJSON method', { toJSON: () => createTenant().snapshot() }],
    ['too many levels', { tenant: nested(100_000) }],
  ])('rejects %s', (_name, change) => {
    const tenant = createTenant()
    const restore = () => tenant.restore({ ...createTenant().snapshot(), ...change })
    expect(restore).toThrow(SnapshotError)
  })
})
