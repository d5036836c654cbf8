/**
 * Effect of a difference: `breaking` if code that reads calls or sends requests fails or gets nothing, `new` if the service
 * has more than the model, `cosmetic` if nothing changes for code.
 *
 * @example
 * ```ts
 * import type { DriftSeverity } from 'graph-call-testkit/metadata'
 *
 * const severity: DriftSeverity = 'breaking'
 * ```
 * Source: Graph versioning and breaking changes.
 */
export type DriftSeverity = 'breaking' | 'new' | 'cosmetic'

/**
 * Kind of difference between the model and a `$metadata` document.
 *
 * @example
 * ```ts
 * import type { DriftKind } from 'graph-call-testkit/metadata'
 *
 * const kind: DriftKind = 'member-added'
 * ```
 * Source: OData CSDL 4.0.
 */
export type DriftKind =
  | 'type-added'
  | 'type-removed'
  | 'base-changed'
  | 'abstract-changed'
  | 'open-changed'
  | 'property-added'
  | 'property-removed'
  | 'type-changed'
  | 'collection-changed'
  | 'nullability-changed'
  | 'member-added'
  | 'member-removed'
  | 'flags-changed'
  | 'action-added'
  | 'action-removed'
  | 'parameter-added'
  | 'parameter-removed'
  | 'return-type-changed'
  | 'deprecated'

/**
 * Difference between the model and a `$metadata` document.
 *
 * @example
 * ```ts
 * import { compareWithMetadata, type DriftFinding } from 'graph-call-testkit/metadata'
 *
 * const isBreaking = ({ severity }: DriftFinding) => severity === 'breaking'
 * const csdl = await (await fetch('https://graph.microsoft.com/v1.0/$metadata')).text()
 * expect(compareWithMetadata(csdl).filter(isBreaking)).toEqual([])
 * ```
 * Source: OData CSDL 4.0.
 */
export interface DriftFinding {
  /** Effect on code. */
  readonly severity: DriftSeverity
  /** Kind of difference. */
  readonly kind: DriftKind
  /** Type, enum or action, without the namespace. An action is preceded by the type it is bound to, as in `call/answer`. */
  readonly type: string
  /** Property, enum member or parameter. Absent if the finding is about the type itself. */
  readonly property?: string
  /** Declaration of the model. Absent if only the document has the name. */
  readonly ours?: string
  /** Declaration of the document. Absent if only the model has the name. */
  readonly theirs?: string
  /** Advice. */
  readonly fix: string
}

/** Advice for a difference that no code notices. */
export const nothingToDo = 'Nothing to do in your code.'

const severities: readonly DriftSeverity[] = ['breaking', 'new', 'cosmetic']

/** Returns findings sorted by severity, and then by name. */
export function sortedFindings(findings: readonly DriftFinding[]): DriftFinding[] {
  const keyOf = ({ severity, type, property = '', kind }: DriftFinding) =>
    `${severities.indexOf(severity)} ${type} ${property} ${kind}`
  return [...findings].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))
}

/** Removes the namespace of Microsoft Graph. */
export function shortName(name: string): string {
  return name.replaceAll('microsoft.graph.', '')
}
