import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { PublishError, type PublishOptions } from 'graph-call-testkit/contracts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { publishFrom } from '../../../contracts/publish/publish-from.ts'
import { committedText, fileName, temporaryFolder } from '../committed.ts'
import { context, pacts, recordingCli, required } from './recording-cli.ts'

const token = 'the-broker-token-of-contoso'

/** Publishes with the installed Pact CLI to a broker that sends the same response to every request, or none. */
async function publishTo(
  response: { status: number; body?: string } | 'silence',
  options: PublishOptions = {},
) {
  const tokens: (string | undefined)[] = []
  const server = createServer((request, reply) => {
    tokens.push(request.headers.authorization)
    if (response === 'silence') return
    reply.writeHead(response.status, { 'Content-Type': 'application/hal+json' }).end(response.body ?? '{}')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close(() => {}).closeAllConnections())
  const address = Object(server.address())
  const env = { PACT_BROKER_TOKEN: token, PACT_BROKER_HTTP_RETRIES: '2' }
  const error = await publishFrom(
    [pacts],
    { ...required, broker: `http://127.0.0.1:${address.port}`, ...options },
    { ...context, env },
  ).catch((error: unknown) => error)
  return { error, tokens }
}

describe('a broker', () => {
  test.each([
    [401, 'unauthorized', 8, /PACT_BROKER_TOKEN/],
    [403, 'unauthorized', 8, /PACT_BROKER_TOKEN/],
    [404, 'broker-down', 6, /not a Pact Broker/],
    [407, 'broker-down', 6, /proxy.*HTTPS_PROXY/],
    [418, 'broker-failed', 10, /its output below/],
    [503, 'broker-failed', 10, /publish again/],
  ] as const)(
    'that responds with %d fails with %s and exit code %d',
    async (status, failure, exitCode, message) => {
      const { error, tokens } = await publishTo({ status })
      expect(error).toBeInstanceOf(PublishError)
      expect(error).toMatchObject({ failure, exitCode, message: expect.stringMatching(message) })
      // The Pact CLI retries only what can succeed later. This package does not retry on top of it.
      expect(tokens).toEqual(Array(status === 503 ? 2 : 1).fill(`Bearer ${token}`))
    },
  )
  test.each([
    ['a web page', 'Did not get a valid HAL response body'],
    [
      'another API',
      "thread 'main' (1) panicked at pact-broker-cli-0.8.8/src/cli/pact_broker/main/utils.rs:453:64:",
    ],
  ])('that is %s fails with broker-down', async (_, output) => {
    const { pactCli } = recordingCli({ code: 1, output })
    await expect(publishFrom([pacts], required, { ...context, pactCli })).rejects.toMatchObject({
      failure: 'broker-down',
      message: expect.stringContaining('not a Pact Broker'),
    })
  })
  test('that returns the token does not leak it into the error', async () => {
    const { error } = await publishTo({
      status: 401,
      body: JSON.stringify({ error: { message: `no ${token}` } }),
    })
    expect(error).toMatchObject({ output: expect.stringContaining('{secret}') })
    expect(inspect(error)).not.toContain(token)
  })
  test('that does not respond fails with broker-slow', async () => {
    const { error } = await publishTo('silence', { timeout: 500 })
    expect(error).toMatchObject({
      failure: 'broker-slow',
      exitCode: 7,
      message: expect.stringContaining('No response within 0.5 s'),
    })
  })
  test('can have a timeout that is longer than a timer can wait', async () => {
    const { error } = await publishTo({ status: 401 }, { timeout: 2 ** 31 })
    expect(error).toMatchObject({ failure: 'unauthorized' })
  })
  test('that cannot be reached fails with broker-down', async () => {
    const env = { PACT_BROKER_HTTP_RETRIES: '0' }
    const options = { ...required, broker: 'http://127.0.0.1:9' }
    await expect(publishFrom([pacts], options, { ...context, env })).rejects.toMatchObject({
      failure: 'broker-down',
      exitCode: 6,
      message: expect.stringContaining('HTTPS_PROXY'),
    })
  })
})

describe('the Pact CLI', () => {
  test('gets its arguments, without secrets', async () => {
    const { calls, pactCli } = recordingCli()
    const env = {
      PACT_BROKER_TOKEN: token,
      NODE_EXTRA_CA_CERTS: 'package.json',
      HTTPS_PROXY: 'http://proxy.example:3128',
    }
    const report = await publishFrom(
      [pacts],
      { ...required, tags: ['a', 'b'], buildUrl: 'https://ci.example/1' },
      { ...context, env, pactCli },
    )
    expect(calls).toHaveLength(1)
    expect(calls[0]?.args).toEqual([
      'publish',
      '--consumer-app-version=1',
      '--branch=main',
      '--build-url=https://ci.example/1',
      '--tag=a,b',
      '--ssl-certificate=package.json',
      '--',
      `${pacts}/${fileName}`,
    ])
    expect(calls[0]?.env).toMatchObject({
      ...env,
      PACT_BROKER_BASE_URL: required.broker,
      PACT_DO_NOT_TRACK: 'true',
    })
    expect(report).toMatchObject({ published: true, authentication: 'token', pacts: [{ interactions: 9 }] })
    expect(inspect(report, { depth: 9 })).not.toContain(token)
  })
  test('gets file names as literal glob patterns', async () => {
    const file = join(await temporaryFolder(), 'pact [1].json')
    await writeFile(file, committedText)
    const { calls, pactCli } = recordingCli()
    await publishFrom([file], required, { ...context, pactCli })
    expect(calls[0]?.args.at(-1)).toMatch(/pact \[\[\]1\[\]\]\.json$/)
  })
  test('that reports other content for the same version fails with conflict', async () => {
    const { pactCli } = recordingCli({ code: 1, output: 'Cannot change the content of the pact for x' })
    await expect(publishFrom([pacts], required, { ...context, pactCli })).rejects.toMatchObject({
      failure: 'conflict',
      exitCode: 9,
    })
  })
  test('that is not installed causes an error that says how to install it', async () => {
    const directory = await temporaryFolder()
    await expect(publishFrom([pacts], required, { ...context, directory })).rejects.toThrow(
      /npm install --save-dev @pact-foundation\/pact-cli$/,
    )
  })
})

test('a dry run reports what would be published, and publishes nothing', async () => {
  const { calls, pactCli } = recordingCli()
  const report = await publishFrom([pacts], { ...required, dryRun: true }, { ...context, pactCli })
  expect(report).toEqual({
    published: false,
    broker: required.broker,
    authentication: 'none',
    version: '1',
    branch: 'main',
    from: 'given',
    tags: [],
    pacts: [
      {
        file: `${pacts}/${fileName}`,
        consumer: 'graph-call-testkit-reference-bot',
        provider: 'microsoft-graph-calls',
        interactions: 9,
      },
    ],
    leftOut: [],
    commands: [`pact-broker publish --consumer-app-version=1 --branch=main -- ${pacts}/${fileName}`],
    output: '',
  })
  expect(calls).toEqual([])
})

test('a dry run does not need the Pact CLI', async () => {
  const directory = await temporaryFolder()
  const options = { ...required, dryRun: true, branch: "mira's branch" }
  const { commands } = await publishFrom([pacts], options, { env: {}, directory })
  expect(commands).toEqual([expect.stringContaining("'--branch=mira'\\''s branch'")])
})

test('a comma separates tags, as in the Pact CLI', async () => {
  const { calls, pactCli } = recordingCli()
  const options = { ...required, tags: ['a,b', ' c ', ''] }
  const { tags } = await publishFrom([pacts], options, { ...context, pactCli })
  expect(tags).toEqual(['a', 'b', 'c'])
  expect(calls[0]?.args).toContain('--tag=a,b,c')
})
