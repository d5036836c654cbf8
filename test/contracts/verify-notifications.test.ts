import { writeFile } from 'node:fs/promises'
import { lintPacts, publishPacts, verifyPacts } from 'graph-call-testkit/contracts'
import { expect, test } from 'vitest'
import { temporaryFolder } from './committed.ts'
import { define, reads, roster, runAll } from './notification-contract.ts'

const all = [
  'call-incoming',
  'call-establishing',
  'call-established',
  'call-transfer-accepted',
  'call-terminated',
] as const
const subcode = 'value[].resourceData.resultInfo.subcode'

test('the virtual tenant sends every notification of one change, and the schema allows it', async () => {
  const dir = await temporaryFolder()
  await runAll(define(dir, all, { reads: [...reads, subcode], exact: [subcode] }))
  const { passed, pacts } = await verifyPacts([dir])
  const interactions = pacts.flatMap((pact) => pact.interactions)
  expect(interactions.map(({ levels }) => levels.selfConsistency.findings)).toEqual(all.map(() => []))
  expect(interactions.map(({ reached }) => reached)).toEqual(all.map(() => ['selfConsistency', 'shape']))
  expect(interactions[0]?.levels.behavior).toEqual({
    result: 'not checked',
    reason: 'the service sends notifications, and no request asks for one',
    findings: [],
  })
  expect(passed).toBe(true)
})

test('a notification that the virtual tenant does not send has a reason, and its shape is checked', async () => {
  const dir = await temporaryFolder()
  const id = 'value[].resourceData[].info.identity.user.id'
  await runAll(
    define(dir, ['changes-out-of-order', { name: 'roster', body: roster }], { reads: [...reads, id] }),
  )
  const { pacts } = await verifyPacts([dir])
  const levels = pacts.flatMap(({ interactions }) => interactions.map((one) => one.levels))
  expect(levels.map(({ selfConsistency }) => selfConsistency.reason)).toEqual([
    'the virtual tenant sends each change in a notification of its own',
    'the virtual tenant sends notifications about the state of a call only',
  ])
  expect(levels.map(({ shape }) => shape.result)).toEqual(['passed', 'passed'])
})

test('a message that differs from the notification of the tenant fails', async () => {
  const dir = await temporaryFolder()
  const contract = define(dir, ['call-terminated'], { reads: [...reads, subcode], exact: [subcode] })
  await writeFile(contract.file, (await runAll(contract)).replaceAll('5002', '5000'))
  const { passed, pacts } = await verifyPacts([dir])
  expect(passed).toBe(false)
  expect(pacts[0]?.interactions[0]?.levels.selfConsistency.findings).toMatchObject([
    { where: 'message', path: 'value[0].resourceData.resultInfo.subcode', actual: '5002', expected: '5000' },
  ])
})

test.each([
  ['"state": "established"', '"state": "parked"', 'value[0].resourceData.state'],
  ['"$.value[0].changeType"', '"$.value[0].change"', 'value[].change'],
  ['"state": "established"', '"stat": "established"', 'value[].resourceData.stat'],
])('a message with %s replaced by %s has a wrong shape', async (from, to, path) => {
  const dir = await temporaryFolder()
  const contract = define(dir, ['call-established'])
  await writeFile(contract.file, (await runAll(contract)).replaceAll(from, to))
  const { pacts } = await verifyPacts([dir])
  expect(pacts[0]?.interactions[0]?.levels.shape).toMatchObject({
    result: 'failed',
    findings: [expect.objectContaining({ where: 'message', path })],
  })
})

test('interactions are chosen by the name of the message', async () => {
  const dir = await temporaryFolder()
  await runAll(define(dir, all))
  const { pacts } = await verifyPacts([dir], { interactions: ['call-terminated'] })
  expect(pacts[0]?.interactions.map(({ description }) => description)).toEqual([
    'a notification of a call (call-terminated)',
  ])
})

test('lint finds a secret in a message', async () => {
  const dir = await temporaryFolder()
  const contract = define(dir, ['call-established'])
  const jwt = `eyJ${'a'.repeat(30)}.eyJ${'b'.repeat(30)}.${'c'.repeat(40)}`
  await writeFile(
    contract.file,
    (await runAll(contract)).replaceAll('/communications/calls/52f2ff40-16cb-4aaa-a9e9-0ef31fcf7829', jwt),
  )
  const { findings } = await lintPacts([dir])
  expect(findings.map(({ rule }) => rule)).toContain('real-token')
  expect(JSON.stringify(findings)).not.toContain(jwt)
})

test('publishing counts messages, and warns that nobody verifies them', async () => {
  const dir = await temporaryFolder()
  await runAll(define(dir, all))
  const warnings: string[] = []
  const options = { broker: 'https://broker.example.com', version: '1', branch: 'main', dryRun: true }
  const report = await publishPacts([dir], { ...options, warn: (message) => warnings.push(message) })
  expect(report.pacts).toMatchObject([
    { provider: 'microsoft-graph-notifications', interactions: all.length },
  ])
  expect(warnings).toEqual([
    expect.stringContaining('Pass --ignore microsoft-graph-notifications to can-i-deploy.'),
  ])
})
