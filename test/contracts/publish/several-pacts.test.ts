import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { PublishOptions } from 'graph-call-testkit/contracts'
import { describe, expect, test } from 'vitest'
import type { PactCli, PactCliResult } from '../../../contracts/publish/pact-cli.ts'
import { publishFrom } from '../../../contracts/publish/publish-from.ts'
import { committedPact, temporaryFolder } from '../committed.ts'
import { context, pacts, pactsOf, recordingCli, required } from './recording-cli.ts'

/** Collects garbage when the Pact CLI is waited for. */
function collectGarbageSoon(): void {
  setFlagsFromString('--expose-gc')
  for (const delay of [20, 60, 100]) setTimeout(() => runInNewContext('gc()'), delay)
}

const threeBots = () => pactsOf(['contoso-first-bot'], ['contoso-second-bot'], ['contoso-third-bot'])

describe('of several pacts', () => {
  /** Publishes three pacts with a Pact CLI that has a result for each. */
  async function publishThree(
    results: readonly (PactCliResult | 'stop')[],
    options: PublishOptions = {},
    whileRunning = () => {},
  ) {
    const files: (string | undefined)[] = []
    const pactCli: PactCli = async (args, _env, stop) => {
      const result = results[files.length] ?? { code: 0, output: '' }
      files.push(args.at(-1))
      if (result !== 'stop') return result
      whileRunning()
      if (!stop.aborted) await new Promise((stopped) => stop.addEventListener('abort', stopped))
      return { output: '' }
    }
    const outcome = await publishFrom(
      [await threeBots()],
      { ...required, ...options },
      { ...context, pactCli },
    ).catch((error: unknown) => error)
    return { outcome, tried: files.length }
  }
  const conflict = { code: 1, output: 'Cannot change the content of the pact for x' }
  const unauthorized = { code: 1, output: 'failed: 401 ' }

  test('each is published, also after a conflict, and the error lists them', async () => {
    const { outcome, tried } = await publishThree([{ code: 0, output: 'first' }, conflict])
    expect(tried).toBe(3)
    expect(outcome).toMatchObject({
      failure: 'conflict',
      exitCode: 9,
      message: expect.stringMatching(
        /^Published only 2 of 3 pacts to https.*\. .*\n {2}published: contoso-first-bot -> .*\n {2}published: contoso-third-bot -> .*\n {2}not published, conflict: contoso-second-bot -> contoso-call-stub \(.*1\.json\)$/,
      ),
      published: [{ consumer: 'contoso-first-bot', interactions: 9 }, { consumer: 'contoso-third-bot' }],
      failed: [{ consumer: 'contoso-second-bot', provider: 'contoso-call-stub', reason: 'conflict' }],
      output: expect.stringMatching(/^first\n\nCannot change/),
    })
  })
  test('the rest is not tried after a failure that the next would have as well', async () => {
    const { outcome, tried } = await publishThree([{ code: 0, output: '' }, unauthorized])
    expect(tried).toBe(2)
    expect(outcome).toMatchObject({
      failure: 'unauthorized',
      message: expect.stringContaining('not tried: contoso-third-bot'),
      failed: [{ reason: 'unauthorized' }, { consumer: 'contoso-third-bot', reason: 'not-tried' }],
    })
  })
  test('none is "published" if none is', async () => {
    const { outcome } = await publishThree([unauthorized])
    expect(outcome).toMatchObject({ message: expect.stringMatching(/^Not published to /), published: [] })
  })
  test('all share one timeout', async () => {
    const { outcome, tried } = await publishThree([{ code: 0, output: '' }, 'stop'], { timeout: 20 })
    expect(tried).toBe(2)
    expect(outcome).toMatchObject({
      failure: 'broker-slow',
      message: expect.stringContaining('unknown, broker-slow: contoso-second-bot'),
      published: [{ consumer: 'contoso-first-bot' }],
    })
  })
  test('the timeout still ends the Pact CLI after a garbage collection', async () => {
    const { outcome } = await publishThree(['stop'], { timeout: 300 }, collectGarbageSoon)
    expect(outcome).toMatchObject({ failure: 'broker-slow', exitCode: 7 })
  })
  test('the result is "canceled" if Ctrl+C has also ended the Pact CLI', async () => {
    const controller = new AbortController()
    const pactCli: PactCli = async () => {
      controller.abort()
      return { code: 1, output: 'It was ended by SIGINT.' }
    }
    const options = { ...required, signal: controller.signal }
    await expect(publishFrom([await threeBots()], options, { ...context, pactCli })).rejects.toMatchObject({
      failure: 'canceled',
      failed: [{ reason: 'canceled' }, { reason: 'not-tried' }, { reason: 'not-tried' }],
    })
  })
  test('the rest is not tried after the signal is aborted', async () => {
    const controller = new AbortController()
    const { outcome } = await publishThree(
      [{ code: 0, output: '' }, 'stop'],
      { signal: controller.signal },
      () => controller.abort(),
    )
    expect(outcome).toMatchObject({
      failure: 'canceled',
      exitCode: 130,
      message: expect.stringContaining('Publish again'),
      published: [{ consumer: 'contoso-first-bot' }],
      failed: [{ reason: 'canceled' }, { reason: 'not-tried' }],
    })
  })
  test('none is sent if the signal is aborted already', async () => {
    const { outcome, tried } = await publishThree([], { signal: AbortSignal.abort() })
    expect({ outcome, tried }).toMatchObject({ outcome: { failure: 'canceled' }, tried: 0 })
  })
})

