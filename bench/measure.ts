/** A figure: how two contenders compare, and what was hoped for. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'times' | 'ms' | 'MB'
  readonly goal: string
  readonly reached: boolean
}

export type Contenders<Name extends string> = Readonly<Record<Name, () => unknown>>

/** What one interleaved run showed. */
export interface Comparison<Name extends string> {
  /** The median time of one run, in microseconds. */
  micros(name: Name): number
  /** How many times as fast `a` is as `b`: the median of the ratios of the rounds. */
  faster(a: Name, b: Name): number
}

/**
 * Runs every contender in turn, round by round, so that a machine whose speed drifts slows all of them alike.
 * The benchmark libraries run one contender after the other; the drift between them is larger than what is measured.
 * Contenders that differ by far may have runs of their own, so that the turn of each takes about as long.
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

/** Keeps the result of a run, so that the engine cannot leave the run out. */
export let kept: unknown

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

/** A ratio that should be at least this. */
export function atLeast(name: string, value: number, goal: number): Figure {
  return { name, value, unit: 'times', goal: `at least ${goal}`, reached: value >= goal }
}

/** A figure that should be at most this. */
export function atMost(name: string, value: number, goal: number, unit: Figure['unit']): Figure {
  return { name, value, unit, goal: `at most ${goal}`, reached: value <= goal }
}

/** As a table, or as JSON for machines where `--json` is said. */
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
