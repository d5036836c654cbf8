import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type PactFile, type PactInteraction, pactText } from '../../contracts/pact-file/pact-file.ts'
import { quietly } from '../../contracts/reference/quiet-process.ts'
import type { Verification } from '../../contracts/verify/verification.ts'
import { verifyShape } from '../../contracts/verify/verify-shape.ts'
import { deepTest } from '../runs.ts'
import { committedPact, interactionIn, temporaryFolder } from './committed.ts'

/** Holds a pact against the virtual tenant. */
async function verifyTenant(pact: PactFile): Promise<Verification> {
  const folder = await mkdtemp(join(tmpdir(), 'graph-call-testkit-test-'))
  try {
    await writeFile(join(folder, 'pact.json'), pactText(pact))
    return await quietly('verifyAgainstTenant', join(folder, 'pact.json'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The body that the pact promises of an interaction, and the matchers of it. */
function bodyOf({ response }: PactInteraction) {
  const { body: { content } = {}, matchingRules: { body: rules = {} } = {} } = response
  if (typeof content !== 'object' || content === null || Array.isArray(content)) throw new Error('No object.')
  return { content, rules }
}

const matches = (match: string, more: object = {}) => ({ combine: 'AND', matchers: [{ match, ...more }] })

/** What goes wrong with a pact, where, and what each check says of it: a path, or nothing where it cannot know. */
const corruptions: readonly {
  readonly what: string
  readonly name: string
  readonly corrupt: (interaction: PactInteraction) => void
  readonly tenant?: string
  readonly shape?: string
}[] = [
  {
    what: 'a value of a wrong type',
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
    what: 'a property that nobody knows',
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
    what: 'a status that the service never answers',
    name: 'group',
    corrupt({ response }) {
      response.status = 201
    },
    tenant: 'status',
    shape: 'status',
  },
  {
    what: 'the status of an error, and the body of a call',
    name: 'group',
    corrupt({ response }) {
      response.status = 404
    },
    tenant: 'status',
    shape: 'error',
  },
  {
    what: 'the status of a call, and the body of an error',
    name: 'call-not-found',
    corrupt({ response }) {
      response.status = 200
    },
    tenant: 'status',
    shape: 'error',
  },
  {
    what: 'an enum member that is none',
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
    what: 'a matcher that takes what is no enum member',
    name: 'group',
    corrupt(interaction) {
      bodyOf(interaction).rules['$.state'] = matches('regex', { regex: '^(established|ringing)$' })
    },
    shape: 'state',
  },
  {
    what: 'a matcher with a slip in its path',
    name: 'group',
    corrupt(interaction) {
      bodyOf(interaction).rules['$.targets[*].identty.user'] = matches('type')
    },
    shape: 'targets[].identty.user',
  },
  {
    what: 'an empty collection that is not empty',
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
    what: 'a provider state that nobody sets up',
    name: 'group',
    corrupt(interaction) {
      interaction.providerStates = [{ name: 'the moon is full' }]
    },
    tenant: 'the moon is full',
  },
  {
    what: 'a scenario that there is not',
    name: 'group',
    corrupt({ providerStates: [state] }) {
      if (state) state.params = { id: '1', fixture: 'groop' }
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

deepTest('the committed pact passes both checks', async () => {
  const [tenant, shape] = [await verifyTenant(committedPact()), verifyShape(committedPact())]
  expect(tenant).toMatchObject({ against: 'virtual tenant', shows: 'self-consistency', passed: true })
  expect(shape).toMatchObject({ against: 'schema', shows: 'shape', passed: true })
  expect(tenant.interactions.map(({ passed }) => passed)).toEqual(Array(9).fill(true))
  expect(shape.interactions.map(({ passed }) => passed)).toEqual(Array(9).fill(true))
})

/** Each corruption as an interaction of its own, beside those that are right. */
const corrupted = committedPact()
for (const { what, name, corrupt } of corruptions) {
  const interaction = structuredClone(interactionIn(committedPact(), name))
  corrupt(interaction)
  corrupted.interactions.push({ ...interaction, description: what })
}

describe('of a corrupted pact', () => {
  const [bySchema, byTenant] = [verifyShape(corrupted), verifyTenant(corrupted)]
  const found = (verification: Verification, what: string) =>
    verification.interactions
      .find(({ description }) => description === what)
      ?.findings.map(({ path }) => path)

  test.each(corruptions.filter(({ tenant }) => tenant !== undefined))(
    '$what is refused by the virtual tenant',
    async ({ what, tenant }) => expect(found(await byTenant, what)).toContain(tenant),
  )
  test.each(corruptions.filter(({ shape }) => shape !== undefined))(
    '$what is refused by the schema',
    ({ what, shape }) => expect(found(bySchema, what)).toContain(shape),
  )
  test.each(corruptions.filter(({ shape }) => shape === undefined))(
    '$what is nothing that a schema knows',
    ({ what }) => expect(found(bySchema, what)).toEqual([]),
  )
  test.each(corruptions.filter(({ tenant }) => tenant === undefined))(
    '$what is nothing that the tenant shows',
    async ({ what }) => expect(found(await byTenant, what)).toEqual([]),
  )
  test('each check fails as a whole, and lets the rest pass', async () => {
    for (const { passed, interactions } of [bySchema, await byTenant]) {
      expect(passed).toBe(false)
      expect(interactions.slice(0, 9).map(({ passed }) => passed)).toEqual(Array(9).fill(true))
    }
  })
})

deepTest('a file that is no pact is refused before it is verified', async () => {
  const file = join(await temporaryFolder(), 'pact.json')
  await writeFile(file, '{}')
  await expect(quietly('verifyAgainstTenant', file)).rejects.toThrow(/pact\.json is no Pact V4 file/)
})
