/** What came of holding a pact against something. */
export interface Verification {
  readonly against: 'virtual tenant' | 'schema'
  /** What such a check can show: that this package agrees with itself, or that bodies have the published shape. */
  readonly shows: 'self-consistency' | 'shape'
  readonly passed: boolean
  readonly interactions: readonly {
    readonly description: string
    readonly passed: boolean
    readonly findings: readonly Finding[]
  }[]
}

/** One difference between a pact and what it was held against. */
export interface Finding {
  /** The part of the interaction that differs. */
  readonly where: 'request' | 'response' | 'provider state'
  /** A `$metadata` document differs; absent where the schema, the virtual tenant or a service does. */
  readonly against?: 'metadata'
  /** In the body, e.g. `targets[].identity`; or `status`, or the name of a header or a provider state. */
  readonly path: string
  /** What the pact says; of the shape, what the schema or the document declares. */
  readonly expected: string
  /** What was found; of the shape, what the pact has there. */
  readonly actual: string
  /** The difference in Pact's words, where Pact found it. */
  readonly message?: string
}
