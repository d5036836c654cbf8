import { CallFormatError, type CallFormatIssue, readCall } from 'graph-call-testkit'
import { fixtures } from 'graph-call-testkit/fixtures'
import { callSchema } from 'graph-call-testkit/schema'
import { describe, expect, test, vi } from 'vitest'
import { rejectionOf } from './rejection.ts'

const calls = Object.values(fixtures).filter(({ status }) => status === 200)

test.each(calls.map(({ name, body }) => [name, body] as const))('returns %s itself', (_name, body) => {
  expect(readCall(body)).toBe(body)
})

describe('reports', () => {
  const cases: readonly [string, unknown, Partial<CallFormatIssue>][] = [
    [
      'an identity that is not an object',
      { targets: [{ identity: 4 }] },
      {
        path: 'targets[0].identity',
        rule: 'wrong-type',
        expected: 'an object (identitySet)',
        found: '4',
        origin: '$metadata v1.0, invitationParticipantInfo.identity',
        provenance: 'metadata',
      },
    ],
    [
      'a property that is only documented',
      { ringingTimeoutInSeconds: 'soon' },
      { path: 'ringingTimeoutInSeconds', rule: 'wrong-type', provenance: 'documented', found: '"soon"' },
    ],
    ['a property that is only reported', { coOrganizers: 'nobody' }, { provenance: 'reported' }],
    [
      'a property of a derived type',
      { source: { identity: { assertedIdentity: { displayName: 5 } } } },
      {
        path: 'source.identity.assertedIdentity.displayName',
        origin: '$metadata v1.0, identity.displayName',
      },
    ],
    [
      'a state that is only documented',
      { state: 'ringing' },
      {
        rule: 'documented-only-member',
        fix: 'Replace it: it is listed in the documentation, but not in the metadata, and was never observed.',
      },
    ],
    [
      'a state in another case',
      { state: 'Established' },
      { rule: 'not-a-member', fix: 'Graph spells it "established".' },
    ],
    [
      'a nested value of the type that @odata.type names',
      {
        mediaConfig: {
          '@odata.type': '#microsoft.graph.serviceHostedMediaConfig',
          preFetchMedia: [{ uri: null }, { uri: [] }],
        },
      },
      { path: 'mediaConfig.preFetchMedia[1].uri', expected: 'a string', found: 'an array of length 0' },
    ],
    [
      'an @odata.type that is not a string',
      { meetingInfo: { '@odata.type': 4 } },
      { path: "meetingInfo['@odata.type']", rule: 'wrong-odata-type' },
    ],
    [
      'null in a collection',
      { requestedModalities: [null] },
      { path: 'requestedModalities[0]', rule: 'null' },
    ],
    [
      'an error body',
      { error: { code: '8522', message: 'Call not found.' } },
      { rule: 'not-a-call', path: '' },
    ],
    ['text that is not parsed', '{"id":"1"}', { path: '', found: 'a string' }],
  ]
  test.each(cases)('%s', (_name, body, issue) => {
    expect(rejectionOf(body).issues).toMatchObject([issue])
  })
  test.each([undefined, null, 5, true, [], 'text', () => 5, Symbol('x'), 5n])('%s is not a call', (body) => {
    expect(rejectionOf(body).issues).toMatchObject([{ path: '', rule: expect.any(String) }])
  })
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a Promise', Promise.resolve({ id: '1' })],
    ['a Response', new Response('{}')],
    ['a Uint8Array', Buffer.from('{}')],
    ['an Error', new Error('502')],
    ['a Map', new Map([['id', '1']])],
    ['a Date', new Date(0)],
  ])('%s is not parsed JSON', (found, body) => {
    const fix = 'Pass the parsed JSON of the response: await response.json().'
    expect(rejectionOf(body).issues).toMatchObject([{ path: '', expected: 'an object (call)', found, fix }])
  })
  test.each([
    ['HTML', '<!DOCTYPE html><title>502 Bad Gateway</title>', 'This is HTML or XML, not JSON.'],
    ['XML with a byte order mark', '\uFEFF<?xml version="1.0"?>', 'This is HTML or XML, not JSON.'],
    ['JSON that is not parsed', ' {"id":"1"}', 'Parse the text first: JSON.parse(text).'],
    ['an array', [{ id: '1' }], 'Pass a single call.'],
  ])('%s is not a call, and the fix says why', (_name, body, fix) => {
    expect(rejectionOf(body).issues).toMatchObject([
      { path: '', rule: 'wrong-type', fix: expect.stringContaining(fix) },
    ])
  })
  test.each([
    { error: { code: 8522 } },
    { error: { message: 'Call not found.', innerError: 5 } },
    { error: { code: '8522', message: '' }, state: 5 },
  ])('%j is reported as an error body, although it is invalid', (body) => {
    expect(rejectionOf(body).issues).toMatchObject([{ rule: 'not-a-call' }])
  })
  test('every issue has all fields and the source of its rule', () => {
    const wrong = {
      id: 1,
      state: 'ringing',
      targets: [null, { identity: [] }],
      mediaConfig: { '@odata.type': 5 },
      mediaState: { audio: 'loud' },
    }
    const { issues, message } = rejectionOf(wrong)
    expect(issues).toHaveLength(6)
    expect(message.split('\n')).toHaveLength(7)
    for (const issue of issues) {
      expect(Object.keys(issue)).toEqual(Object.keys(rejectionOf(undefined).issues[0] ?? {}))
      expect(Object.values(issue)).not.toContain('')
      expect(issue.origin).toMatch(/^\$metadata v1\.0, \w+|^OData JSON Format/)
    }
  })
})

