/**
 * Returns a UUID that is the same for the same name, so that exports do not change without a reason. Like version 8, it has
 * no meaning for others.
 *
 * Sources: FNV-1a; UUIDs (RFC 9562, 5.8).
 */
export function stableUuid(name: string): string {
  const digits = [0, 1, 2, 3].map((salt) => hash(`${salt} ${name}`).toString(16).padStart(8, '0')).join('')
  const groups = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
  ]
  return [...groups, digits.slice(20, 32)].join('-')
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}
