import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { defineCallContract, publishPacts, verifyPacts } from 'graph-call-testkit/contracts'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { committedPact, temporaryFolder } from '../contracts/committed.ts'
import { get } from '../contracts/get.ts'
import { deep, some } from '../runs.ts'
import { runCommand } from './run-command.ts'
import { recognizedForms, secretForms } from './secret-forms.ts'

/** Secrets of each kind that a variable or an option can have. */
const secrets = {
  opaque: 'kJ8-x_Qv2.7Lm~p',
  'with special characters': 'tK/en+7"&<x>\'=%y`z\\w',
  JWT: 'eyJhbGciOiJub25lIn0.eyJhcHBpZCI6ImtKOCJ9.c2lnbmF0dXJl',
  short: 'q7Z-x',
} as const
const token = secrets['with special characters']
const password = 'pä55 wö/rd+"&<💾>\''

/** Everything that a command made. */
interface Outcome {
  readonly shown: readonly string[]
  /** Directories in which the command may have written. */
  readonly directories?: readonly string[]
}

/** Runs a command to its end. */
async function command(...argv: string[]): Promise<Outcome> {
  const { exit, out, err } = runCommand(...argv)
  const code = await exit
  expect(code, err()).not.toBe(0)
  return { shown: [out(), err()] }
}

/** Runs a function of the package. An error counts with its fields and its causes. */
async function called(run: () => Promise<unknown>): Promise<Outcome> {
  const outcome = await run().catch((error: unknown) => error)
  return { shown: [inspect(outcome, { depth: 9, maxStringLength: null }), JSON.stringify(outcome)] }
}

/** Runs `serve`, sends requests, and stops it. */
async function served(send: (url: string) => Promise<unknown>, ...argv: string[]): Promise<Outcome> {
  const { out, err, exit, stop, firstLine } = runCommand('serve', ...argv)
  const ready = await firstLine()
  await send(/https?:\/\/[^\s"]+/.exec(ready)?.[0] ?? '')
  stop()
  await exit
  return { shown: [out(), err()] }
}

async function startServer(respond: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(respond)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close().closeAllConnections())
  return `http://127.0.0.1:${Object(server.address()).port}`
}

function setEnvironment(env: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries({ NO_PROXY: '127.0.0.1', ...env })) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
}

/** Writes a pact with one interaction of the committed pact. */
async function pactOf(change: (pact: ReturnType<typeof committedPact>) => object = (pact) => pact) {
  const folder = await temporaryFolder()
  const pact = committedPact()
  const interactions = pact.interactions.filter(({ description }) => description.endsWith('(group)'))
  await writeFile(join(folder, 'pact.json'), JSON.stringify(change({ ...pact, interactions })))
  return folder
}

async function textsIn({ shown, directories = [] }: Outcome): Promise<readonly string[]> {
  const files = await Promise.all(
    directories.map(async (directory) =>
      (await readdir(directory, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    ),
  )
  const written = files.flat()
  return [...shown, ...written, ...(await Promise.all(written.map((file) => readFile(file, 'utf8'))))]
}

/** Expects that no text contains a secret in any form. */
async function expectAbsent(outcome: Outcome, secret: string, forms: readonly string[]): Promise<void> {
  const texts = await textsIn(outcome)
  const found = [secret, ...forms].filter((form) => texts.some((text) => text.includes(form)))
  expect(found, texts.join('\n---\n').slice(0, 3_000)).toEqual([])
  // A secret of several words must not be shown in part.
  const core = secret
    .replaceAll(/[^\w💾]+/gu, ' ')
    .split(' ')
    .filter((word) => word.length > 4)
  for (const word of core) expect(texts.join('\n')).not.toContain(word)
}

const publishing = ['--consumer-app-version', '1', '--branch', 'main']

/** Services that repeat a text, and the commands that receive it. */
const echoes: Readonly<Record<string, (text: string) => Promise<Outcome>>> = {
  'a broker, in contract publish': async (text) => {
    const broker = await startServer((_request, response) =>
      response
        .writeHead(400, { 'Content-Type': 'application/hal+json' })
        .end(JSON.stringify({ errors: { x: [text] }, error: { message: text } })),
    )
    return command('contract', 'publish', await pactOf(), ...publishing, '--broker-base-url', broker)
  },
  'a broker, in publishPacts': async (text) => {
    const broker = await startServer((_request, response) =>
      response.writeHead(500, { 'Content-Type': 'text/plain' }).end(text),
    )
    vi.stubEnv('PACT_BROKER_HTTP_RETRIES', '1')
    const folder = await pactOf()
    return called(() =>
      publishPacts([folder], { broker, version: '1', branch: 'main', timeout: 5_000, warn: () => {} }),
    )
  },
  'a broker, in contract verify': async (text) => {
    const broker = await startServer((_request, response) =>
      response
        .writeHead(400, { 'Content-Type': 'application/hal+json' })
        .end(JSON.stringify({ error: { message: text } })),
    )
    const options = ['--provider', 'contoso-call-stub', '--base-url', 'http://127.0.0.1:9']
    return command('contract', 'verify', '--broker-base-url', broker, ...options)
  },
  'the body of a service, in contract verify': async (text) => {
    const service = await startServer((_request, response) =>
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ ...groupCall(), state: text, subject: text, [text]: text })),
    )
    return command('contract', 'verify', await pactOf(), '--base-url', service, '--call-id', 'a', '--json')
  },
  'the body of a service, in verify-service': async (text) => {
    const service = await startServer((_request, response) =>
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ ...groupCall(), state: text, subject: text, [text]: text })),
    )
    const folder = await temporaryFolder()
    const report = ['--json', '--out', join(folder, 'report.json')]
    const { shown } = await command('verify-service', 'a', '--base-url', service, ...report)
    return { shown, directories: [folder] }
  },
  'an error of a service, in verify-service': async (text) => {
    const service = await startServer((_request, response) =>
      response.writeHead(403).end(JSON.stringify({ error: { code: text, message: text } })),
    )
    return command('verify-service', 'a', '--base-url', service)
  },
  'another body of a service, in verifyPacts': async (text) => {
    const service = await startServer((_request, response) =>
      response.writeHead(500, { 'Content-Type': 'text/html' }).end(text),
    )
    const folder = await pactOf()
    return called(() => verifyPacts([folder], { baseUrl: service, callId: 'a' }))
  },
  'the provider states of a service, in contract verify': async (text) => {
    const service = await startServer((_request, response) => response.writeHead(500).end(text))
    const states = ['--provider-states-url', `${service}/states`]
    return command('contract', 'verify', await pactOf(), '--base-url', service, ...states)
  },
}

