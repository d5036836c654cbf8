import { CallFormatError, type CallFormatIssue, readCall } from 'graph-call-testkit'
import { fixtures } from 'graph-call-testkit/fixtures'
import { callSchema } from 'graph-call-testkit/schema'
import { describe, expect, test, vi } from 'vitest'
import { refusal } from './rejection.ts'

const calls = Object.values(fixtures).filter(({ status }) => status === 200)

test.each(calls.map(({ name, body }) => [name, body] as const))(
  '%s is given back, the very value',
  (_name, body) => {
    expect(readCall(body)).toBe(body)
  },
)

describe('what is wrong', () => {
  const cases: readonly [string, unknown, Partial<CallFormatIssue>][] = [
    [
      'a target that is no object',
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
      'a property that only the documentation has',
      { ringingTimeoutInSeconds: 'soon' },
      { path: 'ringingTimeoutInSeconds', rule: 'wrong-type', provenance: 'documented', found: '"soon"' },
    ],
    ['a property that was only reported', { resultInfo: { subCode: true } }, { provenance: 'reported' }],
    [
      'a property of a derived type',
      { source: { identity: { assertedIdentity: { displayName: 5 } } } },
      {
        path: 'source.identity.assertedIdentity.displayName',
        origin: '$metadata v1.0, identity.displayName',
      },
    ],
    [
      'a state that the documentation lists',
      { state: 'ringing' },
      {
        rule: 'documented-only-member',
        fix: 'It is listed in the documentation, absent from metadata, never seen.',
      },
    ],
    [
      'a state in another case',
      { state: 'Established' },
      { rule: 'not-a-member', fix: 'Graph writes it "established".' },
    ],
    [
      'a value deep within a type that @odata.type names',
      {
        mediaConfig: {
          '@odata.type': '#microsoft.graph.serviceHostedMediaConfig',
          preFetchMedia: [{ uri: null }, { uri: [] }],
        },
      },
      { path: 'mediaConfig.preFetchMedia[1].uri', expected: 'a string', found: 'an array of 0' },
    ],
    [
      'an @odata.type that is no text',
      { meetingInfo: { '@odata.type': 4 } },
      { path: "meetingInfo['@odata.type']", rule: 'wrong-odata-type' },
    ],
    [
      'an element that is null',
      { requestedModalities: [null] },
      { path: 'requestedModalities[0]', rule: 'null' },
    ],
    [
      'the body of an error',
      { error: { code: '8522', message: 'Call not found.' } },
      { rule: 'error-body', path: '' },
    ],
    ['text that is not parsed yet', '{"id":"1"}', { path: '', found: 'a string' }],
  ]
  test.each(cases)('%s', (_name, body, issue) => {
    expect(refusal(body).issues).toMatchObject([issue])
  })
  test.each([undefined, null, 5, true, [], 'text', () => 5, Symbol('x'), 5n])('%s is no call', (body) => {
    expect(refusal(body).issues).toMatchObject([{ path: '', rule: expect.any(String) }])
  })
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a string', '<!DOCTYPE html><title>502 Bad Gateway</title>'],
    ['an array of 1', [{ id: '1' }]],
    ['a Promise', Promise.resolve({ id: '1' })],
    ['a Response', new Response('{}')],
    ['a Uint8Array', Buffer.from('{}')],
    ['an Error', new Error('502')],
    ['a Map', new Map([['id', '1']])],
    ['a Date', new Date(0)],
  ])('%s is told to be parsed', (found, body) => {
    const fix = 'Pass the parsed JSON of the answer: await response.json().'
    expect(refusal(body).issues).toMatchObject([{ path: '', expected: 'an object (call)', found, fix }])
  })
  test.each([
    { error: { code: 8522 } },
    { error: { message: 'Call not found.', innerError: 5 } },
    { error: { code: '8522', message: '' }, state: 5 },
  ])('%j is the body of an error, though a wrong one', (body) => {
    expect(refusal(body).issues).toMatchObject([{ rule: 'error-body' }])
  })
  test('every issue says all that there is to say, and where its rule comes from', () => {
    const wrong = {
      id: 1,
      state: 'ringing',
      targets: [null, { identity: [] }],
      mediaConfig: { '@odata.type': 5 },
      mediaState: { audio: 'loud' },
    }
    const { issues, message } = refusal(wrong)
    expect(issues).toHaveLength(6)
    expect(message.split('\n')).toHaveLength(7)
    for (const issue of issues) {
      expect(Object.keys(issue)).toEqual(Object.keys(refusal(undefined).issues[0] ?? {}))
      expect(Object.values(issue)).not.toContain('')
      expect(issue.origin).toMatch(/^\$metadata v1\.0, \w+|^OData JSON Format/)
    }
  })
})

test('the error is known by its name where the package was loaded twice, as ESM and as CommonJS', async () => {
  vi.resetModules()
  const other = await import('graph-call-testkit')
  const refused = Promise.resolve(5).then(other.readCall)
  await expect(refused).rejects.not.toBeInstanceOf(CallFormatError)
  await expect(refused).rejects.toMatchObject({ name: 'CallFormatError', issues: [{ rule: 'wrong-type' }] })
})

test('the message says what, where, why and what to do, and never quotes a whole body', () => {
  const secret = 'x'.repeat(500)
  expect(refusal({ state: 'ringing', subject: 5, direction: secret }).message).toMatchInlineSnapshot(`
    "This body is not a call.
    - state: expected one of incoming, establishing, established, hold, transferring, transferAccepted, redirecting, terminating, terminated, unknownFutureValue, found "ringing". It is listed in the documentation, absent from metadata, never seen. (metadata: $metadata v1.0, call.state)
    - direction: expected one of incoming, outgoing, found "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"... (500 characters). Graph sends "unknownFutureValue" for members that a client did not ask for; if yours sends "Prefer: include-unknown-enum-members", read with callSchemaWithUnknownEnumMembers. (metadata: $metadata v1.0, call.direction)
    - subject: expected a string, found 5. Mend the value, or leave the property out. (metadata: $metadata v1.0, call.subject)"
  `)
})

test('a body with a million mistakes gets an answer that is no larger than a person can read', () => {
  const { issues, message } = refusal({ targets: Array.from({ length: 100_000 }, () => 4) })
  expect(issues).toHaveLength(100)
  expect(message.length).toBeLessThan(2_000)
})

test('callSchema is a Standard Schema', async () => {
  const standard = callSchema['~standard']
  expect(standard.vendor).toBe('zod')
  expect(await standard.validate({ id: '1' })).toEqual({ value: { id: '1' } })
  expect(await standard.validate({ id: 1 })).toHaveProperty('issues')
})
