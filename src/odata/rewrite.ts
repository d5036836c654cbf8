import { declarationOf, type ValueType } from '../model/index.ts'
import { isObject, type JsonObject } from './json.ts'
import { actualTypeOf } from './type-names.ts'

/** What is made of the values of a body; what is not named stays as it is. */
export interface Rewriting {
  /** Of a value that is neither null, nor an object, nor a collection of the description. */
  readonly value?: (value: unknown, type: ValueType) => unknown
  /** Of an object, after its values were rewritten. */
  readonly object?: (object: JsonObject, type: string) => JsonObject
}

/** A body with its described values rewritten, at every depth. */
export function rewrite(body: JsonObject, type: string, rewriting: Rewriting): JsonObject {
  const actual = actualTypeOf(body, type)
  const rewritten = Object.fromEntries(
    Object.entries(body).map(([key, value]) => {
      const declared = declarationOf(actual, key)?.property
      return [key, declared ? rewriteValue(value, declared.type, rewriting) : value]
    }),
  )
  return rewriting.object?.(rewritten, actual) ?? rewritten
}

function rewriteValue(value: unknown, type: ValueType, rewriting: Rewriting): unknown {
  if (value === null) return value
  if (type.kind === 'collection' && Array.isArray(value)) {
    return value.map((item) => rewriteValue(item, type.of, rewriting))
  }
  if (type.kind === 'object' && isObject(value)) return rewrite(value, type.name, rewriting)
  return rewriting.value?.(value, type) ?? value
}
