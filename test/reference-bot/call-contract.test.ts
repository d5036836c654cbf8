import { inspect } from 'node:util'
import { fixtures } from 'graph-call-testkit/fixtures'
import { describe, expect, test } from 'vitest'
import { interactionOf } from '../../contracts/interaction/interaction.ts'
import { RequestMismatchError } from '../../contracts/interaction/request-mismatch-error.ts'
import { runInteraction } from '../../contracts/interaction/run-interaction.ts'
import { mergedPact } from '../../contracts/pact-file/merge-interactions.ts'
import { pactText } from '../../contracts/pact-file/pact-file.ts'
import { leafPathsOf } from '../../contracts/reads/read-paths.ts'
import { readsOf } from '../../contracts/reads/reads.ts'
import {
  committedPact,
  committedText,
  committedTextOfPact,
  interactionIn,
  pacticipants,
} from '../contracts/committed.ts'
import { withoutEachPart } from '../contracts/without-each.ts'
import { runBot, scenarios } from './call-contract.ts'
import { lookUp, summarize } from './calling-bot.ts'
import { graphClient } from './graph-client.ts'

const reads = await readsOf(summarize)
const interactions = scenarios.map((name) => interactionOf(name, reads))

test('the bytes of the pact do not depend on the order or on concurrency', async () => {
  const run = async (name: (typeof scenarios)[number]) =>
    (await runInteraction(interactionOf(name, reads), pacticipants, runBot)).pact
  const reversed = scenarios.toReversed()
  const atOnce = await Promise.all(reversed.map(run))
  expect(pactText(mergedPact(atOnce))).toBe(committedTextOfPact)
  const oneByOne = []
  for (const name of reversed) oneByOne.push(await run(name))
  expect(pactText(mergedPact(oneByOne))).toBe(committedTextOfPact)
})

describe('the pact', () => {
  test('has consumer, provider and the metadata of version 4', () => {
    expect(committedPact()).toMatchObject({
      consumer: { name: pacticipants.consumer },
      provider: { name: pacticipants.provider },
      metadata: {
        'pact-js': { version: expect.any(String) },
        pactRust: { ffi: expect.any(String), models: expect.any(String) },
        pactSpecification: { version: '4.0' },
      },
    })
  })
  test('has an interaction for each scenario, and no secrets or changing values', () => {
    expect(committedPact().interactions.map(({ description }) => description)).toEqual(
      interactions.map(({ description }) => description).toSorted(),
    )
    expect(committedText).not.toMatch(/null|eyJ|"date"|random/i)
  })
  test.each(scenarios)('requests %s with any ID, any token and no body', (name) => {
    const { request, providerStates } = interactionIn(committedPact(), name)
    const { path, header } = Object(request.matchingRules)
    expect(request).toMatchObject({
      method: 'GET',
      path: fixtures[name].request.path,
      headers: { Authorization: ['Bearer an-invented-token'] },
      generators: {
        path: {
          type: 'ProviderState',
          expression: expect.stringMatching(/^\/v1\.0\/communications\/calls\/\$\{id\}$/),
        },
      },
    })
    expect(request.body).toBeUndefined()
    expect('/v1.0/communications/calls/2e1a').toMatch(new RegExp(path.matchers[0].regex))
    expect('/v1.0/communications/calls/2e1a/participants').not.toMatch(new RegExp(path.matchers[0].regex))
    expect('/v1X0/communications/calls/2e1a').not.toMatch(new RegExp(path.matchers[0].regex))
    expect('Bearer x.y-z').toMatch(new RegExp(header.Authorization.matchers[0].regex))
    expect('Bearer ').not.toMatch(new RegExp(header.Authorization.matchers[0].regex))
    expect(providerStates).toHaveLength(1)
  })
  test('accepts fractions of seconds in Retry-After', () => {
    const { header } = Object(interactionIn(committedPact(), 'throttled').response.matchingRules)
    const retryAfter = new RegExp(header['Retry-After'].matchers[0].regex)
    for (const seconds of ['2', '2.128']) expect(seconds).toMatch(retryAfter)
    for (const other of ['soon', '2.', '-1', '2 s']) expect(other).not.toMatch(retryAfter)
  })
})

// The outcome for a whole response shows what the bot reads: everything in the pact, and nothing else.
describe.each(scenarios)('%s', (name) => {
  const { callId } = interactionOf(name, reads)
  const { content } = interactionIn(committedPact(), name).response.body ?? {}
  const { status, headers, body } = fixtures[name]
  const outcomeOf = (received: unknown) =>
    lookUp(
      graphClient({ fetch: async () => new Response(JSON.stringify(received), { status, headers }) }, 'any'),
      callId,
    )

  test('the pact contains enough: the bot gets the same outcome from it as from the whole response', async () => {
    expect(await outcomeOf(content)).toEqual(await outcomeOf(body))
  })
  test('the pact contains no more: without any part of it, the outcome differs', async () => {
    const whole = await outcomeOf(content)
    const reduced = withoutEachPart(content)
    expect(reduced.length).toBeGreaterThanOrEqual(leafPathsOf(content).length)
    for (const { path, rest } of reduced)
      expect(await outcomeOf(rest).catch(() => 'failed'), path).not.toEqual(whole)
  })
})

describe.concurrent('a consumer', () => {
  const interaction = interactionOf('group', reads)
  const get = (path: string, init?: RequestInit) =>
    runInteraction(interaction, pacticipants, ({ fetch }) =>
      fetch(`https://graph.microsoft.com${path}`, init),
    )
  const path = `/v1.0/communications/calls/${interaction.callId}`
  const headers = { Authorization: 'Bearer any' }

  test('gets an error with the mismatches that Pact reports', async () => {
    const error = await get(path).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(RequestMismatchError)
    expect(error).toMatchObject({
      message: expect.stringContaining('a request for a call (group)'),
      mismatches: expect.arrayContaining(["Expected a header 'Authorization' but was missing"]),
    })
  })
  test.each([
    ['another path', '/v1.0/me', { headers }],
    ['another version', path.replace('v1.0', 'beta'), { headers }],
    ['another scheme than Bearer', path, { headers: { Authorization: 'Basic any' } }],
    ['another method', path, { headers, method: 'DELETE' }],
    ['a query', `${path}?$select=id`, { headers }],
  ])('gets a RequestMismatchError for %s', async (_, other, init) => {
    await expect(get(other, init)).rejects.toThrow(RequestMismatchError)
  })
  test.each([
    ['another path', '/v1.0/me', 'Bearer'],
    ['another scheme', path, 'Basic'],
  ])('does not leak its token: %s', async (_, other, scheme) => {
    const secret = `${scheme} it's-hidden`
    const sent = get(other, { method: 'POST', body: secret, headers: { Authorization: secret } })
    const error = await sent.catch((error: unknown) => error)
    expect(error).toBeInstanceOf(RequestMismatchError)
    expect(inspect(error)).not.toContain('hidden')
  })
  test('gets a RequestMismatchError for a missing request', async () => {
    await expect(runInteraction(interaction, pacticipants, async () => 'nothing')).rejects.toThrow(
      RequestMismatchError,
    )
  })
  test('gets its own errors unchanged', async () => {
    const ran = runInteraction(interaction, pacticipants, async (context) => {
      await runBot(context)
      throw new RangeError('a bug of the consumer')
    })
    await expect(ran).rejects.toThrow(new RangeError('a bug of the consumer'))
  })
  test('gets the expected response to a matching request', async () => {
    const { result: response } = await get(path, { headers })
    expect(await response.json()).toEqual(interaction.response.body)
  })
})
