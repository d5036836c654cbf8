import * as z from 'zod'

/** Key in the comments of an interaction. Pact keeps comments that it does not know. */
const key = 'graph-call-testkit'

const marked = z.object({ comments: z.object({ [key]: z.object({ definition: z.string() }) }) })

/**
 * Adds the hash of its definition to the comments of an interaction. It shows later that this package wrote the interaction,
 * and if the definition has changed since.
 */
export function withOrigin<T extends object>(interaction: T, definition: string): T {
  const { comments }: { comments?: object } = interaction
  return { ...interaction, comments: { ...comments, [key]: { definition } } }
}

/** Returns an interaction without the hash of its definition. */
export function withoutOrigin<T extends object>(interaction: T): object {
  const { comments, ...rest }: { comments?: object } = { ...interaction }
  const { [key]: _origin, ...others }: Record<string, unknown> = { ...comments }
  return Object.keys(others).length > 0 ? { ...rest, comments: others } : rest
}

/** Returns the hash of the definition of an interaction, or `undefined` if another tool wrote the interaction. */
export function originOf(interaction: unknown): string | undefined {
  return marked.safeParse(interaction).data?.comments[key]?.definition
}
