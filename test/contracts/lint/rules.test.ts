import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type LintOptions, lintPacts, lintRules } from 'graph-call-testkit/contracts'
import { describe, expect, test } from 'vitest'
import type { PactFile } from '../../../contracts/pact-file/pact-file.ts'
import { committedPact, interactionIn, temporaryFolder } from '../committed.ts'
import { byType, pactWith, withBody } from './pact-with.ts'
import { examples, jwt } from './rule-examples.ts'

/** Returns the rules that a pact violates, with paths. */
async function violations(pact: object, options?: LintOptions) {
  const file = join(await temporaryFolder(), 'pact.json')
  await writeFile(file, JSON.stringify(pact, null, 2))
  const { findings } = await lintPacts([file], options)
  return findings.map(({ rule, path }) => [rule, path])
}

test.each(examples)('%s finds only the problem at %s', async (rule, path, pact) => {
  expect(await violations(pact)).toEqual([[rule, path]])
})

test('every rule is tested', () => {
  // stale-pacts.test.ts tests the rules that need a test run.
  const afterRun = ['missing-interaction', 'stale-interaction', 'stale-file']
  const tested = new Set([...examples.map(([rule]) => rule), ...afterRun])
  expect(Object.keys(lintRules).filter((rule) => !tested.has(rule))).toEqual([])
})

test('docs/publishing.md has the texts of every rule', async () => {
  const page = await readFile('docs/publishing.md', 'utf8')
  const rows = Object.entries(lintRules).map(([name, { why, fix }]) => `| \`${name}\` | ${why} | ${fix} |`)
  expect(rows.filter((row) => !page.includes(row))).toEqual([])
})

test('an ignored rule finds nothing', async () => {
  for (const [rule, , pact] of examples) expect(await violations(pact, { ignore: [rule] })).toEqual([])
})

describe('finds no problem in', () => {
  test.each<readonly [string, PactFile]>([
    [
      'a collection that must be empty',
      pactWith(
        'group',
        withBody({ targets: [] }, { '$.targets': { combine: 'AND', matchers: [{ match: 'equality' }] } }),
      ),
    ],
    [
      'a 401 response without a token and a provider state',
      pactWith('access-token-expired', (interaction) => {
        delete interaction.request.headers
        interaction.providerStates = []
      }),
    ],
    [
      'the beta version',
      pactWith('group', ({ request }) => {
        request.path = request.path.replace('v1.0', 'beta')
      }),
    ],
    [
      'the same interaction twice',
      pactWith('group', (interaction, pact) => {
        pact.interactions = [interaction, structuredClone(interaction)]
      }),
    ],
    [
      'a generated tenant, an invented email address and invented phone numbers',
      pactWith(
        'group',
        withBody(
          {
            tenantId: '00000001-1ed5-4969-b8f4-671149918799',
            subject: 'a@contoso.com, b@mail.example.org, +14255550123, +441632960123, +493023125123',
          },
          { '$.tenantId': byType, '$.subject': byType },
        ),
      ),
    ],
    ...[
      'my-bot',
      '\u901A\u8A71\u30DC\u30C3\u30C8',
      '\u041F\u0440\u0438\u0451\u043C\u043D\u0430\u044F',
      '\u0627\u0644\u0627\u0633\u062A\u0642\u0628\u0627\u0644',
      '\u540D\u524D-7',
    ].map(
      (name) =>
        [
          `the application name ${name}`,
          pactWith('group', (_, pact) => {
            pact.consumer.name = name
          }),
        ] as const,
    ),
    [
      'a call ID without a generator that is in the parameters of the provider state, as Pact-Net writes it',
      pactWith('group', ({ request }) => {
        delete request.generators
      }),
    ],
    [
      'a provider state with a scenario and the expected values',
      pactWith('group', (interaction) => {
        const [state] = interaction.providerStates
        interaction.providerStates = [
          {
            name: 'a call exists',
            params: { ...state?.params, scenario: 'group', call: { state: 'established' } },
          },
        ]
      }),
    ],
    [
      'a provider state of another provider',
      pactWith('group', (interaction, pact) => {
        pact.provider.name = 'contoso-graph'
        interaction.providerStates = [{ name: 'Anna is in a meeting', params: { id: 'x' } }]
      }),
    ],
    [
      'comments, a key, pending, the version of this package, and more request headers',
      pactWith('group', (interaction, pact) => {
        Object.assign(interaction, {
          comments: { testname: 'reads a call', text: [] },
          key: 'abc',
          pending: true,
        })
        Object.assign(pact.metadata, { 'graph-call-testkit': { version: '1.0.0' } })
        Object.assign(Object(interaction.request.headers), {
          Prefer: ['include-unknown-enum-members'],
          Accept: ['application/json;odata.metadata=minimal'],
        })
      }),
    ],
    [
      'two provider states that the matchers tell apart',
      pactWith('group', (_, pact) => {
        pact.interactions = [...pact.interactions, interactionIn(committedPact(), 'incoming-peer-to-peer')]
      }),
    ],
  ])('%s', async (_, pact) => {
    expect(await violations(pact)).toEqual([])
  })
})

test('findings never contain a token', async () => {
  const file = join(await temporaryFolder(), 'pact.json')
  await writeFile(
    file,
    JSON.stringify(
      pactWith('group', ({ request }) => {
        request.headers = { Authorization: `Bearer ${jwt}` }
      }),
    ),
  )
  expect(JSON.stringify(await lintPacts([file]))).not.toContain('eyJ')
})
