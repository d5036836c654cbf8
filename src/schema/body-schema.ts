import type * as z from 'zod'
import { core, ZodLazy } from 'zod'
import { type CheckTarget, checkTargetOf } from '../read/check-target.ts'
import { isExpectedBody, otherBody } from '../read/other-bodies.ts'

/** Definition of a {@link BodySchema}: `type` is the type of the body in the model. */
interface BodyDefinition extends z.core.$ZodLazyDef {
  readonly body: string
}

/**
 * Constructor of a lazy schema of a complete body. It rejects other bodies, which an open type would accept, and checks the
 * {@link checkTargetOf target} of its input, if the input has one.
 */
const BodySchema: z.core.$constructor<z.ZodLazy, BodyDefinition> = core.$constructor(
  'BodySchema',
  (schema, definition) => {
    ZodLazy.init(schema, definition)
    const { parse } = schema._zod
    schema._zod.parse = (payload, context) => {
      const target = checkTargetOf(payload.value)
      const checked = target ? { ...payload, value: target.value } : payload
      if (addOtherBody(definition.body, checked)) return payload
      const result = parse(checked, context)
      if (!target) return result
      return result instanceof Promise
        ? result.then((payload) => wrapped(payload, target))
        : wrapped(result, target)
    }
  },
)

/** Adds an issue and returns true if the value is another body than `type`. */
function addOtherBody(type: string, { value, issues }: z.core.ParsePayload): boolean {
  const other = isExpectedBody(type) ? otherBody(type, value) : undefined
  if (!other) return false
  const { path, expected, found, fix } = other
  issues.push({
    code: 'custom',
    path: [...path],
    input: value,
    message: `Expected ${expected}, found ${found}. ${fix}`,
  })
  return true
}

function wrapped(payload: z.core.ParsePayload, target: CheckTarget): z.core.ParsePayload {
  return { ...payload, value: target.wrap(payload.value) }
}

/** Creates the schema of a body of the type `body`. `getter` returns the schema of its content, and is called on the first check. */
export function bodySchema(body: string, getter: () => z.ZodType): z.ZodType {
  return new BodySchema({ type: 'lazy', getter, body })
}
