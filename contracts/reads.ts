import { fixture } from '../fixtures/index.ts'
import type { ReceivedCall } from '../src/schema/types.ts'
import type { Step } from './declared.ts'
import { fixtureNames, isCallFixture } from './fixture-names.ts'
import { type CallReads, type ReadPath, readPathOf, stepsOf } from './read-paths.ts'

/**
 * The paths of a call that a function reads, found by running it over every call fixture. They are the furthest ones:
 * `targets[].identity.user.id`, and not `targets` too. A function that takes all that is there at some place
 * (`JSON.stringify`, a spread, `Object.keys`) reads `place.*`.
 *
 * @param read - gets a view of a call, which is read as the call itself; a promise is awaited
 */
export async function readsOf<Body = ReceivedCall>(read: (call: Body) => unknown): Promise<CallReads<Body>> {
  const seen = new Set<ReadPath>()
  for (const name of fixtureNames().filter(isCallFixture)) {
    // The type is the function's word, as it is where it reads an answer: JSON has none.
    await read(recordingView(fixture(name), (path) => seen.add(path)) as Body)
  }
  return furthest(seen)
}

/** A view of a value that reads like the value, and tells each path that is read. */
export function recordingView<T>(value: T, tell: (path: ReadPath) => void, steps: readonly Step[] = []): T {
  if (typeof value !== 'object' || value === null) return value
  return new Proxy<T & object>(value, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || !isData(target, key)) return Reflect.get(target, key, receiver)
      const inner = [...steps, Array.isArray(target) ? '[]' : key]
      tell(readPathOf(inner))
      return recordingView(Reflect.get(target, key), tell, inner)
    },
    has(target, key) {
      if (typeof key === 'string' && !Array.isArray(target)) tell(readPathOf([...steps, key]))
      return Reflect.has(target, key)
    },
    ownKeys(target) {
      tell(readPathOf([...steps, '*']))
      return Reflect.ownKeys(target)
    },
  })
}

/** What a body holds: not a method, nor what `await` and `JSON.stringify` look for in any object. */
function isData(target: object, key: string): boolean {
  if (Array.isArray(target)) return /^\d+$/.test(key)
  return Object.hasOwn(target, key) || !(key in Object.prototype || key === 'then' || key === 'toJSON')
}

/** Leaves out each path on the way to another, and each that `*` stands for. */
function furthest(paths: ReadonlySet<ReadPath>): ReadPath[] {
  const all = [...paths].map(stepsOf)
  const isOnTheWay = (path: readonly Step[]) =>
    all.some((other) => other.length > path.length && path.every((step, depth) => step === other[depth]))
  const isCovered = (path: readonly Step[]) =>
    path.some((_, depth) => {
      const everything = readPathOf([...path.slice(0, depth), '*'])
      return paths.has(everything) && everything !== readPathOf(path)
    })
  return all
    .filter((path) => !isOnTheWay(path) && !isCovered(path))
    .map(readPathOf)
    .toSorted()
}
