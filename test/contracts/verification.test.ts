import { describe, expect, test } from 'vitest'
import type { PactInteraction } from '../../contracts/pact-file/pact-file.ts'
import type { Verification } from '../../contracts/verify/verification.ts'
import { verifyAgainstTenant } from '../../contracts/verify/verify-against-tenant.ts'
import { verifyShape } from '../../contracts/verify/verify-shape.ts'
import { committedPact, interactionIn } from './committed.ts'

/** Returns the example body of an interaction and its matchers. */
function bodyOf({ response }: PactInteraction) {
  const { body: { content } = {}, matchingRules: { body: rules = {} } = {} } = response
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new Error('The body is not an object.')
  return { content, rules }
}

const matches = (match: string, more: object = {}) => ({ combine: 'AND', matchers: [{ match, ...more }] })

/** Corrupted interactions, and the path that each check reports. Absent if the check accepts the corruption. */
const corruptions: readonly {
  readonly what: string
  readonly name: string
  readonly corrupt: (interaction: PactInteraction) => void
  readonly tenant?: string
  readonly shape?: string
}[] = [
  {
    what: 'a value of the wrong type',
    name: 'group',
    corrupt(interaction) {
      const { content, rules } = bodyOf(interaction)
      Object.assign(content, { chatInfo: { threadId: 5 } })
      rules['$.chatInfo.threadId'] = matches('integer')
    },
    tenant: 'chatInfo.threadId',
    shape: 'chatInfo.threadId',
  },
  {
    what: 'an unknown property',
    name: 'group',
    corrupt(interaction) {
      Object.assign(bodyOf(interaction).content, { unheardOf: 'x' })
    },
    tenant: '',
    shape: 'unheardOf',
  },
  {
    what: 'a property that is null in the call',
    name: 'group',
    corrupt(interaction) {
      const { content, rules } = bodyOf(interaction)
      Object.assign(content, { subject: 'Order 4711' })
      rules['$.subject'] = matches('type')
    },
    tenant: 'subject',
  },
  {
    what: 'an empty collection that has elements in the call',
    name: 'peer-to-peer',
    corrupt(interaction) {
      const { content, rules } = bodyOf(interaction)
      const empty = bodyOf(interactionIn(committedPact(), 'group'))
      expect(empty.content).toMatchObject({ targets: [] })
      for (const path of Object.keys(rules)) if (path.startsWith('$.targets')) delete rules[path]
      const ofTargets = Object.entries(empty.rules).filter(([path]) => path.startsWith('$.targets'))
      Object.assign(rules, Object.fromEntries(ofTargets))
      Object.assign(content, { targets: [] })
    },
    tenant: 'targets',
  },
  {
    what: 'a status that the service never sends',
    name: 'group',
    corrupt({ response }) {
      response.status = 201
    },
    tenant: 'status',
    shape: 'status',
  },
  {
    what: 'the status of an error with the body of a call',
    name: 'group',
    corrupt({ response }) {
      response.status = 404
    },
    tenant: 'status',
    shape: 'error',
  },
  {
    what: 'the status of a call with the body of an error',
    name: 'call-not-found',
    corrupt({ response }) {
      response.status = 200
    },
    tenant: 'status',
    shape: '',
  },
  {
    what: 'an unknown enum member',
    name: 'terminating',
    corrupt(interaction) {
      const { content, rules } = bodyOf(interaction)
      Object.assign(content, { state: 'ringing' })
      rules['$.state'] = matches('regex', { regex: '^ringing$' })
    },
    tenant: 'state',
    shape: 'state',
  },
  {
    what: 'a matcher that accepts an unknown enum member',
    name: 'group',
    corrupt(interaction) {
      bodyOf(interaction).rules['$.state'] = matches('regex', { regex: '^(established|ringing)$' })
    },
    shape: 'state',
  },
  {
    what: 'a matcher with a typo in its path',
    name: 'group',
    corrupt(interaction) {
      bodyOf(interaction).rules['$.targets[*].identty.user'] = matches('type')
    },
    shape: 'targets[].identty.user',
  },
  {
    what: 'an exact empty collection that has elements in the call',
    name: 'peer-to-peer',
    corrupt(interaction) {
      const { content, rules } = bodyOf(interaction)
      Object.assign(content, { targets: [] })
      for (const path of Object.keys(rules).filter((path) => path.startsWith('$.targets'))) delete rules[path]
    },
    tenant: 'targets',
  },
  {
    what: 'the code of another error',
    name: 'tenant-mismatch',
    corrupt(interaction) {
      Object.assign(bodyOf(interaction).content, { error: { code: '7504' } })
    },
    tenant: 'error.code',
  },
  {
    what: 'a code that is a number',
    name: 'tenant-mismatch',
    corrupt(interaction) {
      Object.assign(bodyOf(interaction).content, { error: { code: 7505 } })
    },
    tenant: 'error.code',
    shape: 'error.code',
  },
  {
    what: 'no body',
    name: 'call-not-found',
    corrupt({ response }) {
      delete response.body
    },
    shape: '',
  },
  {
    what: 'an unknown provider state',
    name: 'group',
    corrupt(interaction) {
      interaction.providerStates = [{ name: 'the moon is full' }]
    },
    tenant: 'the moon is full',
  },
  {
    what: 'an unknown fixture',
    name: 'group',
    corrupt({ providerStates: [state] }) {
      if (state) state.params = { id: '1', scenario: 'groop' }
    },
    tenant: 'a call exists',
  },
  {
    what: 'no provider state',
    name: 'group',
    corrupt(interaction) {
      interaction.providerStates = []
    },
    tenant: 'status',
  },
  {
    what: 'a request without a token',
    name: 'group',
    corrupt({ request }) {
      Reflect.deleteProperty(request, 'headers')
    },
    tenant: 'status',
  },
]

