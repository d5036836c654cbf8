import * as z from 'zod'
import type { InteractionAnnotations } from '../interaction/annotations.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'

/** Text that Pact can write: its native library cuts a text at a NUL character. */
const text = z
  .string()
  .refine((value) => value.trim() !== '', 'Expected text that is not empty.')
  .refine(
    (value) => !/[\0\p{Cs}]/u.test(value),
    'Expected text without NUL characters and halves of surrogate pairs.',
  )

const annotations = z.object({
  description: text.optional(),
  key: text.optional(),
  pending: z.boolean().optional(),
  testName: text.optional(),
  comments: z.array(text).optional(),
  references: z.record(text, z.record(text, text)).optional(),
})

/**
 * Checks the annotations of an interaction. Pact would write other values than these into the pact, or none.
 *
 * @throws a {@link ContractDefinitionError} if one is invalid
 */
export function checkedAnnotations(option: string, value: InteractionAnnotations): InteractionAnnotations {
  const { success, data, error } = annotations.safeParse(value)
  if (success) return data
  const [issue] = error.issues
  const path = issue?.path ?? []
  const name = [option, ...path].join('.')
  const found = path.reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), value)
  throw new ContractDefinitionError(`Invalid ${name}: ${issue?.message}`, { option: name, value: found })
}
