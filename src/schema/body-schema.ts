import type * as z from 'zod'
import { core, ZodLazy } from 'zod'
import { type CheckTarget, checkTargetOf } from '../read/check-target.ts'

/** Constructor of a lazy schema that checks the {@link checkTargetOf target} of its input, if the input has one. */
const BodySchema: z.core.$constructor<z.ZodLazy> = core.$constructor('BodySchema', (schema, definition) => {
  ZodLazy.init(schema, definition)
  const { parse } = schema._zod
  schema._zod.parse = (payload, context) => {
    const target = checkTargetOf(payload.value)
    if (!target) return parse(payload, context)
    const result = parse({ ...payload, value: target.value }, context)
    return result instanceof Promise
      ? result.then((payload) => wrapped(payload, target))
      : wrapped(result, target)
  }
})

function wrapped(payload: z.core.ParsePayload, target: CheckTarget): z.core.ParsePayload {
  return { ...payload, value: target.wrap(payload.value) }
}

/** Creates the schema of a complete body. `getter` returns the schema of its content, and is called on the first check. */
export function bodySchema(getter: () => z.ZodType): z.ZodType {
  return new BodySchema({ type: 'lazy', getter })
}
