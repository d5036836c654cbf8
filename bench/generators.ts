import { execFileSync } from 'node:child_process'
import { Console } from 'node:console'
import { faker } from '@faker-js/faker'
import fc, { type Random } from 'fast-check'
import { anyCall, anyCallLifecycle } from 'graph-call-testkit/generators'
import { strictCallSchema } from 'graph-call-testkit/schema'
import { zocker } from 'zocker'
import { fake, setFaker } from 'zod-schema-faker/v4'
import { strict } from '../src/read/mode.ts'
import { schemaOf } from '../src/schema/schema-of.ts'
import { diversityOf } from '../test/generators/diversity.ts'
import { atLeast, atMost, type Figure, interleave, median } from './measure.ts'
import { composedCall } from './peers/composed.ts'
import { callFactory } from './peers/factory.ts'

const root = new URL('..', import.meta.url)

/** Prints to standard error, because standard output is for the figures. */
const report = new Console(process.stderr)

/** Measures the generation of calls, compared with other libraries. Prints a table of all contenders. */
export function generatorFigures(): Figure[] {
  setFaker(faker)
  const random = randomOf(42)
  const schema = schemaOf('call', strict, (schema) => schema)
  const [ours, composed] = [anyCall(), composedCall()]
  const texts = fc.sample(ours, { seed: 42, numRuns: 5_000 }).map((call) => JSON.stringify(call))
  let text = 0
  const lifecycles = anyCallLifecycle()
  let snapshots: unknown[] = []
  const contenders = {
    ours: () => ours.generate(random, undefined).value,
    'snapshots of our lifecycles': () => {
      if (snapshots.length === 0) snapshots = [...lifecycles.generate(random, undefined).value.snapshots]
      return snapshots.pop()
    },
    'composed of fc.record, fc.option, fc.uuid': () => composed.generate(random, undefined).value,
    'JSON.parse of the same calls': () => JSON.parse(texts[text++ % texts.length] ?? ''),
    'fishery + faker': () => callFactory.build(),
    'zod-schema-faker': () => fake(schema),
    zocker: () => zocker(schema).generate(),
  }
  // Turns take about 20 ms: a shorter one would pay for the garbage of the previous turn.
  const runs = {
    ours: 2_000,
    'snapshots of our lifecycles': 2_000,
    'composed of fc.record, fc.option, fc.uuid': 150,
    'JSON.parse of the same calls': 2_000,
    'fishery + faker': 150,
    'zod-schema-faker': 30,
    zocker: 2,
  }
  const { micros, faster } = interleave(contenders, runs, 21)

  report.table(
    Object.entries<() => unknown>(contenders).map(([contender, make]) => {
      const calls = Array.from({ length: 100 }, make)
      const valid = calls.filter((call) => strictCallSchema.safeParse(call).success)
      return {
        contender,
        'calls/s': Math.round(1e6 / micros(contender as keyof typeof contenders)),
        bytes: Math.round(median(calls.map(sizeOf))),
        'valid %': valid.length,
      }
    }),
  )
  const samples = {
    ours: fc.sample(ours, { seed: 42, numRuns: 10_000 }),
    composed: fc.sample(composed, { seed: 42, numRuns: 10_000 }),
    'fishery + faker': callFactory.buildList(10_000),
  }
  report.table(Object.entries(samples).map(([contender, calls]) => ({ contender, ...diversity(calls) })))
  return [
    atLeast(
      'anyCall(), over a naive composition',
      faster('ours', 'composed of fc.record, fc.option, fc.uuid'),
      10,
    ),
    atLeast(
      'anyCall(), over JSON.parse of the same calls',
      faster('ours', 'JSON.parse of the same calls'),
      1,
    ),
    atLeast('anyCall(), over fishery + faker', faster('ours', 'fishery + faker'), 10),
    atLeast('anyCall(), over zod-schema-faker', faster('ours', 'zod-schema-faker'), 12),
    atLeast('anyCall(), over zocker', faster('ours', 'zocker'), 80),
    atLeast(
      'anyCallLifecycle(), snapshots a second, over anyCall()',
      faster('snapshots of our lifecycles', 'ours'),
      0.7,
    ),
    memory(),
  ]
}

/** Returns the number of characters of a call as JSON. zocker generates bigints for values of any type. */
function sizeOf(call: unknown): number {
  return JSON.stringify(call, (_, value) => (typeof value === 'bigint' ? Number(value) : value)).length
}

/** Measures how diverse calls are. Speed is comparable only if diversity is. */
function diversity(calls: readonly unknown[]) {
  const shares = diversityOf(calls)
    .filter(({ of }) => !of.endsWith(': unknownFutureValue'))
    .map(({ seen, outOf }) => seen / outOf)
  return {
    features: shares.length,
    'features that occur': shares.filter((share) => share > 0).length,
    'rarest, %': (Math.min(...shares) * 100).toFixed(1),
    'median, %': (median(shares) * 100).toFixed(1),
  }
}

/** Measures the peak memory of a process that generates a million calls, one after the other. */
function memory(): Figure {
  const code = `
    import fc from 'fast-check'
    import { anyCall } from 'graph-call-testkit/generators'
    fc.assert(fc.property(anyCall(), (call) => call.id !== ''), { numRuns: 1_000_000, seed: 42 })
    console.log(process.resourceUsage().maxRSS)
  `
  const kilobytes = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: root })
  return atMost('1,000,000 calls, one by one: resident memory', Number(kilobytes) / 1_024, 200, 'MB')
}

/** Returns the random source that fast-check passes to arbitraries. */
function randomOf(seed: number): Random {
  let random: Random | undefined
  class Capture extends fc.Arbitrary<undefined> {
    generate(given: Random): fc.Value<undefined> {
      random = given.clone()
      return new fc.Value(undefined, undefined)
    }
    canShrinkWithoutContext(_value: unknown): _value is undefined {
      return false
    }
    shrink(): fc.Stream<fc.Value<undefined>> {
      return fc.Stream.nil()
    }
  }
  fc.sample(new Capture(), { seed, numRuns: 1 })
  if (!random) throw new Error('fast-check generated no value.')
  return random
}