test('the name identifies the error if the package is loaded twice, as ESM and CommonJS', async () => {
  vi.resetModules()
  const other = await import('graph-call-testkit')
  const rejected = Promise.resolve(5).then(other.readCall)
  await expect(rejected).rejects.not.toBeInstanceOf(CallFormatError)
  await expect(rejected).rejects.toMatchObject({ name: 'CallFormatError', issues: [{ rule: 'wrong-type' }] })
})

test('the message shows path, expected value, value found and fix, but never a whole body', () => {
  const secret = 'x'.repeat(500)
  expect(rejectionOf({ state: 'ringing', subject: 5, direction: secret }).message).toMatchInlineSnapshot(`
    "This body is not a call.
    - state: expected one of incoming, establishing, established, hold, transferring, transferAccepted, redirecting, terminating, terminated, unknownFutureValue, found "ringing". Replace it: it is listed in the documentation, but not in the metadata, and was never observed. (metadata: $metadata v1.0, call.state)
    - direction: expected one of incoming, outgoing, found "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"... (500 characters). Fix the value or leave the property out. (metadata: $metadata v1.0, call.direction)
    - subject: expected a string, found 5. Fix the value or leave the property out. (metadata: $metadata v1.0, call.subject)"
  `)
})

test.each([
  ['TRANSFER_ACCEPTED', 'Graph spells it "transferAccepted".'],
  ['established ', 'Graph spells it "established".'],
  ['parked', 'Graph sends "unknownFutureValue"'],
  ['2', 'Fix the value or leave the property out.'],
  ['', 'Fix the value or leave the property out.'],
])('the fix for the state %j fits', (state, fix) => {
  expect(rejectionOf({ state }).issues[0]?.fix).toContain(fix)
})

test('a body with 100,000 problems gets a short message', () => {
  const { issues, message } = rejectionOf({ targets: Array.from({ length: 100_000 }, () => 4) })
  expect(issues).toHaveLength(100)
  expect(message.length).toBeLessThan(2_000)
})

test('callSchema is a Standard Schema', async () => {
  const standard = callSchema['~standard']
  expect(standard.vendor).toBe('zod')
  expect(await standard.validate({ id: '1' })).toEqual({ value: { id: '1' } })
  expect(await standard.validate({ id: 1 })).toHaveProperty('issues')
})
