import fc from 'fast-check'
import { type CallState, readStrictCall } from 'graph-call-testkit'
import { anyCall } from 'graph-call-testkit/generators'
import { callSchema } from 'graph-call-testkit/schema'
import {
  type AddCallOptions,
  CallTransitionError,
  createTenant,
  type Tenant,
  UnknownCallError,
} from 'graph-call-testkit/tenant'
import { expect, test } from 'vitest'
import { callOutcomes } from '../../src/lifecycle/paths.ts'
import { statesAfter } from '../../src/lifecycle/transitions.ts'
import { runs } from '../runs.ts'
import { ask } from './ask.ts'

/** The ids that were given to calls, and the time. */
interface Model {
  readonly ids: string[]
}

/** A tenant; once it was saved, also one that was restored: from there on, both answer the same. */
interface Real {
  readonly tenants: Tenant[]
  readonly clock: { time: number }
}

type Command = fc.AsyncCommand<Model, Real>

/** What calls may do whose states no source leaves in the dark. */
const anyPlaced = anyCall({
  state: [
    'incoming',
    'establishing',
    'established',
    'redirecting',
    'transferring',
    'transferAccepted',
    'terminating',
  ],
})

const anyOptions: fc.Arbitrary<AddCallOptions> = fc.record(
  {
    outcome: fc.constantFrom(...callOutcomes),
    every: fc.oneof(
      fc.record({ gets: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ milliseconds: fc.integer({ min: 1, max: 500 }) }),
    ),
  },
  { requiredKeys: [] },
)

/** The states that a call may come to, in any number of steps, itself included. */
function reachableFrom(state: CallState): ReadonlySet<CallState> {
  const reached = new Set([state])
  for (const each of reached) for (const next of statesAfter(each)) reached.add(next)
  return reached
}

/** The state of a call by now, which a HEAD brings about and does not count; nothing where it is gone. */
async function stateOf(tenant: Tenant, id: string): Promise<CallState | undefined> {
  await ask(tenant, id, 'HEAD')
  const saved = tenant.snapshot().tenant.calls.find((call) => call.id === id)
  return saved && (callSchema.parse(saved.call).state ?? undefined)
}

/** A command for one of the calls that there are. It checks every tenant the same way, and that all did the same. */
function onCall(
  name: string,
  pick: number,
  run: (tenant: Tenant, id: string) => unknown,
  steps: number,
): Command {
  return {
    check: ({ ids }) => ids.length > 0,
    async run({ ids }, { tenants }) {
      const id = ids[pick % ids.length] ?? ''
      const outcomes = []
      for (const tenant of tenants) {
        const before = await stateOf(tenant, id)
        const outcome = await settled(() => run(tenant, id))
        const after = await stateOf(tenant, id)
        expectLegal(before, after, steps, outcome)
        outcomes.push({ outcome, before, after })
      }
      for (const other of outcomes) expect(other).toEqual(outcomes[0])
    },
    toString: () => `${name}(${pick})`,
  }
}

async function settled(run: () => unknown): Promise<unknown> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof CallTransitionError || error instanceof UnknownCallError) return error.message
    throw error
  }
}

function expectLegal(
  before: CallState | undefined,
  after: CallState | undefined,
  steps: number,
  outcome: unknown,
) {
  if (before === undefined) return expect(after).toBeUndefined()
  if (after === undefined) return expect(before).toBe('terminated')
  if (typeof outcome === 'string' && outcome.startsWith('The call ')) return expect(after).toBe(before)
  const possible = steps === 1 ? statesAfter(before) : [...reachableFrom(before)]
  return expect(possible).toContain(after)
}

/** A GET: what it finds passes the strict reading. */
async function get(tenant: Tenant, id: string) {
  const response = await ask(tenant, id)
  const body = await response.json()
  if (response.ok) readStrictCall(body)
  expect(response.ok ? 200 : 404).toBe(response.status)
  return [response.status, response.headers.get('request-id'), body]
}

const pick = fc.nat({ max: 9 })
const commands: fc.Arbitrary<Command>[] = [
  fc.tuple(anyPlaced, anyOptions).map(([call, options]) => ({
    check: () => true,
    async run({ ids }: Model, { tenants }: Real) {
      const outcomes = await Promise.all(
        tenants.map((tenant) => settled(() => tenant.addCall(call, { ...options, replace: true }))),
      )
      for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0])
      if (outcomes[0] === call.id && !ids.includes(call.id)) ids.push(call.id)
    },
    toString: () => `place(${call.state}, ${JSON.stringify(options)})`,
  })),
  pick.map((pick) => onCall('get', pick, get, 9)),
  pick.map((pick) =>
    onCall('delete', pick, async (tenant, id) => (await ask(tenant, id, 'DELETE')).status, 9),
  ),
  pick.map((pick) => onCall('advance', pick, (tenant, id) => tenant.advance(id), 1)),
  pick.map((pick) => onCall('end', pick, (tenant, id) => tenant.endCall(id), 9)),
  pick.map((pick) =>
    onCall('fail', pick, (tenant, id) => tenant.endCall(id, { code: 500, subcode: 7106 }), 9),
  ),
  fc
    .tuple(pick, fc.constantFrom('transferred' as const, 'failed-transfer' as const))
    .map(([pick, outcome]) =>
      onCall('transfer', pick, (tenant, id) => tenant.transferCall(id, { outcome }), 1),
    ),
  fc.nat({ max: 700 }).map((more) => ({
    check: () => true,
    async run(_model: Model, { clock }: Real) {
      clock.time += more
    },
    toString: () => `wait(${more})`,
  })),
  fc.constant({
    check: () => true,
    async run(_model: Model, { tenants, clock }: Real) {
      const [tenant] = tenants
      if (!tenant) throw new Error('There is no tenant.')
      const twin = createTenant({ now: () => clock.time })
      twin.restore(JSON.parse(JSON.stringify(tenant.snapshot())))
      tenants.splice(1, 1, twin)
    },
    toString: () => 'save and restore',
  }),
]

test('whatever happens, calls pass the strict reading, take legal steps, and go on the same once restored', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 60, size: 'max' }), async (sequence) => {
      const clock = { time: 0 }
      const setup = () => ({
        model: { ids: [] },
        real: { tenants: [createTenant({ now: () => clock.time })], clock },
      })
      await fc.asyncModelRun(setup, sequence)
    }),
    { numRuns: runs(15, 50) },
  )
})
