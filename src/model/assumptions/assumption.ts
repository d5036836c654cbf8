/** Question that no source answers, and what the virtual tenant does. */
export interface Assumption {
  readonly topic: string
  /** Question that documentation, metadata and reports leave open. */
  readonly unknown: string
  /** Behavior of the virtual tenant. */
  readonly choice: string
  /** Names of the model that it is about: types, `Type.property`, members, actions, codes and results. */
  readonly about: readonly string[]
}
