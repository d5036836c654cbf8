import type * as z from 'zod'
import { core, ZodLazy } from 'zod'
import { checkTargetOf } from '../read/check-target.ts'

/** Constructor of a lazy schema that checks the {@link checkTargetOf target} of its input, if the input has one. */
const BodySchema: z.core.$constructor<z.ZodLazy> = core.$constructor('BodySchema', (schema, definition) => {
  ZodLazy.init(schema, definition)
  const { parse } = schema._zod
  schema._zod.parse = (payload, context) => {
    const target = checkTargetOf(payload.value)
    if (!target) return parse(payload, context)
    const result = parse({ ...payload, value: target.value }, context)
    return result instanceof Promise ? result.then(wrapped) : wrapped(result)

    function wrapped(checked: z.core.ParsePayload): z.core.ParsePayload {
      return { ...checked, value: target?.wrap(checked.value) }
    }
  }
})

/** Makes the schema of a whole body. `getter` returns the schema of its content, and is called at the first check. */
export function bodySchema(getter: () => z.ZodType): z.ZodType {
  return new BodySchema({ type: 'lazy', getter })
}
