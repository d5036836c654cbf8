import type { LintRuleName } from 'graph-call-testkit/contracts'
import type { PactFile } from '../../../contracts/pact-file/pact-file.ts'
import { committedPact, interactionIn } from '../committed.ts'
import { byEquality, byType, pactWith, withBody } from './pact-with.ts'

export const jwt = ['eyJhbGciOiJub25lIn0', 'eyJpbnZlbnRlZCI6dHJ1ZX0', 'x'].join('.')

/** Rules, the path of the finding, and a pact that violates only this rule. */
export const examples: readonly (readonly [LintRuleName, string | undefined, PactFile])[] = [
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
