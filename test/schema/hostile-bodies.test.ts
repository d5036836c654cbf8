import { runInNewContext } from 'node:vm'
import { readCall, readStrictCall } from 'graph-call-testkit'
import { groupCall } from 'graph-call-testkit/fixtures'
import {
  callErrorSchema,
  callSchema,
  callSchemaWithUnknownEnumMembers,
  commsNotificationsSchema,
  strictCallSchema,
} from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { rejectionOf } from './rejection.ts'

describe('bodies that JSON.parse never returns', () => {
  const thrower = (): never => {
    throw new Error('No.')
  }
  const throwingProxy = new Proxy(
    {},
    { get: thrower, has: thrower, ownKeys: thrower, getOwnPropertyDescriptor: thrower },
  )
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()

  test.each([
    ['a getter that throws', Object.defineProperty({}, 'id', { get: thrower, enumerable: true })],
    [
      'a nested getter that throws',
      { source: Object.defineProperty({}, 'identity', { get: thrower, enumerable: true }) },
    ],
    [
      'a getter that throws next to another problem',
      Object.defineProperty({ state: 5 }, 'id', { get: thrower, enumerable: true }),
    ],
    ['a proxy that throws', throwingProxy],
    ['a revoked proxy', revoked.proxy],
  ])('%s is rejected', (_name, body) => {
    expect(rejectionOf(body).issues).toMatchObject([
      { rule: 'not-json', found: 'an object that cannot be read' },
    ])
  })

  const circular: { id: string; self?: unknown } = { id: '1' }
  circular.self = circular
  const looping: { id: string; source?: unknown } = { id: '1' }
  looping.source = { identity: { user: looping } }
  class Session {
    readonly id = '1'
  }
  test.each([
    ['a circular object', circular],
    ['a circular object in declared properties', looping],
    ['an instance of a class', new Session()],
    ['an object without a prototype', Object.assign(Object.create(null), { id: '1' })],
    ['a frozen object', Object.freeze({ id: '1' })],
    ['an object of another realm', runInNewContext('({ id: "1", targets: [{ identity: {} }] })')],
  ])('%s is accepted if its properties are valid', (_name, body) => {
    expect(readCall(body)).toBe(body)
  })
  test('an object of another realm is checked', () => {
    expect(rejectionOf(runInNewContext('({ targets: [{ identity: [] }] })')).issues).toMatchObject([
      { path: 'targets[0].identity', found: 'an array of length 0' },
    ])
  })
})

describe('bodies that JSON.parse returns', () => {
  test('a key __proto__ does not pollute a prototype', () => {
    const body = JSON.parse('{"id":"1","__proto__":{"polluted":1},"source":{"__proto__":{"polluted":1}}}')
    const read = callSchema.parse(body)
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
    expect(Object.getPrototypeOf(read.source)).toBe(Object.prototype)
    expect({}).not.toHaveProperty('polluted')
  })
  test('deep nesting is accepted in undeclared properties and rejected in declared ones', () => {
    let deep: unknown = 'end'
    for (let depth = 0; depth < 100_000; depth++) deep = { identity: [deep] }
    for (const body of [
      { id: '1', unheardOf: deep },
      { meetingProperties: deep },
      { mediaConfig: { unheardOf: deep } },
    ]) {
      expect(readCall(body)).toBe(body)
      expect(callSchema.safeParse(body).success).toBe(true)
    }
    expect(callSchema.validate({ source: deep })).toBe(false)
  })
  test('150,000 levels are a finding in a declared property, and not a stack overflow', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(150_000)}1${']'.repeat(150_000)}`)
    for (const key of ['source', 'targets', 'mediaConfig', 'state', '@odata.type', '@odata.context']) {
      for (const read of [readCall, readStrictCall]) {
        const paths = rejectionOf({ ...groupCall(), [key]: deep }, read).issues.map(({ path }) => path)
        expect(paths[0]).toMatch(new RegExp(`^(\\['${key}'\\]|${key}\\b)`))
      }
      for (const schema of [callSchema, strictCallSchema, callSchemaWithUnknownEnumMembers]) {
        expect(schema.safeParse({ ...groupCall(), [key]: deep }).success).toBe(false)
      }
    }
    const error = { error: { code: '1', details: deep, innererror: deep } }
    expect(callErrorSchema.safeParse(error).success).toBe(false)
    const post = { value: [{ changeType: 'updated', resourceData: deep }] }
    for (const body of [post, { value: deep }]) {
      expect(commsNotificationsSchema.safeParse(body).success).toBe(false)
    }
    for (const body of [deep, { value: deep }, { error: deep }]) {
      expect(rejectionOf(body).issues).toHaveLength(1)
    }
  })
  test('150,000 levels of objects are not a stack overflow', () => {
    const deep: unknown = JSON.parse(`${'{"identity":'.repeat(150_000)}1${'}'.repeat(150_000)}`)
    for (const body of [{ ...groupCall(), source: deep }, { value: [deep] }, { error: deep }]) {
      expect(rejectionOf(body, readStrictCall).issues).not.toEqual([])
      expect(strictCallSchema.safeParse(body).success).toBe(false)
      expect(callErrorSchema.safeParse(body).success).toBe(false)
      expect(commsNotificationsSchema.safeParse(body).success).toBe(false)
    }
  })
  test('many keys are read', () => {
    const length = runs(20_000, 1_000_000)
    const keys = Object.fromEntries(Array.from({ length }, (_, index) => [`key${index}`, index]))
    const body = { ...keys, id: '1' }
    expect(readCall(body) === body).toBe(true)
    expect(callSchema.safeParse(body).success).toBe(true)
    expect(rejectionOf(keys).issues).toMatchObject([{ rule: 'not-a-call' }])
    expect(rejectionOf(body, readStrictCall).issues).toHaveLength(100)
    expect(strictCallSchema.safeParse(body).success).toBe(false)
  })
  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'a key %s is an undeclared property at any depth',
    (key) => {
      const identity = JSON.parse(`{"user":{"${key}":{"id":5}},"${key}":[]}`)
      const body = JSON.parse(`{"id":"1","${key}":{"state":5}}`)
      expect(readCall({ ...body, source: { identity } })).toMatchObject({ id: '1' })
      expect(callSchema.validate({ ...body, source: { identity } })).toBe(true)
      expect(rejectionOf(JSON.parse(`{"${key}":{}}`)).issues).toMatchObject([{ rule: 'not-a-call' }])
      expect(rejectionOf({ ...groupCall(), source: { identity } }, readStrictCall).issues).toMatchObject(
        key === '__proto__' ? [{}, {}] : [{ rule: 'not-declared' }, { rule: 'not-declared' }],
      )
    },
  )
  test('a huge array is checked completely', () => {
    const targets = Array.from({ length: 200_000 }, () => ({ identity: {} }))
    expect(callSchema.validate({ targets })).toBe(true)
    expect(callSchema.validate({ targets: [...targets, 5] })).toBe(false)
  })
})
