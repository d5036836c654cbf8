import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type LintOptions, type LintRuleName, lintPacts, lintRules } from 'graph-call-testkit/contracts'
import { describe, expect, test } from 'vitest'
import type { PactFile, PactInteraction } from '../../../contracts/pact-file/pact-file.ts'
import { committedPact, interactionIn, temporaryFolder } from '../committed.ts'

/** Returns the rules that a pact violates, with paths. */
async function violations(pact: object, options?: LintOptions) {
  const file = join(await temporaryFolder(), 'pact.json')
  await writeFile(file, JSON.stringify(pact, null, 2))
  const { findings } = await lintPacts([file], options)
  return findings.map(({ rule, path }) => [rule, path])
}

/** Returns a pact with one interaction, changed in one way. */
function pactWith(
  fixture: string,
  change: (interaction: PactInteraction, pact: PactFile) => void = () => {},
): PactFile {
  const pact = committedPact()
  pact.interactions = [interactionIn(pact, fixture)]
  for (const interaction of pact.interactions) change(interaction, pact)
  return pact
}

interface Rule {
  readonly combine: string
  readonly matchers: readonly { readonly match: string; readonly regex?: string }[]
}

const byEquality: Rule = { combine: 'AND', matchers: [{ match: 'equality' }] }
const byType: Rule = { combine: 'AND', matchers: [{ match: 'type' }] }

/** Adds properties and matchers to the example body. */
const withBody =
  (content: object, rules: Record<string, Rule> = {}) =>
  ({ response }: PactInteraction) => {
    Object.assign(Object(response.body?.content), content)
    Object.assign(Object(response.matchingRules?.body), rules)
  }

const jwt = ['eyJhbGciOiJub25lIn0', 'eyJpbnZlbnRlZCI6dHJ1ZX0', 'x'].join('.')

