import fc from 'fast-check'
import {
  type CallCommand,
  type CallModel,
  CallModelError,
  callCommands,
  callModel,
} from 'graph-call-testkit/generators'
import { createTenant, type Tenant } from 'graph-call-testkit/tenant'
import { expect, test } from 'vitest'
import { runs } from '../runs.ts'

const notifiedOf = (text: unknown) => JSON.parse(String(text)).value[0]

/** Counts the calls in progress from the notifications that it receives. */
class Board {
  readonly inProgress = new Set<string>()
  readonly #fault: 'none' | 'forgets-transfers'

  constructor(fault: 'none' | 'forgets-transfers' = 'none') {
    this.#fault = fault
  }

  receive({ changeType, resourceUrl, resourceData }: ReturnType<typeof notifiedOf>) {
    const id = decodeURIComponent(resourceUrl.split('/').at(-1))
    if (changeType === 'deleted') this.inProgress.delete(id)
    else this.inProgress.add(id)
    if (this.#fault === 'forgets-transfers' && resourceData.state === 'transferring')
      this.inProgress.delete(id)
  }
}

const hosts = ['bot.contoso.com', 'xn--bcher-kva.contoso.com']

/** Starts a board that receives the notifications of a tenant. */
function boardOf(tenant: Tenant, fault?: 'forgets-transfers'): Board {
  const board = new Board(fault)
  tenant.notify({
    hosts,
    fetch: async (_, init) => {
      board.receive(notifiedOf(init?.body))
      return new Response(null, { status: 202 })
    },
  })
  return board
}

/** Command of a test: checks the board. */
const check: fc.AsyncCommand<CallModel, Board> = {
  check: () => true,
  async run({ calls }, { inProgress }) {
    const expected = [...calls.values()].filter(({ state }) => state !== 'terminated')
    expect([...inProgress].toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
  },
  toString: () => 'check',
}

const failureOf = (numRuns: number, fault?: 'forgets-transfers', seed = 42) => {
  const tenant = createTenant()
  const setup = () => ({ model: callModel(tenant), real: boardOf(tenant, fault) })
  const commands = fc.commands([...callCommands(tenant), fc.constant(check)], { maxCommands: 30 })
  const law = fc.asyncProperty(commands, (sequence) => fc.asyncModelRun(setup, sequence))
  return fc.check(law, { seed, numRuns })
}

test('commands change the tenant as the model predicts, and combine with commands of a test', async () => {
  expect(fc.defaultReportMessage(await failureOf(runs(40, 500)))).toBe(undefined)
})

test('a failure shrinks to the commands that it needs', async () => {
  for (const seed of runs(1, 3) === 1 ? [1] : [1, 2, 3]) {
    const { counterexample } = await failureOf(500, 'forgets-transfers', seed)
    const [commands] = counterexample ?? []
    expect(String(commands)).toMatch(
      /^addCall\([^()]*\),(advance\(\d\),)*(transferCall\(\d, [\w-]+\),)?check\b/,
    )
    expect(
      String(commands)
        .split('check')[0]
        ?.match(/addCall/g),
    ).toHaveLength(1)
  }
})

test('options choose the lifecycles', () => {
  const tenant = createTenant()
  const [add] = callCommands(tenant, { outcome: 'rejected' })
  const texts = fc.sample<CallCommand>(add ?? fc.constant(check), { seed: 1, numRuns: 20 }).map(String)
  expect(new Set(texts)).toEqual(new Set(['addCall(rejected, incoming > terminated)']))
})

test('commands need no call of the tenant, and skip what is impossible', async () => {
  const tenant = createTenant()
  const model = callModel(tenant)
  for (const arbitrary of callCommands(tenant).slice(1)) {
    for (const command of fc.sample(arbitrary, { seed: 1, numRuns: 5 })) {
      expect(command.check(model)).toBe(false)
    }
  }
})

test('a tenant that something else changes is reported', async () => {
  const tenant = createTenant()
  const model = callModel(tenant)
  const [, advance] = callCommands(tenant)
  const id = tenant.addCall({ id: '2e1a', state: 'establishing' })
  const call = { id, state: 'incoming', direction: 'incoming', kind: 'peer-to-peer' } as const
  model.calls.set(id, { ...call, ahead: ['establishing', 'established'] })
  const [command] = fc.sample(advance ?? fc.constant(check), 1)
  await expect(command?.run(model, new Board())).rejects.toThrow(CallModelError)
})
