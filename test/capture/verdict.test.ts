import fc from 'fast-check'
import {
  CallFormatError,
  NotificationFormatError,
  readCall,
  readNotifications,
  readStrictCall,
} from 'graph-call-testkit'
import { anonymize } from 'graph-call-testkit/capture'
import { fixtures, notifications } from 'graph-call-testkit/fixtures'
import { anyCall, anyFaultyCall, anyFutureCall, anyNotifications } from 'graph-call-testkit/generators'
import { describe, expect, test } from 'vitest'
import { runs } from '../runs.ts'

const numRuns = runs(25, 1_000)
const salt = 'salt of the tests'

/** Keys that can be data are replaced, in paths as well. */
const withoutKeys = (path: string) => path.replace(/\['(?!@?[\w.]*@?[\w.]+'\]).*?'\]/g, '[key]')

/** Returns the rules and paths of the problems that a function reports. */
function verdictOf(read: (body: unknown) => unknown, body: unknown) {
  try {
    read(body)
    return []
  } catch (error) {
    if (!(error instanceof CallFormatError || error instanceof NotificationFormatError)) throw error
    return error.issues.map(({ path, rule }) => `${withoutKeys(path)}: ${rule}`)
  }
}

const readers = [readCall, readStrictCall, readNotifications]

/** A text is the text of a capture, so a body that is itself a text is handed over as JSON. */
const captureOf = (body: unknown) => (typeof body === 'string' ? JSON.stringify(body) : body)

function expectSameVerdict(body: unknown) {
  const { value } = anonymize(captureOf(body), { salt })
  for (const read of readers) expect(verdictOf(read, value)).toEqual(verdictOf(read, body))
}

describe('the verdict and the paths of issues stay', () => {
  const calls = {
    anyCall: anyCall(),
    anyFutureCall: anyFutureCall(),
    'anyFutureCall with unknown members': anyFutureCall({ unknownEnumMembers: true }),
  }

  test.each(Object.entries(calls))('%s', (_, call) => {
    fc.assert(fc.property(call, expectSameVerdict), { numRuns })
  })

  test('anyFaultyCall', () => {
    fc.assert(
      fc.property(anyFaultyCall(), ({ call }) => expectSameVerdict(call)),
      { numRuns: runs(60, 2_000) },
    )
  })

  test('anyNotifications', () => {
    fc.assert(fc.property(anyNotifications(), expectSameVerdict), { numRuns })
  })

  test('notifications with a faulty call', () => {
    const notification = anyFaultyCall().map(({ call }) => ({
      value: [{ changeType: 'updated', resourceUrl: '/communications/calls/1', resourceData: call }],
    }))
    fc.assert(fc.property(notification, expectSameVerdict), { numRuns })
  })

  test.each([null, true, 1, 'quimby', [], {}])('body %j', expectSameVerdict)

  test('fixtures', () => {
    for (const { body } of [...Object.values(fixtures), ...Object.values(notifications)])
      expectSameVerdict(body)
  })

  test.each([
    'https://graph.microsoft.com/v1.0/$metadata#communications/calls/$entity',
    'https://graph.microsoft.com/v1.0/$metadata#communications/calls(id,participants(id))/$entity',
    "https://graph.microsoft.com/v1.0/$metadata#app/calls('4711')/participants",
    "https://graph.microsoft.com/v1.0/$metadata#users('quimby')/$entity",
    'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.call',
    '$metadata#communications/calls/$entity',
    '#commsNotifications',
    '#chats/$entity',
    'quimby',
  ])('context %s', (context) => {
    expectSameVerdict({ '@odata.context': context, id: '1', state: 'established' })
    expectSameVerdict({ '@odata.context': context, value: [{ changeType: 'updated' }] })
  })
})

describe('reads stay', () => {
  test('each entry has the same resource, and IDs match as before', () => {
    fc.assert(
      fc.property(anyNotifications(), (body) => {
        const before = readNotifications(body)
        const after = readNotifications(anonymize(body, { salt }).value)
        const factsOf = (entries: ReturnType<typeof readNotifications>) =>
          entries.map((entry) => ({
            resource: entry.resource,
            changeType: entry.changeType,
            hasCallId: entry.callId !== undefined,
            hasIdOfData: entry.resource === 'call' && entry.data.id === entry.callId,
            isFirst: entries[0]?.callId === entry.callId,
            isDelta: entry.resource === 'participants' && entry.isDelta,
            sequenceNumber: entry.resource === 'participants' ? entry.sequenceNumber : undefined,
            hasOperationId: entry.resource === 'operation' && entry.operationId === entry.data.id,
          }))
        expect(factsOf(after)).toEqual(factsOf(before))
      }),
      { numRuns },
    )
  })

  test('states, directions, codes and modalities of a call are the same', () => {
    fc.assert(
      fc.property(anyCall(), (call) => {
        const { state, direction, resultInfo, requestedModalities } = readCall(
          anonymize(call, { salt }).value,
        )
        expect({ state, direction, requestedModalities, code: resultInfo?.code }).toEqual({
          state: call.state,
          direction: call.direction,
          requestedModalities: call.requestedModalities,
          code: call.resultInfo?.code,
        })
      }),
      { numRuns },
    )
  })
})

describe('anonymizing twice', () => {
  /** The structure of a value: types and names of properties that are not data. */
  const shapeOf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shapeOf)
    if (typeof value !== 'object' || value === null) return typeof value === 'string' ? 'text' : value
    return Object.entries(value).map(([key, inner]) => [withoutKeys(`['${key}']`), shapeOf(inner)])
  }

  test('has the same shape, verdict and kinds', () => {
    const anyBody = fc.oneof(
      anyCall(),
      anyFutureCall(),
      anyNotifications(),
      anyFaultyCall().map(({ call }) => call),
    )
    fc.assert(
      fc.property(anyBody, (body) => {
        const once = anonymize(captureOf(body), { salt })
        const twice = anonymize(captureOf(once.value), { salt: 'another' })
        expect(anonymize(captureOf(body), { salt }).text).toBe(once.text)
        expect(shapeOf(once.value)).toEqual(shapeOf(body))
        expect(shapeOf(twice.value)).toEqual(shapeOf(once.value))
        const kindsOf = ({ replacements }: typeof once) =>
          replacements.map(({ kind, count }) => [kind, count])
        expect(kindsOf(twice)).toEqual(kindsOf(once))
        for (const read of readers) expect(verdictOf(read, twice.value)).toEqual(verdictOf(read, body))
      }),
      { numRuns: runs(25, 600) },
    )
  })
})
