/** Id to compare with, and its letters and digits. */
interface Candidate {
  readonly id: string
  readonly letters: string
}

/** Returns the most similar ids, at most three. */
export function nearestIds(id: string, ids: Iterable<string>): readonly string[] {
  return nearestOf(id, Array.from(ids, candidateOf))
}

/** Number of ids that are compared one by one. Of more ids, only the neighbors in alphabetical order are compared. */
const comparable = 256

/** Number of neighbors on each side. */
const neighborCount = 32

/** Returns a function that finds similar ids. The ids are prepared once, on the first search. */
export function nearestIdsAmong(ids: Iterable<string>): (id: string) => readonly string[] {
  const found = new Map<string, readonly string[]>()
  let candidatesFor: ((id: string) => Iterable<Candidate>) | undefined
  return (id) => {
    candidatesFor ??= searchIn(Array.from(ids, candidateOf))
    const nearest = found.get(id) ?? nearestOf(id, candidatesFor(id))
    found.set(id, nearest)
    return nearest
  }
}

/**
 * Returns a function that finds the candidates for an id. Similar ids share their start or their end. They are therefore
 * neighbors in one of two orders: by their letters, or by their letters from the end.
 */
function searchIn(candidates: readonly Candidate[]): (id: string) => Iterable<Candidate> {
  if (candidates.length <= comparable) return () => candidates
  const fromStart = sortedBy(candidates, ({ letters }) => letters)
  const fromEnd = sortedBy(candidates, ({ letters }) => reversed(letters))
  return (id) => {
    const letters = lettersOf(id)
    return new Set([...neighborsOf(letters, fromStart), ...neighborsOf(reversed(letters), fromEnd)])
  }
}

interface Sorted {
  readonly key: string
  readonly candidate: Candidate
}

function sortedBy(candidates: readonly Candidate[], keyOf: (candidate: Candidate) => string): Sorted[] {
  return candidates
    .map((candidate) => ({ key: keyOf(candidate), candidate }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}

/** Returns the candidates next to the position of a key. */
function neighborsOf(key: string, sorted: readonly Sorted[]): Candidate[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.key ?? '') < key) low = middle + 1
    else high = middle
  }
  return sorted.slice(Math.max(0, low - neighborCount), low + neighborCount).map(({ candidate }) => candidate)
}

/** Compares the start and the end of ids, because ids are mistyped, cut off, or written without hyphens. */
function nearestOf(id: string, candidates: Iterable<Candidate>): readonly string[] {
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

function candidateOf(id: string): Candidate {
  return { id, letters: lettersOf(id) }
}

function lettersOf(id: string): string {
  return id.toLowerCase().replace(/[^a-z\d]/g, '')
}

function reversed(letters: string): string {
  return [...letters].reverse().join('')
}

/** Counts the letters that two texts share at their start and at their end. */
function sharedLetters(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let end = 0
  while (end < most - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++
  return start + end
}
