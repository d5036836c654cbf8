import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { PublishError, type PublishOptions } from 'graph-call-testkit/contracts'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { PactCli, PactCliResult } from '../../../contracts/publish/pact-cli.ts'
import { publishFrom } from '../../../contracts/publish/publish-from.ts'
import { committedPact, committedText, fileName, temporaryFolder } from '../committed.ts'

const pacts = 'contracts/pacts'
const warn = () => {}
const required = { broker: 'https://broker.example.com', version: '1', branch: 'main', warn }
const context = { env: {}, directory: process.cwd() }
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
  test('that is a web page fails with broker-down', async () => {
    const { pactCli } = recordingCli({ code: 1, output: 'Did not get a valid HAL response body' })
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

/** Creates a Pact CLI that records its calls and publishes nothing. */
function recordingCli(result: PactCliResult = { code: 0, output: '' }) {
  const calls: { args: readonly string[]; env: Record<string, string | undefined> }[] = []
  const pactCli: PactCli = async (args, env) => {
    calls.push({ args, env: { ...env } })
    return result
  }
  return { calls, pactCli }
}

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

/** Writes a pact of each consumer or pacticipants to a directory. */
async function pactsOf(...names: readonly (readonly [consumer: string, provider?: string])[]) {
  const folder = await temporaryFolder()
  for (const [index, [consumer, provider = 'contoso-call-stub']] of names.entries()) {
    const pact = { ...committedPact(), consumer: { name: consumer }, provider: { name: provider } }
    await writeFile(join(folder, `${index}.json`), JSON.stringify(pact))
  }
  return folder
}

const threeBots = () => pactsOf(['contoso-first-bot'], ['contoso-second-bot'], ['contoso-third-bot'])

describe('of several pacts', () => {
  /** Publishes three pacts with a Pact CLI that has a result for each. */
  async function publishThree(results: readonly (PactCliResult | 'stop')[], options: PublishOptions = {}) {
    const files: (string | undefined)[] = []
    const pactCli: PactCli = async (args, _env, stop) => {
      const result = results[files.length] ?? { code: 0, output: '' }
      files.push(args.at(-1))
      if (result !== 'stop') return result
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
  test('the rest is not tried after the signal is aborted', async () => {
    const controller = new AbortController()
    const publishing = publishThree([{ code: 0, output: '' }, 'stop'], { signal: controller.signal })
    await new Promise((later) => setTimeout(later, 100))
    controller.abort()
    const { outcome } = await publishing
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
    await expect(publishFrom([pacts], options, { ...context, pactCli })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/"contoso-call-stub".*"microsoft-graph-calls"/),
    })
    expect(calls).toEqual([])
  })
})

describe('the warning about can-i-deploy', () => {
  async function warningsOf(paths: readonly string[], env = {}) {
    const warnings: string[] = []
    const pactCli: PactCli = async () => {
      warnings.push('(published)')
      return { code: 0, output: '' }
    }
    const options = { ...required, warn: (message: string) => void warnings.push(message) }
    await publishFrom(paths, options, { ...context, env, pactCli })
    return warnings
  }
  test('comes before a pact of microsoft-graph-calls is published, and names both ways to ignore it', async () => {
    expect(await warningsOf([pacts])).toEqual([
      expect.stringMatching(
        /can-i-deploy fails for version 1 of graph-call-testkit-reference-bot.*--ignore microsoft-graph-calls.*PACT_BROKER_CAN_I_DEPLOY_IGNORE=microsoft-graph-calls/,
      ),
      '(published)',
    ])
  })
  test('does not come if the environment ignores the provider, or if the pact is of another provider', async () => {
    const env = { PACT_BROKER_CAN_I_DEPLOY_IGNORE: 'contoso-mail, microsoft-graph-calls' }
    expect(await warningsOf([pacts], env)).toEqual(['(published)'])
    expect(await warningsOf([await pactsOf(['contoso-bot'])])).toEqual(['(published)'])
  })
})

describe('secrets', () => {
  const secrets = {
    PACT_BROKER_TOKEN: 'tok/en"with-everything+1',
    PACT_BROKER_USERNAME: 'pact',
    PACT_BROKER_PASSWORD: 'pass word+"1"',
    HTTPS_PROXY: 'http://mira:proxy%2Fword1@proxy.example:3128',
  }
  const [token, password] = [secrets.PACT_BROKER_TOKEN, secrets.PACT_BROKER_PASSWORD]
  const basic = Buffer.from(`pact:${password}`).toString('base64')
  const echoes = {
    'as it is': token,
    'in JSON': JSON.stringify({ error: token }),
    'in JSON in JSON': JSON.stringify(JSON.stringify({ error: token })),
    'in a URL': `https://broker.example.com/?x=${encodeURIComponent(token)}`,
    'in base64': Buffer.from(token).toString('base64'),
    'in a header': `Authorization: Bearer ${token}`,
    'in a basic header': `Authorization: Basic ${basic}`,
    'as a basic credential': basic,
    'as a password': password,
    'as a password in a URL': `http://pact:${encodeURIComponent(password)}@broker.example.com`,
    'as the password of a proxy': 'proxy/word1',
    'as the encoded password of a proxy': 'http://mira:proxy%2Fword1@proxy.example:3128',
  }
  const plain = [token, password, basic, 'proxy/word1', 'proxy%2Fword1']
  const everySecret = plain.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ])

  test.each(Object.entries(echoes))('that the broker echoes %s are replaced', async (_, echo) => {
    for (const code of [0, 1]) {
      const { pactCli } = recordingCli({ code, output: `the broker responded: ${echo} ` })
      const outcome = await publishFrom([pacts], required, { ...context, env: secrets, pactCli }).catch(
        (error: unknown) => error,
      )
      expect(outcome).toMatchObject({ output: expect.stringContaining('{secret}') })
      const shown = inspect(outcome, { depth: 9 }) + JSON.stringify(outcome)
      expect(everySecret.filter((secret) => shown.includes(secret))).toEqual([])
    }
  })
  test('in the URL of a build are neither sent nor reported', async () => {
    const { calls, pactCli } = recordingCli()
    const buildUrl = 'https://mira:s3cret-word@ci.example/1?access_token=abcdef-123&job=7'
    const report = await publishFrom([pacts], { ...required, buildUrl }, { ...context, pactCli })
    const shown = inspect({ report, calls }, { depth: 9 })
    expect(shown).not.toMatch(/s3cret-word|abcdef-123/)
    expect(report.buildUrl).toBe('https://{secret}@ci.example/1?access_token={secret}&job=7')
  })
  test('do not hide the failure that the output shows', async () => {
    const env = { PACT_BROKER_TOKEN: 'Cannot-change', PACT_BROKER_PASSWORD: 'content' }
    const { pactCli } = recordingCli({ code: 1, output: 'Cannot change the content of the pact for x' })
    await expect(publishFrom([pacts], required, { ...context, env, pactCli })).rejects.toMatchObject({
      failure: 'conflict',
      output: 'Cannot change the {secret} of the pact for x',
    })
  })
  test.each([
    ['PACT_BROKER_TOKEN', 'first-half\nsecond-half', /a line break/],
    ['PACT_BROKER_TOKEN', 'first-half second-half\n', /" "/],
    ['PACT_BROKER_TOKEN', 'first-half\u001b[0m', /a character/],
    ['PACT_BROKER_TOKEN', 'first-halfö', /a character/],
    ['PACT_BROKER_USERNAME', 'first-half:second-half', /":"/],
    ['PACT_BROKER_USERNAME', 'first-half\r', /a line break/],
    ['PACT_BROKER_PASSWORD', 'first-half\n', /a line break/],
  ])('in %s with invalid characters are rejected, and not printed: %j', async (name, value, message) => {
    const { calls, pactCli } = recordingCli()
    const error = await publishFrom([pacts], required, { ...context, env: { [name]: value }, pactCli }).catch(
      (error: unknown) => error,
    )
    expect(error).toMatchObject({ exitCode: 2, message: expect.stringMatching(message) })
    expect(error).toMatchObject({ message: expect.stringContaining(name) })
    expect(inspect(error)).not.toMatch(/first-half|second-half/)
    expect(calls).toEqual([])
  })
})

