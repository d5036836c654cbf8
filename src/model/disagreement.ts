/** Statement of a source about a fact. */
export interface Claim {
  readonly says: string
  /** Page and section, metadata type and property, or report. */
  readonly origin: string
}

/** Fact about which documentation, metadata and reports say different things. */
export interface Disagreement {
  readonly topic: string
  /** Names of the model: types, `Type.property`, `enum.member`, actions and `action.parameter`. */
  readonly subjects: readonly string[]
  readonly documented?: Claim
  readonly metadata?: Claim
  readonly reported?: Claim
  /** Behavior of this package. */
  readonly choice: string
}
