import type { ReceivedCall } from '../../src/model/types.generated.ts'
import type { Step } from './declared.ts'
import type { PartRead } from './part-read.ts'

/**
 * The paths of a body that a consumer's code reads, e.g. `state`, `targets[].identity.user.id`, sorted. `mediaConfig.*`
 * says that the code reads whatever is there.
 */
export type ReadPath = string

declare const readBy: unique symbol

/**
 * The paths that a function reads, and the type in which it takes a call. A plain list of paths is one of them, for
 * whoever takes any call.
 */
export type CallReads<Body = ReceivedCall> = readonly ReadPath[] & {
  readonly [readBy]?: (body: Body) => void
}

/**
 * What is promised of a call by its reads: the type in which the reading function takes it; of a list that is written
 * down, the part to which its paths lead.
 */
export type BodyRead<Reads extends CallReads<never>> = typeof readBy extends keyof Reads
  ? Reads extends CallReads<infer Body>
    ? Body
    : never
  : PartRead<ReceivedCall, Reads[number]>

/** The paths by their steps, each with what is read beyond it. */
export interface ReadTree {
  readonly [step: Step]: ReadTree
}

/** A path by its steps: `targets[].identity` is `targets`, `[]`, `identity`; `@odata.type` is one, with or without brackets. */
export function stepsOf(path: ReadPath): Step[] {
  const steps = path.match(/\['(?:[^'\\]|\\.)*'\]|\[\]|@odata\.\w+|[^.[\]]+/g) ?? []
  return steps.map((step) => (step.startsWith("['") ? step.slice(2, -2).replaceAll(/\\(.)/g, '$1') : step))
}

/** A path as people write it. A name that is no identifier stands in brackets: `mediaConfig['@odata.type']`. */
export function readPathOf(steps: readonly Step[]): ReadPath {
  return steps.reduce<string>((path, step) => {
    if (step === '[]') return `${path}[]`
    if (step !== '*' && !/^[a-z_$][\w$]*$/i.test(step)) {
      return `${path}['${step.replaceAll(/['\\]/g, '\\$&')}']`
    }
    return path ? `${path}.${step}` : step
  }, '')
}

/** Puts paths together: what several of them pass through stands once. */
export function readTreeOf(paths: readonly ReadPath[]): ReadTree {
  interface Tree {
    [step: Step]: Tree
  }
  // Without a prototype: a body may have a key such as `constructor`.
  const leaf = (): Tree => Object.create(null)
  const root = leaf()
  for (const path of paths) stepsOf(path).reduce<Tree>((tree, step) => (tree[step] ??= leaf()), root)
  return root
}

/** The paths that a body has a value at: those of its leaves, an empty object or collection among them. */
export function leafPathsOf(value: unknown, steps: readonly Step[] = []): ReadPath[] {
  if (typeof value !== 'object' || value === null) return [readPathOf(steps)]
  const inner = Array.isArray(value)
    ? value.map((element) => ['[]', element] as const)
    : Object.entries(value)
  if (inner.length === 0) return [readPathOf(steps)]
  return [...new Set(inner.flatMap(([step, below]) => leafPathsOf(below, [...steps, step])))]
}

/** Whether one path leads to another, or is it. */
export function isPrefixOf(path: ReadPath, other: ReadPath): boolean {
  const steps = stepsOf(path).filter((step) => step !== '*')
  const further = stepsOf(other)
  return steps.every((step, depth) => step === further[depth])
}
