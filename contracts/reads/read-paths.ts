import type { CommsNotifications, ReceivedCall } from '../../src/model/types.generated.ts'
import type { PartRead } from './part-read.ts'

/** One step of a path: the name of a property, or `[]` for any element of a collection. */
export type Step = string

/** Type, in the model, of a body that a contract can have. A contract has each change of a notification as a body of its own. */
export type BodyType = 'call' | 'callError' | 'commsNotifications' | 'commsNotification'

/**
 * Path of a value in a call, for example `state` or `targets[].identity.user.id`. `[]` is every element of a collection, and
 * `mediaConfig.*` is everything in an object.
 *
 * @example
 * ```ts
 * import type { ReadPath } from 'graph-call-testkit/contracts'
 *
 * const path: ReadPath = "mediaConfig['@odata.type']"
 * ```
 * Source: $metadata v1.0, call (the names of the properties).
 */
export type ReadPath = string

declare const readBy: unique symbol

/**
 * Paths that a function reads, with the type of its parameter. A plain list of paths has this type too.
 *
 * @example
 * ```ts
 * import type { Call } from 'graph-call-testkit'
 * import { type CallReads, readsOf } from 'graph-call-testkit/contracts'
 *
 * const reads: CallReads<Call> = await readsOf((call: Call) => call.state)
 * ```
 * Source: the result of `readsOf`.
 */
export type CallReads<Body = ReceivedCall> = readonly ReadPath[] & {
  readonly [readBy]?: (body: Body) => void
}

/**
 * Paths that the handler of a bot reads in notifications, with the type of its parameter. A plain list of paths has this type
 * too.
 *
 * @example
 * ```ts
 * import type { CommsNotifications } from 'graph-call-testkit'
 * import { type NotificationReads, notificationReadsOf } from 'graph-call-testkit/contracts'
 *
 * const count = (body: CommsNotifications) => body.value.length
 * const reads: NotificationReads<CommsNotifications> = await notificationReadsOf(count)
 * ```
 * Source: the result of `notificationReadsOf`.
 */
export type NotificationReads<Body = CommsNotifications> = CallReads<Body>

/**
 * Type of the expected body: the parameter type of the function that was passed to `readsOf` or `notificationReadsOf`, or the
 * part of the whole body at the paths of a list.
 */
export type BodyRead<Reads extends CallReads<never>, Whole = ReceivedCall> = typeof readBy extends keyof Reads
  ? Reads extends CallReads<infer Body>
    ? Body
    : never
  : PartRead<Whole, Reads[number]>

/** Paths as a tree of their steps. */
export interface ReadTree {
  /** True if a path ends here. */
  readonly isRead: boolean
  readonly next: { readonly [step: Step]: ReadTree }
}

/** Splits a path into steps: `targets[].identity` into `targets`, `[]` and `identity`. `@odata.type` is one step. */
export function stepsOf(path: ReadPath): Step[] {
  const steps = path.match(/\['(?:[^'\\]|\\.)*'\]|\[\]|@odata\.\w+|[^.[\]]+/g) ?? []
  return steps.map((step) => (step.startsWith("['") ? step.slice(2, -2).replaceAll(/\\(.)/g, '$1') : step))
}

/** Formats steps as a path. A name that is not an identifier is in brackets: `mediaConfig['@odata.type']`. */
export function readPathOf(steps: readonly Step[]): ReadPath {
  return steps.reduce<string>((path, step) => {
    if (step === '[]') return `${path}[]`
    if (step !== '*' && !/^[a-z_$][\w$]*$/i.test(step)) {
      return `${path}['${step.replaceAll(/['\\]/g, '\\$&')}']`
    }
    return path ? `${path}.${step}` : step
  }, '')
}

/** Builds a tree of paths, in which shared steps occur once. */
export function readTreeOf(paths: readonly ReadPath[]): ReadTree {
  interface Tree {
    isRead: boolean
    readonly next: { [step: Step]: Tree }
  }
  // Without a prototype: a body may have a key such as `constructor`.
  const leaf = (): Tree => ({ isRead: false, next: Object.create(null) })
  const root = leaf()
  for (const path of paths) {
    stepsOf(path).reduce<Tree>((tree, step) => (tree.next[step] ??= leaf()), root).isRead = true
  }
  return root
}

/** Returns the paths of the leaves of a body: primitive values, empty objects and empty collections. */
export function leafPathsOf(value: unknown, steps: readonly Step[] = []): ReadPath[] {
  if (typeof value !== 'object' || value === null) return [readPathOf(steps)]
  const inner = Array.isArray(value)
    ? value.map((element) => ['[]', element] as const)
    : Object.entries(value)
  if (inner.length === 0) return [readPathOf(steps)]
  return [...new Set(inner.flatMap(([step, below]) => leafPathsOf(below, [...steps, step])))]
}

/** True if `other` begins with `path`. */
export function isPrefixOf(path: ReadPath, other: ReadPath): boolean {
  const steps = stepsOf(path).filter((step) => step !== '*')
  const otherSteps = stepsOf(other)
  return steps.every((step, depth) => step === otherSteps[depth])
}
