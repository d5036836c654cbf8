import fc from 'fast-check'
import { anyCall } from 'graph-call-testkit/generators'
import { expect, test } from 'vitest'
import { interactionOfCall } from '../../contracts/interaction/interaction.ts'
import { runInteraction } from '../../contracts/interaction/run-interaction.ts'
import { leafPathsOf, readPathOf, stepsOf } from '../../contracts/reads/read-paths.ts'
import { navigationProperties } from '../../src/model/index.ts'
import { runs } from '../runs.ts'
import { brokenBodiesOf } from './broken-bodies.ts'
import { pacticipants } from './committed.ts'
import { get } from './get.ts'
import { type Case, verdictsOf } from './pact-verdicts.ts'

/** A body, and whether it should satisfy its interaction. */
interface Trial extends Case {
  readonly label: string
  readonly satisfies: boolean
}

/** Calls that the service may return. */
const calls = fc.sample(anyCall(), { seed: 7, numRuns: runs(500, 1_500) })

/** Contracts of one call each. Their reads are paths of that call, some of them with `*`. */
const contracts = fc
  .sample(fc.tuple(anyCall(), fc.array(fc.nat(), { minLength: 1, maxLength: 5 })), {
    seed: 42,
    numRuns: 24,
  })
  .map(([body, picks], at) => {
    const paths = leafPathsOf(body)
    const reads = picks.map((pick) => {
      const steps = stepsOf(paths[pick % paths.length] ?? 'state')
      return readPathOf(steps.length > 1 && pick % 4 === 0 ? [...steps.slice(0, -1), '*'] : steps)
    })
    const custom = { name: `contract ${at}`, callId: `call-${at}`, body }
    return {
      body,
      interaction: interactionOfCall(custom, reads, { query: { $expand: navigationProperties } }),
    }
  })

test('a call satisfies a contract if it has everything that is read, and not if a part of that is broken', async () => {
  const trials: Trial[] = []
  for (const { body, interaction } of contracts) {
    const expected = interaction.response.body
    const { pact } = await runInteraction(interaction, pacticipants, (context) =>
      get(context, `?$expand=${navigationProperties.join()}`),
    )
    const [inPact] = pact.interactions
    if (!inPact) throw new Error('The pact is empty.')
    const satisfying = [
      body,
      ...calls
        .filter((call) => hasExpected(call, expected) && isInState(call, expected))
        .slice(0, runs(1, 5)),
    ]
    for (const body of satisfying) {
      trials.push({ interaction: inPact, body, label: 'has everything that is read', satisfies: true })
    }
    for (const { path, body } of spread(
      satisfying.flatMap((call) => brokenBodiesOf(call, expected)),
      runs(3, 7),
    )) {
      trials.push({ interaction: inPact, body, label: `${path} is broken`, satisfies: false })
    }
  }
  const verdicts = await verdictsOf(trials)
  const wrong = trials.filter(({ satisfies }, at) => verdicts[at] !== satisfies)
  expect(
    wrong.map(({ label, interaction, body }) => [label, interaction.response.body?.content, body]),
  ).toEqual([])
  // Requires enough trials of each kind.
  expect(trials.filter(({ satisfies }) => satisfies).length).toBeGreaterThan(runs(20, 90))
  expect(new Set(trials.map(({ label }) => label)).size).toBeGreaterThan(runs(25, 50))
  const matchers = new Set(trials.flatMap(({ interaction }) => matchersIn(interaction)))
  expect([...matchers].toSorted()).toEqual(['boolean', 'equality', 'integer', 'regex', 'type'])
}, 120_000)

/** True if a value has every expected part. A collection must be empty only if the expected one is. */
function hasExpected(value: unknown, expected: unknown): boolean {
  if (value === null || value === undefined) return false
  if (Array.isArray(expected)) {
    if (!Array.isArray(value) || (value.length === 0) !== (expected.length === 0)) return false
    return value.every((element) => hasExpected(element, expected[0]))
  }
  if (typeof expected !== 'object' || expected === null) return true
  return Object.entries(expected).every(([key, inner]) => {
    const actual: unknown = Object(value)[key]
    return key === '@odata.type' ? actual === inner : hasExpected(actual, inner)
  })
}

/** True if a call has the state and the direction that the provider state fixes, if the contract expects them. */
function isInState(call: object, expected: unknown): boolean {
  const fixed: Record<string, unknown> = Object(expected)
  const actual: Record<string, unknown> = Object(call)
  return ['state', 'direction'].every((key) => fixed[key] === undefined || fixed[key] === actual[key])
}

/** Returns some of the items, evenly spread. */
function spread<T>(many: readonly T[], count: number): T[] {
  const step = Math.max(1, many.length / count)
  return many.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
}

function matchersIn({ response }: Case['interaction']): string[] {
  const rules = Object.values(response.matchingRules?.body ?? {})
  return rules.flatMap(({ matchers }) => matchers.map(({ match }) => match))
}
