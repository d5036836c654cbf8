/**
 * Notes about an interaction, which Pact stores in the pact. None of them changes what is compared.
 *
 * @example
 * ```ts
 * import type { InteractionAnnotations } from 'graph-call-testkit/contracts'
 *
 * const annotations: InteractionAnnotations = {
 *   description: 'a request for the meeting that the bot records',
 *   testName: 'records a meeting',
 *   comments: ['The bot joins 2 minutes before the start.'],
 *   references: { issues: { feature: 'BOT-42' } },
 * }
 * ```
 * Source: Pact Specification V4, interactions.
 */
export interface InteractionAnnotations {
  /** Description in the pact. It must be unique in the contract. Defaults to `a request for a call (NAME)`. */
  readonly description?: string | undefined
  /** Unique key, by which other tools find the interaction even if its description changes. */
  readonly key?: string | undefined
  /** True if the provider may fail the interaction without failing its verification. Defaults to false. */
  readonly pending?: boolean | undefined
  /** Name of the test that runs the interaction: `comments.testname` in the pact. */
  readonly testName?: string | undefined
  /** Comments for people who read the pact: `comments.text`. */
  readonly comments?: readonly string[] | undefined
  /** References to other systems, such as issues, by group and name: `comments.references`. */
  readonly references?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined
}

/** The part of Pact's builder that takes annotations. */
interface AnnotatedBuilder {
  pending(pending: boolean): unknown
  comment(text: string): unknown
  testName(name: string): unknown
  reference(group: string, name: string, value: string): unknown
}

/** Passes annotations to Pact, except for `description` and `key`. */
export function annotate(
  builder: AnnotatedBuilder,
  { pending, testName, comments = [], references = {} }: InteractionAnnotations,
): void {
  if (pending !== undefined) builder.pending(pending)
  if (testName !== undefined) builder.testName(testName)
  for (const text of comments) builder.comment(text)
  for (const [group, values] of Object.entries(references)) {
    for (const [name, value] of Object.entries(values)) builder.reference(group, name, value)
  }
}
