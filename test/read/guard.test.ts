import fc from 'fast-check'
import { readCall } from 'graph-call-testkit'
import { fixtures, notifications } from 'graph-call-testkit/fixtures'
import {
  anyCall,
  anyCallError,
  anyCallNotifications,
  anyFaultyCall,
  anyFutureCall,
} from 'graph-call-testkit/generators'
import {
  callErrorSchema,
  callSchema,
  callSchemaWithUnknownEnumMembers,
  commsNotificationsSchema,
  strictCallSchema,
} from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { findProblems } from '../../src/read/find-problems.ts'
import * as guards from '../../src/read/guard.generated.ts'
import { type CheckMode, envelope, strict, tolerant, unknownEnumMembers } from '../../src/read/mode.ts'
import { runs } from '../runs.ts'

/** Each guard with the schema and the explanation that must agree with it. */
const checks: readonly [string, (value: unknown) => boolean, z.ZodType, string, CheckMode][] = [
  ['isCall', guards.isCall, callSchema, 'call', tolerant],
  ['isStrictCall', guards.isStrictCall, strictCallSchema, 'call', strict],
  [
    'isCallWithUnknownEnumMembers',
    guards.isCallWithUnknownEnumMembers,
    callSchemaWithUnknownEnumMembers,
    'call',
    unknownEnumMembers,
  ],
  ['isCallError', guards.isCallError, callErrorSchema, 'callError', envelope],
  ['isNotifications', guards.isNotifications, commsNotificationsSchema, 'commsNotifications', envelope],
]

const anyBody = fc.oneof(
  anyCall({ unknownFutureValue: true }),
  anyFaultyCall().map(({ call }) => call),
  // Two faults at once
  fc.tuple(anyFaultyCall(), anyFaultyCall()).map(([one, other]) => Object.assign({}, one.call, other.call)),
  anyFutureCall(),
  anyFutureCall({ unknownEnumMembers: true }),
  anyCallError().map(({ body }) => body),
  anyCallNotifications().map(({ posts }) => posts[0]),
  fc.jsonValue(),
)

describe.each(checks)('%s', (_name, guard, schema, type, mode) => {
  const expectAgreement = (body: unknown) => {
    const expected = schema.safeParse(body).success
    expect(guard(body)).toBe(expected)
    expect(findProblems(type, body, mode).next().done).toBe(expected)
  }

  test('agrees with the schema and the explanation on every fixture', () => {
    for (const { body } of [...Object.values(fixtures), ...Object.values(notifications)])
      expectAgreement(body)
  })

  test('agrees with the schema and the explanation on any body', () => {
    fc.assert(fc.property(anyBody, expectAgreement), { numRuns: runs(300, 10_000) })
  })
})

test('a deeply nested body is checked without a stack overflow', () => {
  const depth = 200_000
  const nested: unknown = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
  expect(() => readCall({ id: '1', meetingProperties: nested })).not.toThrow()
  expect(() => readCall({ id: '1', targets: nested })).toThrow('targets[0]: expected an object')
})
