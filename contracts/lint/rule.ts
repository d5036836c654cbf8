import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'
import type { PactMessage } from '../pact-file/pact-message.ts'

/**
 * Lint rule, as users see it.
 *
 * @example
 * ```ts
 * import { type LintRule, lintRules } from 'graph-call-testkit/contracts'
 *
 * const { why, fix }: LintRule = lintRules['fixed-token']
 * ```
 * Source: the rules in docs/publishing.md.
 */
export interface LintRule {
  /** Reason why a violation is a problem. */
  readonly why: string
  /** Instructions to fix a violation. */
  readonly fix: string
}

/** Rule that checks one interaction at a time. */
export interface InteractionRule extends LintRule {
  /** Interactions that the rule checks. */
  readonly scope: Scope
  readonly check: (interaction: PactInteraction) => readonly Problem[] | Promise<readonly Problem[]>
}

/**
 * Interactions that a rule checks. Pacts of other APIs can be in the same directory, and teams that wrote a pact of Graph
 * without this package use provider states and requests of their own.
 *
 * - `all`: every HTTP interaction, of any provider, and every notification
 * - `calls`: requests for a call, of any provider
 * - `provider`: every interaction of the provider `microsoft-graph-calls`
 */
export type Scope = 'all' | 'calls' | 'provider'

/** Rule that checks all pacts together. */
export interface PactsRule extends LintRule {
  readonly check: (pacts: readonly NamedPact[]) => readonly PactProblem[] | Promise<readonly PactProblem[]>
}

/** Returns rules as they are. Their type has the names only: types of the functions would fill the types of the package. */
export function forInteractions<Name extends string>(
  rules: Readonly<Record<Name, InteractionRule>>,
): Readonly<Record<Name, InteractionRule>> {
  return rules
}

/** Returns rules as {@link forInteractions} does. */
export function forPacts<Name extends string>(
  rules: Readonly<Record<Name, PactsRule>>,
): Readonly<Record<Name, PactsRule>> {
  return rules
}

/** Maximum number of violations of one rule in one interaction. A rule may stop when it has found one more. */
export const maximumProblems = 100

/** Violation of a rule in an interaction. */
export interface Problem {
  /** Path in the response body, for example `targets[].identity.user.id`, or in the interaction: `request.path`. */
  readonly path?: string
  /** Value that was found, never a secret. */
  readonly found: string
}

/** Violation of a rule in one of several pacts. */
export interface PactProblem extends Problem {
  readonly file: string
  readonly interaction?: string
}

/** Pact and its file. */
export interface NamedPact {
  readonly file: string
  readonly pact: PactFile
  readonly messages: readonly PactMessage[]
}
