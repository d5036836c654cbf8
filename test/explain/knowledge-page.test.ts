import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { knowledgePage } from '../../scripts/knowledge-page.ts'
import { publicPayloads } from '../../scripts/public-payloads.ts'
import { assumptions } from '../../src/model/assumptions/index.ts'
import { disagreements } from '../../src/model/disagreements.ts'

const page = readFileSync(new URL('../../docs/knowledge.md', import.meta.url), 'utf8')
const payloads = publicPayloads()

test('docs/knowledge.md is up to date', () => {
  expect(page).toBe(`${knowledgePage()}\n`)
})

test('the page has every disagreement with its sources', () => {
  for (const { topic, documented, metadata, reported } of disagreements) {
    const row = page.split('\n').find((line) => line.startsWith(`| ${topic} |`)) ?? ''
    const links = [documented, metadata, reported].filter(Boolean).length
    expect(row.split('](https://').length - 1, topic).toBeGreaterThanOrEqual(links)
  }
  expect(page).toContain(`${assumptions.length} questions`)
})

test('the page has the score over the public bodies, and each miss by name', () => {
  const missed = payloads.filter(({ error }) => error !== undefined)
  expect(page).toContain(
    `Of ${payloads.length} bodies in the documentation and in public reports, the package reads ${payloads.length - missed.length}.`,
  )
  for (const { name } of missed) expect(page).toContain(`| ${name} |`)
})

test('the package reads every public body, except those that the service does not send', () => {
  expect(
    payloads.filter(({ error }) => error !== undefined).map(({ name, error }) => `${name}: ${error}`),
  ).toMatchInlineSnapshot(`
    [
      "a call with trailing commas: It is not JSON.",
      "a roster with a comment: It is not JSON.",
      "an incoming call with a state in PascalCase: value[0].resourceData.state: expected one of incoming, establishing, established, hold, transferring, transferAccepted, redirecting, terminating, terminated, unknownFutureValue, found "Established". Graph spells it "established". (metadata: $metadata v1.0, call.state)",
      "a notification in the log of an SDK: value[0].changeType: expected one of created, updated, deleted, found "Updated". Graph spells it "updated". (metadata: $metadata v1.0, commsNotification.changeType)",
      "a call in the log of an SDK: mediaConfig.preFetchMedia: expected an array, found an object. A .NET serializer wrote this list with references ($values). Pass the received JSON, not the log of an SDK. (metadata: $metadata v1.0, serviceHostedMediaConfig.preFetchMedia)",
      "a joining participant without the body around it: ['@odata.type']: expected #microsoft.graph.commsNotifications, found "#microsoft.graph.participantJoiningNotification". This is a notification that a participant joins or leaves. Its property call has the call. Policy-based recording bots receive it. (documented: OData JSON Format 4.0, 4.5.3)",
    ]
  `)
  expect(payloads.length).toBeGreaterThan(90)
})

test('each public body has a source that a person can open', () => {
  expect(payloads.filter(({ sources }) => sources.length === 0)).toEqual([])
})