test('a pact of another API in the directory is published as well', async () => {
  const folder = await pactsOf(['contoso-bot'])
  const mail = {
    consumer: { name: 'contoso-bot' },
    provider: { name: 'contoso-mail' },
    interactions: [
      { description: 'a mail', request: { method: 'POST', path: '/mails' }, response: { status: 201 } },
    ],
    metadata: { pactSpecification: { version: '3.0.0' } },
  }
  await writeFile(join(folder, 'mail.json'), JSON.stringify(mail))
  const { calls, pactCli } = recordingCli()
  const report = await publishFrom([folder], required, { ...context, pactCli })
  expect(report).toMatchObject({ pacts: [{}, { provider: 'contoso-mail' }], leftOut: [] })
  expect(calls).toHaveLength(2)
})

describe('with a provider', () => {
  test('other pacts are left out, and listed', async () => {
    const folder = await pactsOf(['contoso-bot', 'consumer'], ['contoso-bot', 'contoso-call-stub'])
    const { calls, pactCli } = recordingCli()
    const options = { ...required, provider: 'contoso-call-stub' }
    const report = await publishFrom([folder], options, { ...context, pactCli })
    expect(report).toMatchObject({
      pacts: [{ provider: 'contoso-call-stub' }],
      leftOut: [join(folder, '0.json')],
    })
    expect(calls).toHaveLength(1)
  })
  test('that no pact has, nothing is published', async () => {
    const { calls, pactCli } = recordingCli()
    const options = { ...required, provider: 'contoso-call-stub' }
    await expect(publishFrom([pacts], options, { ...context, pactCli })).rejects.toThrow(
      /"contoso-call-stub".*"microsoft-graph-calls"/,
    )
    expect(calls).toEqual([])
  })
})

describe('a broker cannot use a pact', () => {
  test.each([
    ['whose name has a space at the end', 'contoso-bot ', 'contoso-call-stub', /the name "contoso-bot " /],
    ['whose provider has a space at the start', 'contoso-bot', ' stub', /the name " stub" /],
    ['without a name', 'contoso-bot', '', /the name "" is empty/],
    ['whose name has an invisible character', 'contoso\u200bbot', 'contoso-call-stub', /\\u\{200b\}/],
    ['whose name has a line break', 'contoso\n::error::bot', 'contoso-call-stub', /contoso\\n::error/],
    ['whose consumer is its provider', 'contoso-bot', 'contoso-bot', /both "contoso-bot"/],
  ])('%s', async (_, consumer, provider, message) => {
    const folder = await pactsOf([consumer, provider])
    const { calls, pactCli } = recordingCli()
    await expect(publishFrom([folder], required, { ...context, pactCli })).rejects.toMatchObject({
      failure: 'lint-findings',
      message: expect.stringMatching(message),
    })
    expect(calls).toEqual([])
  })
  test('without interactions', async () => {
    const file = join(await temporaryFolder(), 'pact.json')
    await writeFile(file, JSON.stringify({ ...committedPact(), interactions: [] }))
    const { calls, pactCli } = recordingCli()
    await expect(publishFrom([file], required, { ...context, pactCli })).rejects.toThrow(/no interactions/)
    expect(calls).toEqual([])
  })
  test('but it can use a name in Persian or Japanese', async () => {
    const { pactCli } = recordingCli()
    const folder = await pactsOf(['ربات\u200cتماس', '通話ボット'])
    const report = await publishFrom([folder], required, { ...context, pactCli })
    expect(report).toMatchObject({ published: true })
  })
})