describe('a secret of the process that is sent back', () => {
  const channels = Object.entries(echoes)

  /** Forms together, and in deep tests each of them. */
  const plantings = (secret: string): (readonly [string, readonly string[]])[] => {
    const all = Object.entries(secretForms).map(([name, form]): [string, string] => [name, form(secret)])
    const together: [string, string[]] = ['every form', all.map(([, text]) => text)]
    return [together, ...(deep ? all.map(([name, text]): [string, string[]] => [name, [text]]) : [])]
  }

  test.each(
    channels.flatMap(([channel, run], at) => [
      ...plantings(token).map(([form, texts]) => ({ channel, run, form, texts, secret: token })),
      ...some(plantings(password), at).map(([form, texts]) => ({
        channel,
        run,
        form,
        texts,
        secret: password,
      })),
      ...(deep ? [secrets.opaque, secrets.JWT] : []).flatMap((secret) =>
        plantings(secret)
          .slice(0, 1)
          .map(([form, texts]) => ({ channel, run, form, texts, secret })),
      ),
    ]),
  )('is not shown: $channel, $form of $secret', async ({ run, texts, secret }) => {
    const isPassword = secret === password
    setEnvironment(
      isPassword
        ? { PACT_BROKER_USERNAME: 'pact', PACT_BROKER_PASSWORD: secret, GRAPH_ACCESS_TOKEN: secrets.opaque }
        : { PACT_BROKER_TOKEN: secret, GRAPH_ACCESS_TOKEN: secret },
    )
    await expectAbsent(await run(texts.join(' | ')), secret, texts)
  })

  test('is not shown if it is in another variable', async () => {
    const run = echoes['a broker, in contract publish']
    setEnvironment({
      CONTOSO_CLIENT_SECRET: secrets.opaque,
      HTTPS_PROXY: `http://mira:${secrets.short}@127.0.0.1:9`,
    })
    for (const secret of [secrets.opaque, secrets.short]) {
      if (run) await expectAbsent(await run(`the value ${secret} `), secret, [])
    }
  })
})

