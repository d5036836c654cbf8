import type * as z from 'zod'

/**
 * A view of a call that tells what is read of it, as a contract finds its reads. A check is no read: the readings look
 * at what is viewed, and what they make of it is viewed the same.
 */
export interface Observation {
  readonly value: unknown
  viewOf(value: unknown): unknown
}

/** Registered, so that the ESM and the CommonJS copy of this package know each other's views. */
export const observation: unique symbol = Symbol.for('graph-call-testkit.observation')

/** What a view shows; anything else is itself. */
export function observed(value: unknown): unknown {
  return observationOf(value)?.value ?? value
}

/** Lets a schema look at what a view shows. */
export function unobserved(schema: z.ZodType): z.ZodType {
  const { run } = schema._zod
  schema._zod.run = (payload, context) => {
    const view = observationOf(payload.value)
    if (!view) return run(payload, context)
    const result = run({ ...payload, value: view.value }, context)
    if (result instanceof Promise)
      return result.then((settled) => ({ ...settled, value: view.viewOf(settled.value) }))
    return { ...result, value: view.viewOf(result.value) }
  }
  return schema
}

function observationOf(value: unknown): Observation | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  try {
    const view: Observation | undefined = Reflect.get(value, observation)
    return view
  } catch {
    return undefined // A proxy that throws is a matter of the reading.
  }
}