test('the committed pact passes both checks', async () => {
  const [tenant, shape] = [await verifyAgainstTenant(committedPact()), verifyShape(committedPact())]
  expect(tenant).toMatchObject({ against: 'virtual tenant', shows: 'self-consistency', passed: true })
  expect(shape).toMatchObject({ against: 'schema', shows: 'shape', passed: true })
  expect(tenant.interactions.map(({ passed }) => passed)).toEqual(Array(9).fill(true))
  expect(shape.interactions.map(({ passed }) => passed)).toEqual(Array(9).fill(true))
})

/** The committed pact, with one more interaction for each corruption. */
const corrupted = committedPact()
for (const { what, name, corrupt } of corruptions) {
  const interaction = structuredClone(interactionIn(committedPact(), name))
  corrupt(interaction)
  corrupted.interactions.push({ ...interaction, description: what })
}

describe('a corrupted pact', () => {
  const [bySchema, byTenant] = [verifyShape(corrupted), verifyAgainstTenant(corrupted)]
  const found = (verification: Verification, what: string) =>
    verification.interactions
      .find(({ description }) => description === what)
      ?.findings.map(({ path }) => path)

  test.each(corruptions.filter(({ tenant }) => tenant !== undefined))(
    '$what fails against the virtual tenant',
    async ({ what, tenant }) => expect(found(await byTenant, what)).toContain(tenant),
  )
  test.each(corruptions.filter(({ shape }) => shape !== undefined))(
    '$what fails against the schema',
    ({ what, shape }) => expect(found(bySchema, what)).toContain(shape),
  )
  test.each(corruptions.filter(({ shape }) => shape === undefined))('$what passes the schema', ({ what }) =>
    expect(found(bySchema, what)).toEqual([]),
  )
  test.each(corruptions.filter(({ tenant }) => tenant === undefined))(
    '$what passes the virtual tenant',
    async ({ what }) => expect(found(await byTenant, what)).toEqual([]),
  )
  test('fails as a whole, and its other interactions pass', async () => {
    for (const { passed, interactions } of [bySchema, await byTenant]) {
      expect(passed).toBe(false)
      expect(interactions.slice(0, 9).map(({ passed }) => passed)).toEqual(Array(9).fill(true))
    }
  })
})
