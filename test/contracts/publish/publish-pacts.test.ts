import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { inspect } from 'node:util'
import {
  type ClientResult,
  PublishError,
  type PublishOptions,
  publishPacts,
} from 'graph-call-testkit/contracts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { committedPact, committedText, fileName, temporaryFolder } from '../committed.ts'

const pacts = 'contracts/pacts'
const given = { broker: 'https://broker.example.com', version: '1', branch: 'main', env: {} }
const token = 'the-broker-token-of-contoso'

/** The client that is installed, and a broker that answers everything alike, or nothing. */
async function publishTo(
  answer: { status: number; body?: string } | 'silence',
  options: PublishOptions = {},
) {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.headers.authorization)
    if (answer === 'silence') return
    response.writeHead(answer.status, { 'Content-Type': 'application/hal+json' }).end(answer.body ?? '{}')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close(() => {}).closeAllConnections())
  const address = Object(server.address())
  const env = { PACT_BROKER_TOKEN: token, PACT_BROKER_HTTP_RETRIES: '2' }
  const error = await publishPacts([pacts], {
    ...given,
    env,
    broker: `http://127.0.0.1:${address.port}`,
    ...options,
  }).catch((error: unknown) => error)
  return { error, asked }
}

describe('a broker', () => {
  test.each([
    [401, 'unauthorised', 8, /PACT_BROKER_TOKEN/],
    [403, 'unauthorised', 8, /PACT_BROKER_TOKEN/],
    [404, 'broker-down', 6, /no Pact Broker at this address/],
    [407, 'broker-down', 6, /proxy.*HTTPS_PROXY/],
    [418, 'broker-failed', 10, /What it said/],
    [503, 'broker-failed', 10, /publish again/],
  ] as const)('that answers %s', async (status, failure, exitCode, message) => {
    const { error, asked } = await publishTo({ status })
    expect(error).toBeInstanceOf(PublishError)
    expect(error).toMatchObject({ failure, exitCode, message: expect.stringMatching(message) })
    // The client tries a second time what a second try can help, and nobody tries again on top of it.
    expect(asked).toEqual(Array(status === 503 ? 2 : 1).fill(`Bearer ${token}`))
  })
  test('that is none, but a page for people', async () => {
    const { client } = recordingClient({ code: 1, output: 'Did not get a valid HAL response body' })
    await expect(publishPacts([pacts], { ...given, client })).rejects.toMatchObject({
      failure: 'broker-down',
      message: expect.stringContaining('no Pact Broker at this address'),
    })
  })
  test('that says the token back does not bring it into the error', async () => {
    const { error } = await publishTo({
      status: 401,
      body: JSON.stringify({ error: { message: `no ${token}` } }),
    })
    expect(error).toMatchObject({ output: expect.stringContaining('(not shown)') })
    expect(inspect(error)).not.toContain(token)
  })
  test('that does not answer', async () => {
    const { error } = await publishTo('silence', { timeout: 500 })
    expect(error).toMatchObject({
      failure: 'broker-slow',
      exitCode: 7,
      message: expect.stringContaining('within 0.5 s'),
    })
  })
  test('that has longer than a timer can wait', async () => {
    const { error } = await publishTo({ status: 401 }, { timeout: 2 ** 31 })
    expect(error).toMatchObject({ failure: 'unauthorised' })
  })
  test('that is not there', async () => {
    const env = { PACT_BROKER_HTTP_RETRIES: '0' }
    await expect(
      publishPacts([pacts], { ...given, env, broker: 'http://127.0.0.1:9' }),
    ).rejects.toMatchObject({
      failure: 'broker-down',
      exitCode: 6,
      message: expect.stringContaining('HTTPS_PROXY'),
    })
  })
})

/** Remembers how it was called, and publishes nothing. */
function recordingClient(result: ClientResult = { code: 0, output: '' }) {
  const calls: { args: readonly string[]; env: Record<string, string | undefined> }[] = []
  const client: PublishOptions['client'] = async (args, env) => {
    calls.push({ args, env: { ...env } })
    return result
  }
  return { calls, client }
}

