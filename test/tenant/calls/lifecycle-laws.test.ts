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
import { callOutcomes } from '../../../src/lifecycle/paths.ts'
import { statesAfter } from '../../../src/lifecycle/transitions.ts'
import { runs } from '../../runs.ts'
import { requestCall } from '../request-call.ts'

/** Ids of the calls that were added. */
interface Model {
  readonly ids: string[]
}

/** A tenant and, after a snapshot, a second one that was restored from it. Both must behave the same. */
interface Real {
  readonly tenants: Tenant[]
  readonly clock: { time: number }
}

type Command = fc.AsyncCommand<Model, Real>

/** Calls in the states whose transitions are known. */
const anyAddedCall = anyCall({
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
    stepEvery: fc.oneof(
      fc.record({ gets: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ milliseconds: fc.integer({ min: 1, max: 500 }) }),
    ),
  },
  { requiredKeys: [] },
)

/** Returns the states that a call can reach in any number of steps, including its own. */
function reachableFrom(state: CallState): ReadonlySet<CallState> {
  const reached = new Set([state])
  for (const each of reached) for (const next of statesAfter(each)) reached.add(next)
  return reached
}

/** Returns the current state of a call, or undefined if it was removed. HEAD settles it without counting as a GET. */
async function stateOf(tenant: Tenant, id: string): Promise<CallState | undefined> {
  await requestCall(tenant, id, 'HEAD')
  const saved = tenant.snapshot().tenant.calls.find((call) => call.id === id)
  return saved && (callSchema.parse(saved.call).state ?? undefined)
}

/** Runs a command on one of the calls, in every tenant, and checks that all tenants behave the same. */
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
        const outcome = await outcomeOf(() => run(tenant, id))
        const after = await stateOf(tenant, id)
        expectAllowed(before, after, steps, outcome)
        outcomes.push({ outcome, before, after })
      }
      for (const other of outcomes) expect(other).toEqual(outcomes[0])
    },
    toString: () => `${name}(${pick})`,
  }
}

async function outcomeOf(run: () => unknown): Promise<unknown> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof CallTransitionError || error instanceof UnknownCallError) return error.message
    throw error
  }
}

function expectAllowed(
  before: CallState | undefined,
  after: CallState | undefined,
  steps: number,
  outcome: unknown,
) {
  if (before === undefined) return expect(after).toBeUndefined()
  if (after === undefined) return expect(before).toBe('terminated')
  if (typeof outcome === 'string' && outcome.startsWith('Cannot apply ')) return expect(after).toBe(before)
  const possible = steps === 1 ? statesAfter(before) : [...reachableFrom(before)]
  return expect(possible).toContain(after)
}

/** Gets a call and checks it in strict mode. */
async function get(tenant: Tenant, id: string) {
  const response = await requestCall(tenant, id)
  const body = await response.json()
  if (response.ok) readStrictCall(body)
  expect(response.ok ? 200 : 404).toBe(response.status)
  return [response.status, response.headers.get('request-id'), body]
}

const pick = fc.nat({ max: 9 })
const commands: fc.Arbitrary<Command>[] = [
  fc.tuple(anyAddedCall, anyOptions).map(([call, options]) => ({
    check: () => true,
    async run({ ids }: Model, { tenants }: Real) {
      const outcomes = await Promise.all(
        tenants.map((tenant) => outcomeOf(() => tenant.addCall(call, { ...options, replace: true }))),
      )
      for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0])
      if (outcomes[0] === call.id && !ids.includes(call.id)) ids.push(call.id)
    },
    toString: () => `addCall(${call.state}, ${JSON.stringify(options)})`,
  })),
  pick.map((pick) => onCall('get', pick, get, 9)),
  pick.map((pick) =>
    onCall('delete', pick, async (tenant, id) => (await requestCall(tenant, id, 'DELETE')).status, 9),
  ),
  pick.map((pick) => onCall('advance', pick, (tenant, id) => tenant.advance(id), 1)),
  pick.map((pick) => onCall('endCall', pick, (tenant, id) => tenant.endCall(id), 9)),
  pick.map((pick) =>
    onCall(
      'endCall with a reason',
      pick,
      (tenant, id) => tenant.endCall(id, { code: 500, subcode: 7106 }),
      9,
    ),
  ),
  fc
    .tuple(pick, fc.constantFrom('transferred' as const, 'failed-transfer' as const))
    .map(([pick, outcome]) =>
      onCall('transferCall', pick, (tenant, id) => tenant.transferCall(id, { outcome }), 1),
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
      if (!tenant) throw new Error('Expected a tenant.')
      const restored = createTenant({ now: () => clock.time })
      restored.restore(JSON.parse(JSON.stringify(tenant.snapshot())))
      tenants.splice(1, 1, restored)
    },
    toString: () => 'snapshot and restore',
  }),
]

test('calls stay valid in strict mode, take only allowed transitions, and behave the same after a restore', async () => {
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
