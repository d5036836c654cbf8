import type { OutputChunk } from 'rolldown'

/** Bytes of code that Node parses in the time in which it loads one more file. */
const fileCost = 7_000

/** Cost of one more package or module of Node. It is so high that a merge never adds one. */
const packageCost = 1_000_000

/** Chunks that become one. */
interface Group {
  readonly files: readonly string[]
  readonly imports: readonly string[]
  readonly length: number
  readonly canMerge: boolean
}

/**
 * Decides which chunks to merge, so that the starting points load as little as possible: fewer files, but not much code that
 * they do not need, and no other package. Does not merge entry points, and makes no cycle.
 *
 * @param starts - files that each starting point loads first
 * @param largest - maximum size of a merged chunk, in bytes
 * @returns files of each merged chunk
 */
export function mergedChunks(
  chunks: readonly OutputChunk[],
  starts: ReadonlyArray<readonly string[]>,
  largest: number,
): ReadonlyArray<readonly string[]> {
  const own = new Set(chunks.map(({ fileName }) => fileName))
  const packages = new Set(chunks.flatMap(({ imports }) => imports).filter((name) => !own.has(name)))
  const groups = new Set<Group>([
    ...chunks.map(({ fileName, imports, code, isEntry }) => ({
      files: [fileName],
      imports,
      length: code.length,
      canMerge: !isEntry,
    })),
    ...[...packages].map((name) => ({ files: [name], imports: [], length: packageCost, canMerge: false })),
  ])
  for (;;) {
    const pair = bestPair([...groups], starts, largest)
    if (!pair) return [...groups].map(({ files }) => files).filter(({ length }) => length > 1)
    for (const group of pair) groups.delete(group)
    groups.add(merged(...pair))
  }
}

type Pair = readonly [Group, Group]

const merged = (one: Group, other: Group): Group => ({
  files: [...one.files, ...other.files],
  imports: [...one.imports, ...other.imports],
  length: one.length + other.length,
  canMerge: true,
})

/** Returns the two groups to merge next, or undefined if merging saves nothing. */
function bestPair(
  groups: readonly Group[],
  starts: ReadonlyArray<readonly string[]>,
  largest: number,
): Pair | undefined {
  const groupOf = new Map(groups.flatMap((group) => group.files.map((file) => [file, group] as const)))
  const groupsOf = (files: readonly string[]) => new Set(files.flatMap((file) => groupOf.get(file) ?? []))
  const importsOf = new Map(groups.map((group) => [group, groupsOf(group.imports)]))
  const loadedFrom = (from: ReadonlySet<Group>) => {
    const loaded = new Set(from)
    for (const group of loaded) for (const imported of importsOf.get(group) ?? []) loaded.add(imported)
    return loaded
  }
  const loads = new Map(groups.map((group) => [group, loadedFrom(new Set([group]))]))
  const loadedByStart = starts.map((files) => loadedFrom(groupsOf(files)))

  /** True if the first group imports the second one through others. Merged, the two would import themselves. */
  const isIndirect = (one: Group, other: Group) =>
    [...(importsOf.get(one) ?? [])].some(
      (imported) => imported !== one && imported !== other && loads.get(imported)?.has(other),
    )
  /** Bytes that the starting points save if two groups are one. Negative if they load more. */
  const saved = (one: Group, other: Group) =>
    loadedByStart.reduce((sum, loaded) => {
      if (loaded.has(one) && loaded.has(other)) return sum + fileCost
      const added = loaded.has(one) ? other : loaded.has(other) ? one : undefined
      if (!added) return sum
      const others = [...(loads.get(added) ?? [])].filter((group) => group !== added && !loaded.has(group))
      return sum - added.length - others.reduce((total, { length }) => total + length + fileCost, 0)
    }, 0)

  const candidates = groups.filter(({ canMerge, length }) => canMerge && length < largest)
  let best: { readonly pair: Pair; readonly saved: number } | undefined
  for (const [index, one] of candidates.entries()) {
    for (const other of candidates.slice(index + 1)) {
      if (one.length + other.length > largest) continue
      const bytes = saved(one, other)
      if (bytes <= (best?.saved ?? 0) || isIndirect(one, other) || isIndirect(other, one)) continue
      best = { pair: [one, other], saved: bytes }
    }
  }
  return best?.pair
}
