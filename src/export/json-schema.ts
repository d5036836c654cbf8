import * as z from 'zod'
import { propertyNamesOf } from '../model/index.ts'
import type { JsonObject } from '../model/json.ts'
import type { OptionKinds } from '../model/known-options.ts'
import { checkOptions } from '../read/check-options.ts'
import { invalidValue } from '../read/invalid-value.ts'
import { strict, tolerant } from '../read/mode.ts'
import { schemaOf } from '../schema/schema-of.ts'

/**
 * Options of {@link jsonSchema}.
 *
 * @example
 * ```ts
 * import { type JsonSchemaOptions, jsonSchema } from 'graph-call-testkit/export'
 *
 * const options: JsonSchemaOptions = { mode: 'strict' }
 * jsonSchema(options)
 * ```
 * Source: JSON Schema 2020-12.
 */
export interface JsonSchemaOptions {
  /** `'tolerant'` accepts what `readCall` accepts, `'strict'` what `readStrictCall` accepts. Defaults to `'tolerant'`. */
  readonly mode?: 'tolerant' | 'strict' | undefined
}

const optionKinds: OptionKinds<JsonSchemaOptions> = { mode: 'checked' }
const modes = { tolerant, strict } as const

/** Returns the schema itself. A compiled one is a copy, and then every property would have a definition of its own. */
const notCompiled = (schema: z.ZodType) => schema

/**
 * Returns a JSON Schema (2020-12) of a call. It accepts and rejects the same calls as `readCall` or `readStrictCall`.
 *
 * @returns a new schema, as JSON
 * @throws TypeError if an option is unknown, or the mode is neither `'tolerant'` nor `'strict'`
 * @example
 * ```ts
 * import { Ajv2020 } from 'ajv/dist/2020.js'
 * import { jsonSchema } from 'graph-call-testkit/export'
 *
 * const isCall = new Ajv2020({ strict: false, validateFormats: false }).compile(jsonSchema())
 * expect(isCall(call)).toBe(true)
 * ```
 * Sources: the model; JSON Schema 2020-12.
 */
export function jsonSchema(options: JsonSchemaOptions = {}): JsonObject {
  checkOptions('jsonSchema', options, optionKinds)
  const { mode = 'tolerant' } = options
  if (!Object.hasOwn(modes, mode)) {
    throw invalidValue('mode', mode, "'tolerant' or 'strict'")
  }
  const { $schema, ...schema } = z.toJSONSchema(schemaOf('call', modes[mode], notCompiled), { reused: 'ref' })
  return {
    $schema,
    title: `Call of Microsoft Graph (${mode})`,
    ...schema,
    // Without these two rules, an error or a list would be a call without properties.
    anyOf: propertyNamesOf('call').map((name) => ({ required: [name] })),
    not: {
      anyOf: [{ required: ['error'] }, { required: ['value'], properties: { value: { type: 'array' } } }],
    },
  }
}