/** Places of the command line and of the environment that can contain a secret by mistake. The text is a URL. */
const inputs: Readonly<Record<string, (url: string, secret: string) => Promise<Outcome>>> = {
  'a path of contract lint': (url) => command('contract', 'lint', url),
  'a path of contract lint --json': (url) => command('contract', 'lint', url, '--json'),
  'a path of contract merge': (url) => command('contract', 'merge', url),
  'a path of contract status': (url) => command('contract', 'status', url),
  'a path of contract verify': (url) => command('contract', 'verify', url),
  'a path of contract publish': (url) =>
    command('contract', 'publish', url, ...publishing, '--broker-base-url', 'https://broker.example.com'),
  'the broker of contract publish': async (url) =>
    command('contract', 'publish', await pactOf(), ...publishing, '--broker-base-url', url),
  'the broker in a variable': async (url) => {
    setEnvironment({ PACT_BROKER_BASE_URL: url })
    return command('contract', 'publish', await pactOf(), ...publishing)
  },
  'the build URL of contract publish': async (url) => dryRun('--build-url', url),
  'the build URL of a CI service': async (url) => {
    setEnvironment({ GITLAB_CI: 'true', CI_JOB_URL: url })
    return dryRun()
  },
  'the branch, version and tags of contract publish': async (url) => {
    const report = await dryRun('--branch', url, '--consumer-app-version', url, '--tag', url)
    const text = await dryRunText('--branch', url, '--consumer-app-version', url, '--tag', url)
    return { shown: [...report.shown, ...text.shown] }
  },
  'the branch of a CI service': async (url) => {
    setEnvironment({ GITHUB_ACTIONS: 'true', GITHUB_REF: url, GITHUB_EVENT_PATH: '', GITHUB_HEAD_REF: '' })
    const { exit, out, err } = runCommand(
      'contract',
      'publish',
      await pactOf(),
      '--dry-run',
      '--consumer-app-version',
      '1',
      '--broker-base-url',
      'https://broker.example.com',
    )
    await exit
    return { shown: [out(), err()] }
  },
  'the service of contract verify': async (url) =>
    command('contract', 'verify', await pactOf(), '--base-url', url, '--call-id', 'a'),
  'the service of verify-service': (url) => command('verify-service', 'a', '--base-url', url),
  'the call ID of verify-service': (url) => command('verify-service', url),
  'a call ID of contract verify': async (url) =>
    command('contract', 'verify', await pactOf(), '--call-id', url),
  'the URL of provider states': async (url) =>
    command(
      'contract',
      'verify',
      await pactOf(),
      '--base-url',
      'http://127.0.0.1:9',
      '--provider-states-url',
      url.replace('https://example.com', 'http://127.0.0.1:9'),
    ),
  'a document of contract verify': async (url) => {
    const [one, two] = [
      await command('contract', 'verify', await pactOf(), '--metadata', url),
      await command('contract', 'verify', await pactOf(), '--openapi', url),
    ]
    return { shown: [...one.shown, ...two.shown] }
  },
  'the file of export': (url) => command('export', 'openapi', '--out', url),
  'the directory of serve': (url) => command('serve', '--calls', url),
  'the host of serve': (url) => command('serve', '--allowed-host', url),
  'the key of serve': (url) => command('serve', '--tls-key', url, '--tls-cert', url),
  'an unknown option': (url) => command('serve', '--unknown', url),
  'an unknown command': (url) => command(url),
  'a rule': (url) => command('contract', 'lint', '--ignore', url),
}

async function dryRun(...options: string[]): Promise<Outcome> {
  return dryRunText('--json', ...options)
}

async function dryRunText(...options: string[]): Promise<Outcome> {
  const broker = ['--broker-base-url', 'https://broker.example.com']
  const given = options.includes('--branch') ? [] : publishing
  const { exit, out, err } = runCommand(
    'contract',
    'publish',
    await pactOf(),
    '--dry-run',
    ...broker,
    ...given,
    ...options,
  )
  expect(await exit, err()).toBe(0)
  return { shown: [out(), err()] }
}

describe('a secret in a URL', () => {
  // `export --out` writes a file with the name of the URL.
  afterAll(() => rm('https:', { recursive: true, force: true }))

  const urls: Readonly<Record<string, (secret: string) => string>> = {
    'as a password': (secret) => `https://mira:${secret}@example.com/x`,
    'as a query': (secret) => `https://example.com/x?token=${secret}&y=1`,
    'as a signature': (secret) => `https://example.com/x?sv=1&sig=${secret}`,
    'after a semicolon': (secret) => `https://example.com/x;access_token=${secret}`,
    'as a JWT': () => `https://example.com/${secrets.JWT}`,
  }

  test.each(
    Object.entries(inputs).flatMap(([input, run], at) =>
      some(Object.entries(urls), at).map(([place, url]) => ({ input, run, place, url })),
    ),
  )('is not shown: $input, $place', async ({ run, url }) => {
    for (const secret of [secrets.opaque, secrets.short]) {
      const text = url(secret)
      const planted = text.includes(secret) ? secret : secrets.JWT
      await expectAbsent(await run(text, planted), planted, [])
    }
  })
})