/** Rules, the path of the finding, and a pact that violates only this rule. */
const examples: readonly (readonly [LintRuleName, string | undefined, PactFile])[] = [
  ['null-example', 'subject', pactWith('group', withBody({ subject: null }, { '$.subject': byType }))],
  ['null-example', 'tenantId', pactWith('group', withBody({ tenantId: null }))],
  ['empty-each-like', 'targets', pactWith('group', withBody({ targets: [] }, { '$.targets': byType }))],
  [
    'literal-under-each-like',
    'callRoutes[].routingType',
    pactWith('group', withBody({ callRoutes: [{ routingType: 'forwarded' }] }, { '$.callRoutes': byType })),
  ],
  [
    'exact-value',
    'tenantId',
    pactWith('group', withBody({ tenantId: '4b7c3b8a-1ed5-4969-b8f4-671149918799' })),
  ],
  [
    'exact-value',
    'source.identity.user.displayName',
    pactWith('incoming-peer-to-peer', ({ response, providerStates }) => {
      // The provider is not told this text.
      for (const { params = {} } of providerStates) Reflect.deleteProperty(params, 'call')
      delete response.matchingRules?.body?.['$.source.identity.user.displayName']
    }),
  ],
  ['exact-value', 'tenantId', pactWith('group', withBody({ tenantId: '1' }, { '$.tenantId': byEquality }))],
  [
    'exact-value',
    'error.message',
    pactWith('call-not-found', withBody({ error: { code: '8522', message: 'Call not found.' } })),
  ],
  ['unknown-path', 'unheardOf', pactWith('group', withBody({ unheardOf: true }))],
  [
    'unknown-path',
    'targets[].identty.user',
    pactWith('group', withBody({}, { '$.targets[*].identty.user': byType })),
  ],
  ['wrong-body', 'state', pactWith('group', withBody({ state: 'ringing' }))],
  [
    'wrong-body',
    'status',
    pactWith('group', ({ response }) => {
      response.status = 204
    }),
  ],
  [
    'loose-enum',
    'state',
    pactWith('group', ({ response }) => {
      Object.assign(Object(response.matchingRules?.body), {
        '$.state': { combine: 'AND', matchers: [{ match: 'regex', regex: '^[a-z]+$' }] },
      })
    }),
  ],
  [
    'unchecked-regex',
    'subject',
    pactWith(
      'group',
      withBody(
        { subject: 'a' },
        { '$.subject': { combine: 'AND', matchers: [{ match: 'regex', regex: '^(?=a)' }] } },
      ),
    ),
  ],
  [
    'unchecked-regex',
    'request.path',
    pactWith('group', ({ request }) => {
      Object.assign(Object(request.matchingRules?.path), {
        matchers: [{ match: 'regex', regex: '^(?=/v1)' }],
      })
    }),
  ],
  [
    'unchecked-regex',
    'request.header.Authorization',
    pactWith('group', ({ request }) => {
      Object.assign(Object(request.matchingRules?.header), {
        Authorization: { combine: 'AND', matchers: [{ match: 'regex', regex: '^Bearer (' }] },
      })
    }),
  ],
  [
    'other-request',
    'request.path',
    pactWith('group', ({ request }) => {
      request.path += '/participants'
    }),
  ],
  [
    'other-request',
    'request.path',
    pactWith('group', ({ request }) => {
      request.method = 'DELETE'
    }),
  ],
  [
    'missing-authorization',
    'request.headers',
    pactWith('group', ({ request }) => {
      delete request.headers
    }),
  ],
  [
    'fixed-token',
    'request.headers.Authorization',
    pactWith('group', ({ request }) => {
      delete request.matchingRules?.header
    }),
  ],
  [
    'body-on-get',
    'request.body',
    pactWith('group', ({ request }) => {
      request.body = { content: { a: 1 } }
    }),
  ],
  [
    'fixed-call-id',
    'request.path',
    pactWith('group', ({ request }) => {
      delete request.generators
      request.path = request.path.replace(/[^/]+$/, 'another')
    }),
  ],
  [
    'loose-path',
    'request.path',
    pactWith('group', ({ request }) => {
      Object.assign(Object(request.matchingRules), { path: byType })
    }),
  ],
  [
    'replaced-example',
    'response.body.source.identity.user.id',
    pactWith('incoming-peer-to-peer', ({ response }) => {
      response.generators = { body: { '$.source.identity.user.id': { type: 'Uuid' } } }
    }),
  ],
  [
    'unknown-state',
    'providerStates',
    pactWith('group', (interaction) => {
      interaction.providerStates = [{ name: 'the moon is full' }]
    }),
  ],
  [
    'unknown-state',
    'providerStates',
    pactWith('group', (interaction) => {
      interaction.providerStates = []
    }),
  ],
  [
    'unknown-state',
    'providerStates',
    pactWith('group', ({ providerStates: [state] }) => {
      if (state) state.params = { id: '1', scenario: 'groop' }
    }),
  ],
  [
    'real-token',
    'request.headers.Authorization[]',
    pactWith('group', ({ request }) => {
      request.headers = { Authorization: [`Bearer ${jwt}`] }
    }),
  ],
  [
    'real-identity',
    'response.body.content.source.identity.user.displayName',
    pactWith(
      'incoming-peer-to-peer',
      withBody({ source: { identity: { user: { displayName: 'jane.roe@acme.org', id: 'x' } } } }),
    ),
  ],
  [
    'real-identity',
    'response.body.content.tenantId',
    pactWith(
      'group',
      withBody({ tenantId: '8d2b33c1-77aa-4f10-9c55-5e2f8a6b7c01' }, { '$.tenantId': byType }),
    ),
  ],
  [
    'real-identity',
    'response.body.content.subject',
    pactWith('group', withBody({ subject: 'Call +49 30 or +493012345600' }, { '$.subject': byType })),
  ],
  [
    'weak-name',
    'consumer.name',
    pactWith('group', (_, pact) => {
      pact.consumer.name = 'Test Consumer'
    }),
  ],
  [
    'weak-name',
    'provider.name',
    pactWith('group', (_, pact) => {
      pact.provider.name = 'provider'
    }),
  ],
  [
    'unpinned-state',
    'state',
    pactWith('group', ({ response }, pact) => {
      pact.interactions = [...pact.interactions, interactionIn(committedPact(), 'terminating')]
      Object.assign(Object(response.matchingRules?.body), { '$.state': byType })
    }),
  ],
  [
    'unpinned-state',
    'error.code',
    pactWith('call-not-found', (interaction, pact) => {
      const { response } = interaction
      const forbidden = interactionIn(committedPact(), 'insufficient-tenant-permissions')
      pact.interactions = [
        interaction,
        { ...forbidden, response: { ...forbidden.response, status: response.status } },
      ]
      Object.assign(Object(response.matchingRules?.body), { '$.error.code': byType })
    }),
  ],
  [
    'colliding-interaction',
    undefined,
    pactWith('group', (interaction, pact) => {
      pact.interactions = [interaction, { ...interaction, pending: true }]
    }),
  ],
]

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
      'a generated tenant, an invented email address and an invented phone number',
      pactWith(
        'group',
        withBody(
          {
            tenantId: '00000001-1ed5-4969-b8f4-671149918799',
            subject: 'a@contoso.com, b@mail.example.org, +14255550123',
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
