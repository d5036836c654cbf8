import * as z from 'zod'
import type { InteractionAnnotations } from '../interaction/annotations.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'

const text = z.string().refine((value) => value.trim() !== '', 'Expected text that is not empty.')

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
 * @throws {@link ContractDefinitionError} if one is invalid
 */
export function checkedAnnotations(option: string, value: InteractionAnnotations): InteractionAnnotations {
  const { success, data, error } = annotations.safeParse(value)
  if (success) return data
  const [issue] = error.issues
  throw new ContractDefinitionError(
    `Invalid ${[option, ...(issue?.path ?? [])].join('.')}: ${issue?.message}`,
  )
}
