import { integerText } from '../model/formats.ts'
import { isKnownTag } from '../model/index.ts'

const integerTextPattern = new RegExp(integerText)

/** True for every object that is not an array, as zod's object schemas accept it. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True for an integer of 32 bits. */
export function isInt32(value: unknown): boolean {
  return typeof value === 'number' && value === (value | 0)
}

/** True for an integer in a JSON string. */
export function isIntegerText(value: unknown): boolean {
  return typeof value === 'string' && integerTextPattern.test(value)
}

/** True for an `@odata.type` that names a type which the model does not have. */
export function isUnknownTag(value: unknown): boolean {
  return typeof value === 'string' && !isKnownTag(value)
}