describe('nothing is published', () => {
  test('if lint finds a problem, unless its rule is ignored', async () => {
    const file = join(await temporaryFolder(), 'pact.json')
    const pact = committedPact()
    pact.consumer.name = 'consumer'
    await writeFile(file, JSON.stringify(pact))
    const { calls, pactCli } = recordingCli()
    await expect(publishFrom([file], required, { ...context, pactCli })).rejects.toMatchObject({
      failure: 'lint-findings',
      exitCode: 1,
      output: expect.stringContaining('weak-name'),
    })
    expect(calls).toEqual([])
    const ignoring = { ...required, ignore: ['weak-name'] as const }
    expect(await publishFrom([file], ignoring, { ...context, pactCli })).toMatchObject({
      published: true,
    })
  })
  test.each([
    ['without a broker URL', undefined, /PACT_BROKER_BASE_URL/],
    ['with an invalid broker URL', 'broker', /Expected an http or https URL/],
    [
      'with a password in the broker URL',
      'https://mira:s3cret-word@broker.example.com',
      /PACT_BROKER_PASSWORD/,
    ],
    [
      'with a token in the broker URL',
      'https://broker.example.com/?token=s3cret-word',
      /a query.*PACT_BROKER_TOKEN/,
    ],
    ['with a fragment in the broker URL', 'https://broker.example.com/#s3cret-word', /a fragment/],
    [
      'with a line break in the broker URL',
      'https://broker.example.com/\n::error::s3cret',
      /Expected an http/,
    ],
  ])('%s', async (_, broker, message) => {
    const { calls, pactCli } = recordingCli()
    const error = await publishFrom([pacts], { ...required, broker }, { ...context, pactCli }).catch(
      (error: unknown) => error,
    )
    expect(error).toMatchObject({
      failure: 'cannot-run',
      exitCode: 2,
      message: expect.stringMatching(message),
    })
    expect(inspect(error)).not.toContain('s3cret')
    expect(calls).toEqual([])
  })
  test.each([0, -1, Number.NaN])('with the timeout %d', async (timeout) => {
    await expect(publishFrom([pacts], { ...required, timeout }, context)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/^Invalid timeout: /),
    })
  })
  test.each(['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'])('if %s names a missing file', async (name) => {
    const { calls, pactCli } = recordingCli()
    const env = { [name]: '/etc/no-such-authority.pem' }
    const published = publishFrom([pacts], { ...required, dryRun: true }, { ...context, env, pactCli })
    await expect(published).rejects.toMatchObject({
      failure: 'cannot-run',
      message: expect.stringContaining(`Cannot read /etc/no-such-authority.pem, which ${name} names`),
    })
    expect(calls).toEqual([])
  })
})
