import { readdir, writeFile } from 'node:fs/promises'
import { VerificationError, type VerifyProviderOptions } from 'graph-call-testkit/contracts'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { PactCli } from '../../contracts/publish/pact-cli.ts'
import { verifyProviderFrom } from '../../contracts/verify/verify-provider-from.ts'
import { temporaryFolder } from './committed.ts'

const token = 'an-invented-broker-token'
const passed = {
  result: true,
  errors: [],
  pendingErrors: [],
  interactionResults: [{ description: 'a', result: 'OK' }],
}

/** Run of the Pact CLI. Null for no report, and for no exit code. */
interface Run {
  readonly report?: object | null
  readonly output?: string
  readonly code?: number | null
}

/** Verifies with a Pact CLI that writes a report and prints text. Returns what it was called with as well. */
async function verify(
  options: Partial<VerifyProviderOptions>,
  env: Record<string, string> = {},
  { report = passed, output = '', code = 0 }: Run = {},
) {
  const calls: { args: readonly string[]; env: Readonly<Record<string, string | undefined>> }[] = []
  const pactCli: PactCli = async (args, env) => {
    calls.push({ args, env })
    const file = args.find((arg) => arg.startsWith('--json='))?.slice('--json='.length) ?? ''
    if (report) await writeFile(file, JSON.stringify(report))
    return code === null ? { output } : { code, output }
  }
  const result = await verifyProviderFrom(
    {
      provider: 'contoso-call-stub',
      baseUrl: 'http://127.0.0.1:4010/stub',
      broker: 'https://broker.example.com',
      version: '1',
      branch: 'main',
      ...options,
    },
    { env, directory: '/nowhere', pactCli },
  )
  return { report: result, args: calls[0]?.args ?? [], env: calls[0]?.env ?? {} }
}

describe('the arguments of "pact verifier"', () => {
  test('have the provider, the broker and the recommended selectors', async () => {
    const { args } = await verify({})
    expect(args).toEqual([
      '--broker-url=https://broker.example.com',
      '--provider-name=contoso-call-stub',
      '--transport=http',
      '--hostname=127.0.0.1',
      '--port=4010',
      '--base-path=/stub',
      '--provider-version=1',
      '--provider-branch=main',
      expect.stringMatching(/^--json=.*report\.json$/),
      '--loglevel=error',
      '--consumer-version-selectors={"mainBranch":true}',
      '--consumer-version-selectors={"deployedOrReleased":true}',
      '--no-color',
    ])
  })

  test('have everything that the options ask for', async () => {
    const { args } = await verify({
      baseUrl: 'https://stub.contoso.com',
      providerStatesUrl: 'https://stub.contoso.com/states?key=1',
      selectors: [{ branch: 'topic', consumer: 'contoso-bot' }],
      wipSince: '2026-01-31',
      publish: true,
      buildUrl: 'https://ci.example/1',
    })
    expect(args).toEqual(
      expect.arrayContaining([
        '--transport=https',
        '--hostname=stub.contoso.com',
        '--port=443',
        '--state-change-url=https://stub.contoso.com/states?key=1',
        '--state-change-teardown',
        '--consumer-version-selectors={"branch":"topic","consumer":"contoso-bot"}',
        '--include-wip-pacts-since=2026-01-31',
        '--enable-pending',
        '--publish',
        '--build-url=https://ci.example/1',
      ]),
    )
    expect(args.filter((arg) => /^--consumer-version|^--base-path/.test(arg))).toHaveLength(1)
  })

  test.each([
    [['group'], '^(?:group|.*\\(group\\))$'],
    [['a (b)', /^c/], '^(?:a \\(b\\)|.*\\(a \\(b\\)\\))$|(?:^c)'],
  ])('have a pattern for the interactions %j', async (interactions, pattern) => {
    const { args } = await verify({ interactions })
    expect(args).toContain(`--filter-description=${pattern}`)
  })
})

