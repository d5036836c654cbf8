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
  /** An action without the id of a call. */
  | { readonly isWithoutCall: true }
  /** An action after a segment that the model does not have. */
  | { readonly actionOnOpenProperty: string }

interface Route {
  readonly action: NamedAction
  readonly segments: readonly string[]
  readonly idCount: number
}

const routes: readonly Route[] = actions.map((action) => {
  // The path starts with /calls. Names of ids keep their case.
  const segments = action.path
    .split('/')
    .slice(2)
    .map((segment) => (isId(segment) ? segment : segment.toLowerCase()))
  return { action, segments, idCount: segments.filter(isId).length }
})

/** Names of the actions on a call, in lower case. */
const callActions = new Set(
  actions.flatMap(({ path }) => {
    const [, name] = /^\/calls\/\{id\}\/(\w+)$/.exec(path) ?? []
    return name === undefined ? [] : [name.toLowerCase()]
  }),
)

/** True if a segment is the name of an action on a call, such as `playPrompt`. */
export function isCallAction(segment: string): boolean {
  return callActions.has(unqualified(segment))
}

/** Routes by the number of their segments and the last name, which is empty for an id: few differ only in another segment. */
const routesByEnd = new Map<string, readonly Route[]>()
for (const route of routes) {
  const { segments } = route
  const last = segments.at(-1) ?? ''
  const end = endOf(segments.length, isId(last) ? '' : last)
  routesByEnd.set(end, [...(routesByEnd.get(end) ?? []), route])
}

function endOf(length: number, name: string): string {
  return `${length} ${name}`
}

/** Returns the routes whose last segment can be the last one of a path. */
function routesFor(length: number, last: string): readonly Route[] {
  const withId = routesByEnd.get(endOf(length, '')) ?? []
  const named = last === '' ? undefined : routesByEnd.get(endOf(length, last))
  return named ? [...named, ...withId] : withId
}

/** Finds the action for a request. The names of actions can be qualified: `microsoft.graph.answer`. */
export function matchAction(method: string, { segments, version }: ActionAddress): ActionMatch {
  const names = segments.map(unqualified)
  const last = names.at(-1) ?? ''
  const matching = routesFor(names.length, last).filter((route) => isMatch(route, segments, names))
  // A fixed name comes before an id: `participants/invite` is not a participant.
  const least = Math.min(...matching.map(({ idCount }) => idCount))
  const exact = matching.filter(({ idCount }) => idCount === least)
  const match = exact.find(({ action }) => action.method === method)
  if (exact.some(({ action }) => action.betaOnly) && version !== 'beta') {
    return { unknownSegment: segments.at(-1) ?? '' }
  }
  if (match) return { action: match.action, ids: idsIn(match, segments) }
  // Reported: `calls/playPrompt` is not a call with this id.
  if (segments.length === 1 && method === 'POST' && isCallAction(last)) return { isWithoutCall: true }
  if (exact.length > 0) return { methods: exact.map(({ action }) => action.method) }
  // A call is an open type, so an unknown segment after its id can be a property.
  const unknownSegment = firstUnknown(segments)
  const isProperty = segments.length === 3 && unknownSegment === segments[1]
  if (isProperty && method === 'POST' && isCallAction(last))
    return { actionOnOpenProperty: segments.at(-1) ?? '' }
  return { unknownSegment }
}

/**
 * True if a path has the segments of a route.
 *
 * @param names - the segments that were found, unqualified
 */
function isMatch(
  { segments }: Pick<Route, 'segments'>,
  found: readonly string[],
  names: readonly string[],
): boolean {
  return segments.every((segment, index) => (isId(segment) ? found[index] : names[index] === segment))
}

function idsIn({ segments }: Route, found: readonly string[]): PathIds {
  const ids: Record<string, string> = {}
  for (const [index, segment] of segments.entries()) {
    if (isId(segment)) ids[segment.slice(1, -1)] = found[index] ?? ''
  }
  return ids
}

function isId(segment: string): boolean {
  return segment.startsWith('{')
}

function unqualified(segment: string): string {
  return segment.toLowerCase().replace(/^microsoft\.graph\./, '')
}

/** Returns the first segment after which no path continues. */
function firstUnknown(segments: readonly string[]): string {
  const names = segments.map(unqualified)
  const known = (length: number) =>
    routes.some((route) => {
      const start = route.segments.slice(0, length)
      return start.length === length && isMatch({ segments: start }, segments, names)
    })
  const length = segments.findIndex((_, index) => !known(index + 1))
  return segments[length < 0 ? segments.length - 1 : length] ?? ''
}