describe('serve', () => {
  const id = groupCall().id
  const path = `/v1.0/communications/calls/${id}`

  test.each(
    (['pretty', 'json'] as const).flatMap((log, at) =>
      some(Object.entries(secrets), at).map(([kind, secret]) => ({ log, kind, secret })),
    ),
  )('does not show --token in any form: $log, $kind', async ({ log, secret }) => {
    const forms = Object.values(secretForms).map((form) => form(secret))
    const outcome = await served(
      async (url) => {
        for (const form of forms) {
          const text = encodeURI(form.replaceAll('\\', '%5C')).replaceAll('#', '%23')
          for (const place of [`${path}?x=${text}`, `${path}.${text}`, `/${text}`]) {
            await fetch(url + place, { headers: { Authorization: `Bearer ${secret}` } })
            await fetch(url + place)
          }
        }
        await fetch(`${url}/_pact/provider-states`, {
          method: 'POST',
          body: JSON.stringify({ state: forms.join(' ') }),
        })
      },
      '--token',
      secret,
      '--log',
      log,
    )
    await expectAbsent(outcome, secret, [])
  })

  test.each(['two words-of-a-token', 'first-line-of-it\nsecond-line-of-it', 'a b', 'tokén-of-letters', ''])(
    'does not show an invalid --token: %j',
    async (secret) => {
      for (const argv of [['--token', secret], [`--token=${secret}`]]) {
        const { shown } = await command('serve', ...argv)
        expect(shown[1]).toMatch(/^Invalid (?:--token|argument): /)
        for (const word of secret.split(/\s/).filter(({ length }) => length > 3))
          expect(shown.join('')).not.toContain(word)
      }
    },
  )

  test('does not show the token of a client, and what looks like a secret', async () => {
    const forms = recognizedForms.map((name) => secretForms[name]?.(secrets.opaque) ?? '')
    for (const log of ['pretty', 'json']) {
      const outcome = await served(
        async (url) => {
          for (const form of forms) {
            const headers = { Authorization: `Bearer ${secrets.opaque}` }
            await fetch(`${url + path}?x=1&y=${form.replaceAll(/[&#]/g, encodeURIComponent)}`, { headers })
            await fetch(`${url + path}${form.startsWith('?') ? form : `?${form}`}`, { headers })
          }
        },
        '--log',
        log,
      )
      await expectAbsent(outcome, secrets.opaque, [])
    }
  })
})

describe('a contract', () => {
  test('does not write the token of a client, and does not show it', async () => {
    setEnvironment({ GRAPH_ACCESS_TOKEN: token })
    const dir = await temporaryFolder()
    const contract = defineCallContract({
      consumer: 'contoso-reception-bot',
      dir,
      reads: ['state'],
      interactions: ['group', 'throttled'],
    })
    await contract.interaction('group').run((context) => get({ ...context, token }))
    const forms = Object.values(secretForms).map((form) => form(token))
    const shown: string[] = []
    for (const query of ['?x=', '?token=', '/', '?$select=']) {
      const outcome = await called(() =>
        contract
          .interaction('throttled')
          .run((context) => get({ ...context, token }, query + encodeURIComponent(token))),
      )
      shown.push(...outcome.shown)
    }
    expect(shown.join('')).toContain('RequestMismatchError')
    await expectAbsent({ shown, directories: [dir] }, token, forms)
  })

  test.each(recognizedForms.filter((name) => name !== 'basic credentials'))(
    'in a pact is found by lint without its value: %s',
    async (name) => {
      const jwt = secrets.JWT
      const text = secretForms[name]?.(jwt) ?? ''
      const folder = await pactOf((pact) => ({
        ...pact,
        interactions: pact.interactions.map((interaction) => ({
          ...interaction,
          request: { ...interaction.request, query: { x: [text] } },
        })),
      }))
      for (const format of [[], ['--json'], ['--format', 'github']]) {
        const outcome = await command('contract', 'lint', folder, ...format)
        await expectAbsent(outcome, jwt, [text])
      }
    },
  )
})

test('a tenant does not keep the tokens of its clients', async () => {
  const tenant = createTenant({ calls: [groupCall()], token })
  const send = (bearer: string) =>
    tenant.fetch(
      new Request(`https://graph.microsoft.com/v1.0/communications/calls/${encodeURIComponent(bearer)}`, {
        headers: { Authorization: `Bearer ${bearer}` },
      }),
    )
  for (const bearer of [token, secrets.opaque]) await send(bearer)
  const directory = await temporaryFolder()
  await mkdir(join(directory, 'x'))
  await writeFile(join(directory, 'snapshot.json'), JSON.stringify(tenant.snapshot()))
  const shown = [inspect(tenant.requests), inspect(tenant.unmatched), JSON.stringify(tenant), inspect(tenant)]
  for (const secret of [token, secrets.opaque]) {
    const forms = Object.values(secretForms).map((form) => form(secret))
    await expectAbsent({ shown, directories: [directory] }, secret, forms)
  }
})
