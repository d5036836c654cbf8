import { describe, expect, test } from 'vitest'
import type { Build } from '../../src/builder/choices/choices.ts'
import { DrawnChoices } from '../../src/builder/choices/drawn-choices.ts'
import { RecordedChoices } from '../../src/builder/choices/recorded-choices.ts'
import { ReplayedChoices } from '../../src/builder/choices/replayed-choices.ts'
import { distance, simpler } from '../../src/builder/choices/simpler.ts'
import { runs } from '../runs.ts'

interface Tree {
  size: number
  name: string | null | undefined
  id: number
  branches: Tree[]
}

const tree: Build<Tree> = (choices) => ({
  size: choices.below(10),
  name: choices.optional((choices) => choices.pick(['oak', 'elm', 'ash'])),
  id: choices.word(),
  branches: choices.flag() ? choices.list(0, 3, tree) : [],
})

const seeds = Array.from({ length: 200 }, (_, seed) => seed)

test('draws a number below the limit, and the last value according to its weight', () => {
  const choices = new DrawnChoices(42)
  const counts = [0, 0, 0]
  for (let i = 0; i < 40_000; i++) {
    const drawn = choices.below(3, 2)
    counts[drawn] = (counts[drawn] ?? 0) + 1
  }
  expect(counts.map((count) => Math.round(count / 1_000))).toEqual([10, 10, 20])
})

test('consecutive seeds start with different numbers', () => {
  const first = seeds.map((seed) => new DrawnChoices(seed).below(10))
  for (let value = 0; value < 10; value++) {
    expect(first.filter((each) => each === value).length).toBeGreaterThan(10)
  }
})

test('represents missing values according to the option nulls', () => {
  const values = (nulls: 'present' | 'absent' | 'mixed') =>
    new Set(seeds.map((seed) => new DrawnChoices(seed, { nulls }).optional(() => 'there')))
  expect(values('present')).toEqual(new Set([null, 'there']))
  expect(values('absent')).toEqual(new Set([undefined, 'there']))
  expect(values('mixed')).toEqual(new Set([undefined, null, 'there']))
  const missing = seeds.map((seed) => new DrawnChoices(seed, { nulls: 'mixed' }).missing())
  expect(new Set(missing)).toEqual(new Set([undefined, null]))
})

test('rejects an empty list', () => {
  expect(() => new DrawnChoices(42).pick([])).toThrow('Cannot pick from an empty list')
})

describe('RecordedChoices', () => {
  test('builds the same value from a seed and from its record', () => {
    for (const seed of seeds) {
      const drawn = new RecordedChoices(seed)
      const built = tree(drawn)
      expect(built).toEqual(tree(new DrawnChoices(seed)))
      const recorded = new RecordedChoices(drawn.taken)
      expect(tree(recorded)).toEqual(built)
      expect(recorded.taken).toEqual(drawn.taken)
    }
  })

  test('builds the simplest value from an empty record', () => {
    expect(tree(new RecordedChoices([]))).toEqual({ size: 0, name: undefined, id: 0, branches: [] })
  })

  test('replaces a choice that is too high with the highest possible one', () => {
    const choices = new RecordedChoices([{ value: 99, within: [], atomic: false }])
    expect(choices.below(10)).toBe(9)
  })
})

describe('simpler', () => {
  const records = seeds.map((seed) => {
    const choices = new RecordedChoices(seed)
    tree(choices)
    return choices.taken
  })

  test('yields records with a smaller distance, also after building from them', () => {
    for (const record of records.slice(0, runs(50, 200))) {
      for (const edited of simpler(record)) {
        const candidate = edited.choices
        const choices = new RecordedChoices(candidate)
        expect(tree(new ReplayedChoices(edited))).toEqual(tree(choices))
        expect(distance(candidate)).toBeLessThan(distance(record))
        expect(distance(choices.taken)).toBeLessThanOrEqual(distance(candidate))
      }
    }
  })

  test('starts with the simplest record, which has no simpler ones', () => {
    for (const record of records.filter((record) => distance(record) > 0)) {
      const first = [...simpler(record)][0]?.choices ?? []
      expect(distance(first)).toBe(0)
      expect([...simpler(first)]).toEqual([])
    }
  })

  test('lowers a number of 16 digits in few steps, whatever the failure depends on', () => {
    for (const fails of [(value: number) => value >= 1_000, (value: number) => value % 7 === 5]) {
      let value = 1_234_567_890_123_456 - ((1_234_567_890_123_456 - 5) % 7)
      let steps = 0
      for (let lower: number | undefined = value; lower !== undefined; steps++) {
        value = lower
        const candidates: number[] = [...simpler([{ value, within: [], atomic: false }])].map(
          ({ choices: [choice] }) => choice?.value ?? 0,
        )
        lower = candidates.find((candidate) => fails(candidate))
      }
      expect(fails(value) && value < 2_000).toBe(true)
      expect(steps).toBeLessThan(60)
    }
  })

  test('removes any single item of a list and keeps the others', () => {
    const list = (items: number[]) => [
      {
        value: items.length,
        atomic: false,
        within: items.map((value) => [{ value, within: [], atomic: false }]),
      },
    ]
    const items: Build<number[]> = (choices) => choices.list(0, 9, (choices) => choices.below(10))
    const shorter = [...simpler(list([7, 8, 9]))].map((edited) => items(new ReplayedChoices(edited)))
    expect(shorter).toEqual(
      expect.arrayContaining([
        [8, 9],
        [7, 9],
        [7, 8],
      ]),
    )
  })

  test('tries each lower value of a ranked choice, the lowest first', () => {
    const record = new RecordedChoices([{ value: 5, within: [], atomic: false }])
    record.ranked(9)
    const tried = [...simpler(record.taken)].map((edited) => new ReplayedChoices(edited).ranked(9))
    expect([...new Set(tried)]).toEqual([0, 1, 2, 3, 4])
  })
})

test('a list is as often the shortest as its weight says', () => {
  const lengths = [0, 0, 0]
  const choices = new DrawnChoices(42)
  for (let i = 0; i < 10_000; i++) {
    const { length } = choices.list(1, 3, () => 1, 8)
    lengths[length - 1] = (lengths[length - 1] ?? 0) + 1
  }
  expect(lengths.map((count) => Math.round(count / 1_000))).toEqual([8, 1, 1])
})
