import fc from 'fast-check'
import { isJsonObject } from '../../src/model/json.ts'

const hostileKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length']
const realKeys = [
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
/** Names that a call has, names that hurt, and any other. */
export const anyKey = fc.oneof(fc.constantFrom(...hostileKeys), fc.constantFrom(...realKeys), fc.string())
/** Whatever JSON can hold. */
export const { json: anyJson } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, 0, -0, 1.5, 2 ** 63, '', 'text'),
    fc.array(tie('json'), { maxLength: 3 }),
    // Entries, since fc.dictionary would set the prototype where a key is `__proto__`.
    fc.array(fc.tuple(anyKey, tie('json')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}))

/** A copy without the keys `__proto__`, which a reading may drop. */
export function withoutProto(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProto)
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value).filter(([key]) => key !== '__proto__')
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutProto(inner)]))
}
