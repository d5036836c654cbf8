/** Result of a measurement, and its goal. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'times' | 'µs' | 'ms' | 'MB'
  readonly goal: string
  readonly reached: boolean
}

type Contenders<Name extends string> = Readonly<Record<Name, () => unknown>>

/** Result of an interleaved run. */
interface Comparison<Name extends string> {
  /** Returns the median duration of one run, in microseconds. */
  micros(name: Name): number
  /** Returns the speed of `a` as a multiple of the speed of `b`: the median over all rounds. */
  faster(a: Name, b: Name): number
}

/**
 * Runs all contenders in every round, so that a change in the speed of the machine affects all of them.
 * Benchmark libraries run one contender after the other. Between them, the speed of the machine changes more than the
 * contenders differ.
 * If one contender is much slower than another, give each its own number of runs, so that their turns take equally long.
 */
export function interleave<Name extends string>(
  contenders: Contenders<Name>,
  runs: number | Readonly<Record<Name, number>> = 2_000,
  rounds = 31,
): Comparison<Name> {
  const runsOf = new Map<string, number>(typeof runs === 'number' ? [] : Object.entries<number>(runs))
  const entries = Object.entries<() => unknown>(contenders)
  const times = new Map<string, number[]>(entries.map(([name]) => [name, []]))
  for (let round = -3; round < rounds; round++) {
    for (const [name, run] of entries) {
      const count = runsOf.get(name) ?? Number(runs)
      const start = performance.now()
      for (let i = 0; i < count; i++) kept = run()
      if (round >= 0) times.get(name)?.push(((performance.now() - start) * 1_000) / count)
    }
  }
  const of = (name: string) => times.get(name) ?? []
  return {
    micros: (name) => median(of(name)),
    faster: (a, b) => median(of(b).map((time, round) => time / (of(a)[round] ?? Number.NaN))),
  }
}

/** Result of the last run. Exported so that the engine cannot optimize the run away. */
export let kept: unknown

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

/** Creates a figure for a ratio that must reach a goal. */
export function atLeast(name: string, value: number, goal: number): Figure {
  return { name, value, unit: 'times', goal: `at least ${goal}`, reached: value >= goal }
}

/** Creates a figure that must not exceed a goal. */
export function atMost(name: string, value: number, goal: number, unit: Figure['unit']): Figure {
  return { name, value, unit, goal: `at most ${goal}`, reached: value <= goal }
}

/** Prints figures as a table, or as JSON if the process has the argument `--json`. */
export function showFigures(figures: readonly Figure[]): void {
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(figures, null, 2))
    return
  }
  console.table(
    figures.map(({ name, value, unit, goal, reached }) => ({
      figure: name,
      value: `${value.toPrecision(3)} ${unit}`,
      goal,
      reached: reached ? 'yes' : 'NO',
    })),
  )
}