describe('the client', () => {
  test('gets no secret on its command line, and all that it needs', async () => {
    const { calls, client } = recordingClient()
    const env = {
      PACT_BROKER_TOKEN: token,
      NODE_EXTRA_CA_CERTS: 'package.json',
      HTTPS_PROXY: 'http://proxy.example:3128',
    }
    const report = await publishPacts([pacts], {
      ...given,
      env,
      client,
      tags: ['a', 'b'],
      buildUrl: 'https://ci.example/1',
    })
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
      PACT_BROKER_BASE_URL: given.broker,
      PACT_DO_NOT_TRACK: 'true',
    })
    expect(report).toMatchObject({ published: true, authentication: 'token', pacts: [{ interactions: 9 }] })
    expect(inspect(report, { depth: 9 })).not.toContain(token)
  })
  test('is told the names of files, and no patterns', async () => {
    const file = join(await temporaryFolder(), 'pact [1].json')
    await writeFile(file, committedText)
    const { calls, client } = recordingClient()
    await publishPacts([file], { ...given, client })
    expect(calls[0]?.args.at(-1)).toMatch(/pact \[\[\]1\[\]\]\.json$/)
  })
  test('that refuses other content of the same version is a conflict', async () => {
    const { client } = recordingClient({ code: 1, output: 'Cannot change the content of the pact for x' })
    await expect(publishPacts([pacts], { ...given, client })).rejects.toMatchObject({
      failure: 'conflict',
      exitCode: 9,
    })
  })
  test('that is not installed is asked for', async () => {
    const folder = await temporaryFolder()
    await expect(publishPacts([pacts], { ...given, folder })).rejects.toThrow(
      /npm install --save-dev @pact-foundation\/pact-cli$/,
    )
  })
})

test('a dry run says what would be sent, and sends nothing', async () => {
  const { calls, client } = recordingClient()
  const report = await publishPacts([pacts], { ...given, client, dryRun: true })
  expect(report).toEqual({
    published: false,
    broker: given.broker,
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
    output: '',
  })
  expect(calls).toEqual([])
})

describe('nothing is sent', () => {
  test('where lint finds something, unless the rule is ignored', async () => {
    const file = join(await temporaryFolder(), 'pact.json')
    const pact = committedPact()
    pact.consumer.name = 'consumer'
    await writeFile(file, JSON.stringify(pact))
    const { calls, client } = recordingClient()
    await expect(publishPacts([file], { ...given, client })).rejects.toMatchObject({
      failure: 'lint-findings',
      exitCode: 1,
      output: expect.stringContaining('weak-name'),
    })
    expect(calls).toEqual([])
    expect(await publishPacts([file], { ...given, client, ignore: ['weak-name'] })).toMatchObject({
      published: true,
    })
  })
  test.each([
    ['no address', undefined, /PACT_BROKER_BASE_URL/],
    ['an address that is none', 'broker', /no http or https URL/],
    ['a password in the address', 'https://mira:s3cret-word@broker.example.com', /PACT_BROKER_PASSWORD/],
  ])('to %s', async (_, broker, message) => {
    const { calls, client } = recordingClient()
    const error = await publishPacts([pacts], { ...given, broker, client }).catch((error: unknown) => error)
    expect(error).toMatchObject({
      failure: 'cannot-run',
      exitCode: 2,
      message: expect.stringMatching(message),
    })
    expect(inspect(error)).not.toContain('s3cret')
    expect(calls).toEqual([])
  })
  test.each(['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'])(
    'where %s names a file that is not there',
    async (name) => {
      const { calls, client } = recordingClient()
      const env = { [name]: '/etc/no-such-authority.pem' }
      await expect(publishPacts([pacts], { ...given, env, client, dryRun: true })).rejects.toMatchObject({
        failure: 'cannot-run',
        message: expect.stringContaining(`${name} names /etc/no-such-authority.pem`),
      })
      expect(calls).toEqual([])
    },
  )
})
