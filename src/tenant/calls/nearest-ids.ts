/** Id to compare with, and its letters and digits. */
interface Candidate {
  readonly id: string
  readonly letters: string
}

/** Returns the most similar ids, at most three. */
export function nearestIds(id: string, ids: Iterable<string>): readonly string[] {
  return nearestIdsAmong(ids)(id)
}

/** Returns a function that finds similar ids. The ids are prepared once, on the first search. */
export function nearestIdsAmong(ids: Iterable<string>): (id: string) => readonly string[] {
  const found = new Map<string, readonly string[]>()
  let candidates: readonly Candidate[] | undefined
  return (id) => {
    candidates ??= Array.from(ids, (each) => ({ id: each, letters: lettersOf(each) }))
    const nearest = found.get(id) ?? nearestOf(id, candidates)
    found.set(id, nearest)
    return nearest
  }
}

/** Compares the start and the end of ids, because ids are mistyped, cut off, or written without hyphens. */
function nearestOf(id: string, candidates: readonly Candidate[]): readonly string[] {
  const letters = lettersOf(id)
  const similar: { readonly id: string; readonly shared: number }[] = []
  for (const candidate of candidates) {
    const shared = sharedLetters(letters, candidate.letters)
    if (shared * 2 >= letters.length) similar.push({ id: candidate.id, shared })
  }
  return similar
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 3)
    .map((candidate) => candidate.id)
}

function lettersOf(id: string): string {
  return id.toLowerCase().replace(/[^a-z\d]/g, '')
}

/** Counts the letters that two texts share at their start and at their end. */
function sharedLetters(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a[start] === b[start]) start++
  let end = 0
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return start + end
}
