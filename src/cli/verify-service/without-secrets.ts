import type { Redact } from '../../output/redactor.ts'

/** Returns a JSON value without secrets in its texts and keys: the same value if it has none. */
export function withoutSecrets(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value)
  if (typeof value === 'number') return redact(String(value)) === String(value) ? value : null
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map((item) => withoutSecrets(item, redact))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  const entries = Object.entries(value)
  const safe = entries.map(([key, item]) => [redact(key), withoutSecrets(item, redact)] as const)
  const isSame = safe.every(
    ([key, item], index) => key === entries[index]?.[0] && item === entries[index]?.[1],
  )
  return isSame ? value : Object.fromEntries(safe)
}
