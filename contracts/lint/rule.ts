import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'

/** One thing that goes wrong with pacts, and how to see it. */
export interface LintRule {
  /** What goes wrong when a pact has it. */
  readonly why: string
  /** How to mend it. */
  readonly fix: string
}

/** A rule that looks at one interaction at a time. */
export interface InteractionRule extends LintRule {
  readonly check: (interaction: PactInteraction) => readonly Problem[] | Promise<readonly Problem[]>
}

/** A rule that looks at all pacts at once. */
export interface PactsRule extends LintRule {
  readonly check: (pacts: readonly NamedPact[], definition?: ContractDefinition) => readonly PlacedProblem[]
}

/** What a rule saw. */
export interface Problem {
  /** In the body of the answer, e.g. `targets[].identity.user.id`, or in the interaction: `request.path`. */
  readonly path?: string
  /** What stands there; never a secret. */
  readonly found: string
}

/** What a rule saw, and in which pact. */
export interface PlacedProblem extends Problem {
  readonly file: string
  readonly interaction?: string
}

/** A pact, and where its text comes from. */
export interface NamedPact {
  readonly file: string
  readonly pact: PactFile
}

/** What a pact should hold: a contract of `defineCallContract`, or as much of one. */
export interface ContractDefinition {
  /** The name of the consumer. */
  readonly consumer: string
  /** Any provider unless said. */
  readonly provider?: string
  /** Each by its description: a pact that has others is stale. */
  readonly interactions: readonly { readonly description: string }[]
}
