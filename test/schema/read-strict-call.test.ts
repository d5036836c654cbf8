import { type CallFormatIssue, readStrictCall } from 'graph-call-testkit'
import { fixtures, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { expect, test } from 'vitest'
import { rejectionOf } from './rejection.ts'

const calls = Object.values(fixtures).filter(
  ({ status, provenance }) => status === 200 && provenance !== 'reported',
)

test.each(calls.map(({ name, body }) => [name, body] as const))('returns %s itself', (_name, body) => {
  expect(readStrictCall(body)).toBe(body)
})

const issuesOf = (changes: object) => rejectionOf({ ...peerToPeerCall(), ...changes }, readStrictCall).issues

test.each<[string, object, Partial<CallFormatIssue>]>([
  ['an undeclared property', { stat: 'established' }, { path: 'stat', rule: 'not-declared' }],
  [
    'a property in another case',
    { callback_URI: 'https://bot.contoso.com' },
    { path: 'callback_URI', rule: 'not-declared', fix: 'Graph spells it "callbackUri".' },
  ],
  ['a wrong value in a required property', { direction: 5 }, { path: 'direction', fix: 'Fix the value.' }],
  [
    'a property that is only reported',
    { replacesContext: {} },
    { path: 'replacesContext', rule: 'not-declared' },
  ],
  ['a missing property', { state: undefined }, { path: 'state', rule: 'missing', found: 'nothing' }],
  [
    'null in a property that is not nullable',
    { targets: null },
    { path: 'targets', rule: 'null', fix: 'Use [] for an empty collection.' },
  ],
  [
    'a URL without https',
    { callbackUri: 'http://bot.contoso.com' },
    { path: 'callbackUri', rule: 'wrong-format', expected: 'an https URL' },
  ],
  [
    'a time without a zone',
    { transcription: { state: 'active', lastModifiedDateTime: '2020-05-28T00:10:54' } },
    { path: 'transcription.lastModifiedDateTime', rule: 'wrong-format' },
  ],
  [
    'another @odata.type',
    { '@odata.type': '#microsoft.graph.user' },
    { path: "['@odata.type']", expected: '#microsoft.graph.call' },
  ],
  [
    'a number in a string',
    { resultInfo: { code: '200', subcode: 0 } },
    { path: 'resultInfo.code', rule: 'wrong-type' },
  ],
  ['a key with a line break', { "it's\n- not": 1 }, { path: "['it\\'s\\n- not']" }],
])('rejects %s', (_name, changes, issue) => {
  expect(issuesOf(changes)).toMatchObject([issue])
})

test.each([
  ['mediaConfig', ['serviceHostedMediaConfig', 'appHostedMediaConfig']],
  ['meetingInfo', ['organizerMeetingInfo', 'tokenMeetingInfo', 'joinMeetingIdMeetingInfo']],
  ['callOptions', ['incomingCallOptions', 'outgoingCallOptions']],
])('lists the types that %s can have', (key, types) => {
  const expected = types.map((type) => `#microsoft.graph.${type}`).join(' or ')
  for (const type of [undefined, null, '#microsoft.graph.call', types[0]]) {
    const path = `${key}['@odata.type']`
    expect(issuesOf({ [key]: { '@odata.type': type } })).toMatchObject([
      { path, rule: 'wrong-odata-type', expected },
    ])
  }
})

test('reports at most 100 issues', () => {
  const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, key) => [`x${key}`, key]))
  expect(issuesOf(many)).toHaveLength(100)
})
