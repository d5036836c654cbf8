/** Kinds of bodies that `generate` can write. */
export const contents = ['calls', 'faulty', 'lifecycle', 'notifications', 'errors'] as const

/** Options for the bodies of `generate`. A worker gets a copy of them. */
export interface BodyOptions {
  readonly content: (typeof contents)[number]
  readonly seed: number
  readonly kind?: string | undefined
  readonly state?: string | undefined
}

/** Elements from an index up to another one, which is not included. */
export interface Range {
  readonly from: number
  readonly to: number
}
