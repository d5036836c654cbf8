import { runInNewContext } from 'node:vm'
import { readCall } from 'graph-call-testkit'
import { callSchema } from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'
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
      { path: 'targets[0].identity', found: 'an array of 0' },
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
  test('a huge array is checked completely', () => {
    const targets = Array.from({ length: 200_000 }, () => ({ identity: {} }))
    expect(callSchema.validate({ targets })).toBe(true)
    expect(callSchema.validate({ targets: [...targets, 5] })).toBe(false)
  })
})
