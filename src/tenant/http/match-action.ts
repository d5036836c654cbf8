import { actions, type NamedAction } from '../../model/actions/index.ts'
import type { ActionAddress } from './address.ts'

/** Ids in a path, by the name that the path of the action gives them. */
export type PathIds = Readonly<Record<string, string>>

/** Action that a request asks for, or why it does not ask for one. */
export type ActionMatch =
  | { readonly action: NamedAction; readonly ids: PathIds }
  /** The path exists, with other methods. */
  | { readonly methods: readonly string[] }
  | { readonly unknownSegment: string }

interface Route {
  readonly action: NamedAction
  readonly segments: readonly string[]
}

const routes: readonly Route[] = actions.map((action) => ({
  action,
  // The path starts with /calls. Names of ids keep their case.
  segments: action.path
    .split('/')
    .slice(2)
    .map((segment) => (segment.startsWith('{') ? segment : segment.toLowerCase())),
}))

/** Paths with an id before those with a fixed name: `logTeleconferenceDeviceQuality` is an action, not the id of a call. */
const lengths = new Map<number, readonly Route[]>()
for (const route of routes) {
  const others = lengths.get(route.segments.length) ?? []
  const isFixed = !route.segments.some((segment) => segment.startsWith('{'))
  lengths.set(route.segments.length, isFixed ? [route, ...others] : [...others, route])
}

/** Finds the action for a request. The names of actions can be qualified: `microsoft.graph.answer`. */
export function matchAction(method: string, { segments, version }: ActionAddress): ActionMatch {
  const names = segments.map(unqualified)
  const candidates = (lengths.get(segments.length) ?? []).flatMap((route) => {
    const ids = idsIn(route, segments, names)
    return ids && !(route.action.betaOnly && version !== 'beta') ? [{ action: route.action, ids }] : []
  })
  // A fixed name comes before an id: `participants/invite` is not a participant.
  const least = Math.min(...candidates.map(({ ids }) => Object.keys(ids).length))
  const exact = candidates.filter(({ ids }) => Object.keys(ids).length === least)
  const match = exact.find(({ action }) => action.method === method)
  if (match) return match
  if (exact.length > 0) return { methods: exact.map(({ action }) => action.method) }
  return { unknownSegment: firstUnknown(segments) }
}

/** @param names - the segments that were found, unqualified */
function idsIn({ segments }: Route, found: readonly string[], names: readonly string[]): PathIds | undefined {
  const ids: Record<string, string> = {}
  // From the end: most paths differ only there.
  for (let index = segments.length - 1; index >= 0; index--) {
    const segment = segments[index] ?? ''
    if (!segment.startsWith('{')) {
      if (names[index] !== segment) return undefined
      continue
    }
    const text = found[index]
    if (!text) return undefined
    ids[segment.slice(1, -1)] = text
  }
  return ids
}

function unqualified(segment: string): string {
  return segment.toLowerCase().replace(/^microsoft\.graph\./, '')
}

/** Returns the first segment after which no path continues. */
function firstUnknown(segments: readonly string[]): string {
  const names = segments.map(unqualified)
  const known = (length: number) =>
    routes.some((route) => {
      const start = { ...route, segments: route.segments.slice(0, length) }
      return start.segments.length === length && idsIn(start, segments, names) !== undefined
    })
  const length = segments.findIndex((_, index) => !known(index + 1))
  return segments[length < 0 ? segments.length - 1 : length] ?? ''
}
