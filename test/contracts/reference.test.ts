import { inspect } from 'node:util'
import { fixtures } from 'graph-call-testkit/fixtures'
import { describe, expect, test } from 'vitest'
import { interactionOf } from '../../contracts/interaction/interaction.ts'
import { RequestMismatchError, runInteraction } from '../../contracts/interaction/run-interaction.ts'
import { mergedPact } from '../../contracts/pact-file/merge.ts'
import { pactText } from '../../contracts/pact-file/pact-file.ts'
import { leafPathsOf } from '../../contracts/reads/read-paths.ts'
import { readsOf } from '../../contracts/reads/reads.ts'
import { lookUp, summarise } from '../../contracts/reference/calling-bot.ts'
import { clientFor } from '../../contracts/reference/client.ts'
import { askBot, scenarios } from '../../contracts/reference/contract.ts'
import { committedPact, committedText, interactionIn, pacticipants } from './committed.ts'
import { withoutEachPart } from './without-each.ts'

const reads = await readsOf(summarise)
const interactions = scenarios.map((name) => interactionOf(name, reads))

test('the same bytes, whatever the order and however many run at once', async () => {
  const run = async (name: (typeof scenarios)[number]) =>
    (await runInteraction(interactionOf(name, reads), pacticipants, askBot)).pact
  const backwards = scenarios.toReversed()
  const atOnce = await Promise.all(backwards.map(run))
  expect(pactText(mergedPact(atOnce))).toBe(committedText)
  const oneByOne = []
  for (const name of backwards) oneByOne.push(await run(name))
  expect(pactText(mergedPact(oneByOne))).toBe(committedText)
})

describe('the pact', () => {
  test('is of the consumer, in version 4, with the versions that Pact writes', () => {
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
  test('has an interaction for each scenario, and nothing that changes or is secret', () => {
    expect(committedPact().interactions.map(({ description }) => description)).toEqual(
      interactions.map(({ description }) => description).toSorted(),
    )
    expect(committedText).not.toMatch(/null|eyJ|"date"|random/i)
  })
  test.each(scenarios)('asks for %s with any id and any token, and no body', (name) => {
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
  test('takes fractions of a second to wait', () => {
    const { header } = Object(interactionIn(committedPact(), 'throttled').response.matchingRules)
    const retryAfter = new RegExp(header['Retry-After'].matchers[0].regex)
    for (const seconds of ['2', '2.128']) expect(seconds).toMatch(retryAfter)
    for (const other of ['soon', '2.', '-1', '2 s']) expect(other).not.toMatch(retryAfter)
  })
})

// What the consumer makes of a whole answer shows what it reads: it needs all that the pact holds, and nothing else.
describe.each(scenarios)('%s', (name) => {
  const { callId } = interactionOf(name, reads)
  const { content } = interactionIn(committedPact(), name).response.body ?? {}
  const { status, headers, body } = fixtures[name]
  const made = (answered: unknown) =>
    lookUp(
      clientFor({ fetch: async () => new Response(JSON.stringify(answered), { status, headers }) }, 'any'),
      callId,
    )

  test('the pact holds enough: the consumer makes the same of it as of the whole answer', async () => {
    expect(await made(content)).toEqual(await made(body))
  })
  test('the pact holds no more: without any part of it, the consumer makes something else', async () => {
    const whole = await made(content)
    const less = withoutEachPart(content)
    expect(less.length).toBeGreaterThanOrEqual(leafPathsOf(content).length)
    for (const { path, rest } of less) expect(await made(rest).catch(() => 'failed'), path).not.toEqual(whole)
  })
})

describe.concurrent('a consumer that does something else', () => {
  const interaction = interactionOf('group', reads)
  const get = (path: string, init?: RequestInit) =>
    runInteraction(interaction, pacticipants, ({ fetch }) =>
      fetch(`https://graph.microsoft.com${path}`, init),
    )
  const path = `/v1.0/communications/calls/${interaction.callId}`
  const headers = { Authorization: 'Bearer any' }

  test('is told what, in the words of Pact', async () => {
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
  ])('%s is a mismatch', async (_, other, init) => {
    await expect(get(other, init)).rejects.toThrow(RequestMismatchError)
  })
  test.each([
    ['another path', '/v1.0/me', 'Bearer'],
    ['another scheme', path, 'Basic'],
  ])('its token is not shown: %s', async (_, other, scheme) => {
    const secret = `${scheme} it's-a-secret`
    const sent = get(other, { method: 'POST', body: secret, headers: { Authorization: secret } })
    const error = await sent.catch((error: unknown) => error)
    expect(error).toBeInstanceOf(RequestMismatchError)
    expect(inspect(error)).not.toContain('secret')
  })
  test('no request at all is a mismatch', async () => {
    await expect(runInteraction(interaction, pacticipants, async () => 'nothing')).rejects.toThrow(
      RequestMismatchError,
    )
  })
  test('what it throws of itself is thrown on', async () => {
    const ask = runInteraction(interaction, pacticipants, async (given) => {
      await askBot(given)
      throw new RangeError('a bug of the consumer')
    })
    await expect(ask).rejects.toThrow(new RangeError('a bug of the consumer'))
  })
  test('the right request answers with what is promised', async () => {
    const { result: answer } = await get(path, { headers })
    expect(await answer.json()).toEqual(interaction.response.body)
  })
})
