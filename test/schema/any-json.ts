import fc from 'fast-check'
import { isJsonObject } from '../../src/model/json.ts'

const builtInKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length']
const callKeys = [
  'source',
  'identity',
  'user',
  'mediaConfig',
  'error',
  'innerError',
  'targets',
  'id',
  '@odata.type',
]
/** Property names of calls, names of built-in properties, and random names. */
export const anyKey = fc.oneof(fc.constantFrom(...builtInKeys), fc.constantFrom(...callKeys), fc.string())
/** Generates any JSON value. */
export const { json: anyJson } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, 0, -0, 1.5, 2 ** 63, '', 'text'),
    fc.array(tie('json'), { maxLength: 3 }),
    // Entries, because fc.dictionary sets the prototype if a key is `__proto__`.
    fc.array(fc.tuple(anyKey, tie('json')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}))

/** Returns a copy without `__proto__` keys, which a schema can drop. */
export function withoutProto(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProto)
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value).filter(([key]) => key !== '__proto__')
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutProto(inner)]))
}
