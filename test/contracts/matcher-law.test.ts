import fc from 'fast-check'
import { anyCall } from 'graph-call-testkit/generators'
import { expect, test } from 'vitest'
import { interactionOfCall } from '../../contracts/interaction/interaction.ts'
import { runInteraction } from '../../contracts/interaction/run-interaction.ts'
import { pathsIn, readPathOf, stepsOf } from '../../contracts/reads/read-paths.ts'
import { navigationProperties } from '../../src/model/index.ts'
import { breaksOf } from './breaks.ts'
import { pacticipants } from './committed.ts'
import { get } from './get.ts'
import { type Case, judge } from './judge.ts'

/** A body, and what Pact should say of it. */
interface Trial extends Case {
  readonly what: string
  readonly satisfies: boolean
}

/** Calls that the service may answer with. */
const calls = fc.sample(anyCall(), { seed: 7, numRuns: 1_500 })

/** Contracts of a call, each with some reads of what that call has; a few of all there is at a place. */
const contracts = fc
  .sample(fc.tuple(anyCall(), fc.array(fc.nat(), { minLength: 1, maxLength: 5 })), {
    seed: 42,
    numRuns: 24,
  })
  .map(([body, picks], at) => {
    const paths = pathsIn(body)
    const reads = picks.map((pick) => {
      const steps = stepsOf(paths[pick % paths.length] ?? 'state')
      return readPathOf(steps.length > 1 && pick % 4 === 0 ? [...steps.slice(0, -1), '*'] : steps)
    })
    const own = { name: `contract ${at}`, callId: `call-${at}`, body }
    return { body, interaction: interactionOfCall(own, reads, { query: { $expand: navigationProperties } }) }
  })

test('a call that has what is read satisfies the contract, and none does where a part of that is broken', async () => {
  const trials: Trial[] = []
  for (const { body, interaction } of contracts) {
    const promised = interaction.response.body
    const { pact } = await runInteraction(interaction, pacticipants, (given) =>
      get(given, `?$expand=${navigationProperties.join()}`),
    )
    const [judged] = pact.interactions
    if (!judged) throw new Error('The pact is empty.')
    const having = [body, ...calls.filter((call) => has(call, promised)).slice(0, 5)]
    for (const body of having) {
      trials.push({ interaction: judged, body, what: 'has all that is read', satisfies: true })
    }
    for (const { path, body } of spread(
      having.flatMap((call) => breaksOf(call, promised)),
      7,
    )) {
      trials.push({ interaction: judged, body, what: `${path} is broken`, satisfies: false })
    }
  }
  const verdicts = await judge(trials)
  const wrong = trials.filter(({ satisfies }, at) => verdicts[at] !== satisfies)
  expect(
    wrong.map(({ what, interaction, body }) => [what, interaction.response.body?.content, body]),
  ).toEqual([])
  // What was tried is enough to say so.
  expect(trials.filter(({ satisfies }) => satisfies).length).toBeGreaterThan(90)
  expect(new Set(trials.map(({ what }) => what)).size).toBeGreaterThan(50)
  const matchers = new Set(trials.flatMap(({ interaction }) => matchersIn(interaction)))
  expect([...matchers].toSorted()).toEqual(['boolean', 'integer', 'regex', 'type'])
}, 120_000)

/** Whether a value has all that is promised: not null in any element, collections empty or not, and of the same types. */
function has(value: unknown, promised: unknown): boolean {
  if (value === null || value === undefined) return false
  if (Array.isArray(promised)) {
    if (!Array.isArray(value) || (value.length === 0) !== (promised.length === 0)) return false
    return value.every((element) => has(element, promised[0]))
  }
  if (typeof promised !== 'object' || promised === null) return true
  return Object.entries(promised).every(([key, inner]) => {
    const own: unknown = Object(value)[key]
    return key === '@odata.type' ? own === inner : has(own, inner)
  })
}

/** Some of many, from the first to the last. */
function spread<T>(many: readonly T[], count: number): T[] {
  const step = Math.max(1, many.length / count)
  return many.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
}

function matchersIn({ response }: Case['interaction']): string[] {
  const rules = Object.values(response.matchingRules?.body ?? {})
  return rules.flatMap(({ matchers }) => matchers.map(({ match }) => match))
}
