import type { Provenance } from '../model/definitions.ts'
import type { Source } from '../model/sources.ts'

/**
 * Kind of thing that {@link explain} knows.
 *
 * @example
 * ```ts
 * import { explain, type ExplanationKind } from 'graph-call-testkit'
 *
 * const kind: ExplanationKind = explain('playPrompt').kind // 'action'
 * ```
 */
export type ExplanationKind =
  | 'type'
  | 'enum'
  | 'property'
  | 'member'
  | 'action'
  | 'parameter'
  | 'error'
  | 'result'
  | 'fixture'
  | 'notification'
  | 'behavior'

/**
 * Everything that is known about one thing, and how it is known. It is deeply frozen.
 *
 * @example
 * ```ts
 * import { type Explanation, explain } from 'graph-call-testkit'
 *
 * const show = ({ name, type, provenance }: Explanation) => `${name}: ${type} (${provenance.join(', ')})`
 * show(explain('state')) // 'call.state: callState (metadata, documented, reported)'
 * ```
 */
export interface Explanation {
  /** Name in the model: `call.state`, `callState.hold`, `answer`, `8522`, `200/7015`, or the name of a fixture. */
  readonly name: string
  /** Kind of thing. */
  readonly kind: ExplanationKind
  /** Short description. */
  readonly description: string
  /** Type, for example `string`, `callState` or `mediaInfo[]`. Absent if the thing is not a value. */
  readonly type?: string
  /** True if the value can be null. */
  readonly nullable?: boolean
  /** Members of the enum, properties of the type, or parameters of the action. */
  readonly members?: readonly string[]
  /** Kinds of source, the one that the rule follows first. */
  readonly provenance: readonly Provenance[]
  /** Source that the rule follows: page and section, metadata type and property, or report. */
  readonly source: string
  /** All sources, with their URLs. */
  readonly sources: readonly Source[]
  /** Month in which it was added to the metadata, for example `2024-11`. Absent if it is older. */
  readonly since?: string
  /** Fixtures, notifications and operations that have it. */
  readonly seenIn: readonly string[]
  /** Assumptions that no source confirms. */
  readonly assumed: readonly string[]
  /** Advice for code that reads or sends it. */
  readonly watchFor: readonly string[]
  /** Disagreement of the sources. Absent if they agree. */
  readonly note?: string
}
