import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { fixtures, groupCall, notifications, operations, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { anyCall, anyFutureCall, anyNotifications } from 'graph-call-testkit/generators'
import { describe, expect, test } from 'vitest'
import { bodiesIn } from '../../src/capture/bodies-in.ts'
import { TrafficFindings } from '../../src/cli/drift/traffic-findings.ts'
import { runs } from '../runs.ts'
import { runCommand } from './run-command.ts'
import { temporaryFolderOfFile } from './temporary-folder.ts'

const folder = temporaryFolderOfFile()
const secret = '4f9d8a6e-secret'

function findingsIn(value: unknown) {
  const findings = new TrafficFindings()
  for (const body of bodiesIn(value)) findings.add(body)
  return findings
}

async function drift(content: string, ...argv: string[]) {
  const file = join(folder(), 'traffic')
  writeFileSync(file, content)
  const { exit, out, err } = runCommand('drift', '--traffic', file, ...argv)
  return { exit: await exit, out: out(), err: err() }
}

const har = (...bodies: readonly object[]) =>
  JSON.stringify({
    log: {
      version: '1.2',
      entries: bodies.map((body, index) => ({
        request: { method: 'GET', url: `https://graph.microsoft.com/v1.0/communications/calls/${secret}` },
        response: {
          status: 200,
          content:
            index % 2 === 0
              ? { text: JSON.stringify(body) }
              : { text: Buffer.from(JSON.stringify(body)).toString('base64'), encoding: 'base64' },
        },
      })),
    },
  })

describe('known bodies', () => {
  test('the model knows everything in fixtures', () => {
    const { bodies, all } = findingsIn([
      peerToPeerCall(),
      groupCall(),
      ...[fixtures, notifications, operations].flatMap((table) =>
        Object.values(table).map(({ body }) => body),
      ),
    ])
    expect(bodies).toBeGreaterThan(10)
    // A reported call has a type that no metadata declares.
    expect(all.map(({ path, found }) => [path, found])).toEqual([
      ['transcription.@odata.type', '#microsoft.graph.transcriptionInfo'],
    ])
  })

  test('the model knows everything in generated calls and notifications', () => {
    fc.assert(
      fc.property(fc.oneof(anyCall(), anyNotifications()), (body) => {
        const { bodies, all } = findingsIn(body)
        expect({ bodies, all }).toEqual({ bodies: 1, all: [] })
      }),
      { numRuns: runs(100, 5_000) },
    )
  })

  test('finds something in every future call', () => {
    // Annotations of an object are not parts of the model.
    const isAnnotated = (call: object) => JSON.stringify(call).includes('"@microsoft.graph.tips"')
    fc.assert(
      fc.property(
        anyFutureCall().filter((call) => !isAnnotated(call)),
        (call) => {
          expect(findingsIn(call).all.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: runs(100, 5_000) },
    )
  })
})

describe('unknown parts, without values', () => {
  test.each<[string, object, object]>([
    [
      'a property',
      { ...peerToPeerCall(), mood: secret },
      { severity: 'new', kind: 'unknown-property', path: 'mood', found: 'string' },
    ],
    [
      'a property of an item',
      { ...peerToPeerCall(), targets: [{ identity: {}, secretRank: 7 }] },
      { kind: 'unknown-property', path: 'targets[].secretRank', found: 'number' },
    ],
    [
      'a key that is a value',
      { ...peerToPeerCall(), [secret]: 1 },
      { kind: 'unknown-property', path: '{key}' },
    ],
    [
      'a member',
      { ...peerToPeerCall(), state: 'parked' },
      { severity: 'breaking', kind: 'unknown-member', path: 'state', expected: 'callState', found: 'parked' },
    ],
    [
      'a member that is a value',
      { ...peerToPeerCall(), state: secret },
      { kind: 'unknown-member', found: 'a string that is not the name of a member' },
    ],
    [
      'a type',
      { ...peerToPeerCall(), mediaConfig: { '@odata.type': '#microsoft.graph.holoMediaConfig' } },
      {
        severity: 'new',
        kind: 'unknown-type',
        path: 'mediaConfig.@odata.type',
        found: '#microsoft.graph.holoMediaConfig',
      },
    ],
    [
      'another shape',
      { ...peerToPeerCall(), targets: { identity: secret } },
      { severity: 'breaking', kind: 'unknown-shape', path: 'targets', expected: 'array', found: 'object' },
    ],
    [
      'a text in place of a number',
      { ...peerToPeerCall(), resultInfo: { code: secret, subcode: 0 } },
      { severity: 'breaking', kind: 'unknown-shape', path: 'resultInfo.code', found: 'string' },
    ],
  ])('%s', (_name, body, expected) => {
    const { all } = findingsIn(body)
    expect(all).toEqual([expect.objectContaining({ type: 'call', count: 1, ...expected })])
    expect(JSON.stringify(all)).not.toContain(secret)
  })
})

test('no report has a value of the traffic', () => {
  const secrets = fc.constantFrom(
    'Mira Holm',
    '+15550100',
    'mira@contoso.com',
    '19:a@thread.v2',
    'eyJhbGciOi.x.y',
    secret,
  )
  fc.assert(
    fc.property(fc.oneof(anyCall(), anyNotifications()), secrets, fc.nat(), (body, planted, index) => {
      let at = 0
      const places =
        JSON.stringify(body).match(/[:[,]("(\\.|[^"\\])*"|true|false|null|\d+)(?=[,}\]])/g)?.length ?? 1
      const changed: unknown = JSON.parse(JSON.stringify(body), (key, value) => {
        if (typeof value === 'object' && value !== null) return value
        if (key === '@odata.type' || at++ !== index % places) return value
        return planted
      })
      const named = { ...Object(changed), [planted]: planted, target: { [planted]: planted } }
      const report = JSON.stringify([findingsIn(changed).all, findingsIn(named).all])
      expect(report).not.toContain(JSON.stringify(planted).slice(1, -1))
      expect(findingsIn(named).all.length).toBeGreaterThan(0)
    }),
    { numRuns: runs(200, 5_000) },
  )
})

describe('drift --traffic', () => {
  const call = { ...peerToPeerCall(), mood: secret }

  test('reads a HAR file, and counts equal findings', async () => {
    const { exit, out, err } = await drift(har(call, call, { displayName: 'not a call' }))
    expect({ exit, out }).toEqual({ exit: 0, out: 'New: call: mood: unknown property (string), 2 times\n' })
    expect(err).toBe('2 bodies read.\n')
  })

  test('reads NDJSON, lists and captured posts', async () => {
    const post = { headers: { authorization: secret }, body: JSON.stringify(call) }
    const lines = [call, post, { value: [call] }, [call]].map((value) => JSON.stringify(value)).join('\n')
    expect((await drift(lines, '--json')).out).toContain('"count": 4')
  })

  test('exits with 1 if the tolerant schema rejects a body, or with --fail-on new', async () => {
    expect((await drift(JSON.stringify({ ...call, state: 'parked' }))).exit).toBe(1)
    expect((await drift(JSON.stringify(call), '--fail-on', 'new')).exit).toBe(1)
  })

  test('prints annotations', async () => {
    const { out } = await drift(JSON.stringify(call), '--format', 'github')
    expect(out).toBe('::warning title=unknown-property::call: mood: unknown property (string), 1 time\n')
  })

  test.each([
    [
      'a HAR file without calls',
      har({ displayName: 'Mira' }),
      /has no calls, notifications, operations or errors\. Pass a file that contains some\.\n$/,
    ],
    ['something else', '<html>', /: Line 1 is not JSON\. Expected a HAR file, JSON or NDJSON\.\n$/],
    ['a truncated file', har(call).slice(0, 300), /is not JSON/],
    ['nothing', '', /has no calls/],
  ])('%s gets one line and exit 2', async (_name, content, message) => {
    const { exit, out, err } = await drift(content)
    expect({ exit, out, lines: err.split('\n').length }).toEqual({ exit: 2, out: '', lines: 2 })
    expect(err).toMatch(message)
  })

  test('takes either a document or traffic', async () => {
    expect(await drift('', 'metadata.xml')).toMatchObject({
      exit: 2,
      err: 'Expected either a document or --traffic FILE.\n',
    })
  })
})
