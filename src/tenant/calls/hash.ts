/**
 * 32 bits of a text, the same on every machine. It leads back to nothing, and keeps no secret.
 *
 * Sources: FNV-1a, 32 bits, over UTF-16 code units; then the finalizer of MurmurHash3, since the last letters of a text, in
 * which ids mostly differ, would reach few of the bits.
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