test('the environment has the secrets, and nothing else for the verifier', async () => {
  const { args, env } = await verify(
    {},
    {
      PATH: '/bin',
      PACT_BROKER_TOKEN: token,
      PACT_BROKER_USERNAME: 'mira',
      PACT_DESCRIPTION: 'group',
      PACT_PROVIDER_VERSION: '9',
      no_proxy: 'contoso.com',
    },
  )
  expect(env).toEqual({
    PATH: '/bin',
    PACT_BROKER_TOKEN: token,
    PACT_BROKER_HTTP_RETRIES: '5',
    PACT_DO_NOT_TRACK: 'true',
    NO_PROXY: 'contoso.com,127.0.0.1,localhost,::1',
  })
  expect(args.join(' ')).not.toContain(token)
})

test('replaces secrets in failures', async () => {
  const error = {
    interaction: 'Verifying a pact between a and b - c',
    mismatch: {
      mismatches: [
        { type: 'BodyMismatch', path: '$.x', expected: 'x', actual: token, mismatch: `is ${token}` },
      ],
    },
  }
  const report = { ...passed, result: false, errors: [error] }
  const { report: found } = await verify({}, { PACT_BROKER_TOKEN: token }, { report, code: 1 })
  expect(found).toMatchObject({
    passed: false,
    failures: [{ interaction: 'a and b - c', pending: false, findings: [{ path: 'x', expected: 'x' }] }],
  })
  expect(JSON.stringify(found)).not.toContain(token)
})

describe('fails', () => {
  test.each([
    [
      'if the results were not published',
      { publish: true },
      { output: `x\nPublishing of verification results failed with an error: 401 for ${token}\n` },
      /^The results were not published to https:\/\/broker\.example\.com: 401 for \{secret\}/,
    ],
    [
      'without a report',
      {},
      { report: null, code: 2, output: `error: unexpected argument ${token}` },
      /^Pact's verifier failed without a report \(exit code 2\)\.\n\nerror: unexpected argument \{secret\}$/,
    ],
    [
      'if the URL is not a broker',
      {},
      {
        report: {
          ...passed,
          interactionResults: [],
          errors: [
            {
              interaction: 'Failed to load pact - No pacts found for provider',
              mismatch: {
                message:
                  "No pacts found: Error with the content of a HAL resource - Did not get a valid HAL response body, content type is 'text/html'.",
              },
            },
          ],
        },
        code: 1,
      },
      /^Cannot read the pacts in https:\/\/broker\.example\.com: Did not get .* This URL is not a Pact Broker\./,
    ],
    ['if it was stopped', {}, { code: null }, /^The verification was stopped\.$/],
    [
      'if no interaction was verified',
      { interactions: ['groop'] },
      { report: { ...passed, interactionResults: [] } },
      /^No interaction with the name groop in the pacts of contoso-call-stub/,
    ],
    [
      'if git is missing',
      { publish: true, version: undefined, branch: undefined },
      {},
      /pass --provider-version and --provider-branch/,
    ],
    ['without a provider', { provider: '' }, {}, /^Missing provider/],
    ['with an invalid URL', { baseUrl: 'stub' }, {}, /^Invalid service URL/],
    ['with an invalid broker', { broker: 'broker' }, {}, /^Invalid broker URL/],
    ['with an invalid URL for states', { providerStatesUrl: 'states' }, {}, /^Invalid provider states URL/],
    [
      "for Microsoft's service",
      { baseUrl: 'https://graph.microsoft.com' },
      {},
      /Nothing is ever published for it/,
    ],
    [
      "for Microsoft's service in another form",
      { baseUrl: 'https://Graph.Microsoft.us.:443/' },
      {},
      /Nothing is ever published for it/,
    ],
    [
      "for the provider that is Microsoft's",
      { provider: 'microsoft-graph-calls', publish: true },
      {},
      /not published under this name/,
    ],
  ])('%s', async (_, options, run, message) => {
    const folder = await temporaryFolder()
    vi.stubEnv('TMPDIR', folder)
    onTestFinished(() => void vi.unstubAllEnvs())
    const verified = verify(options, { PACT_BROKER_TOKEN: token }, run)
    await expect(verified).rejects.toThrow(VerificationError)
    await expect(verified).rejects.toThrow(message)
    await expect(verified).rejects.not.toThrow(token)
    expect(await readdir(folder)).toEqual([])
  })
})
