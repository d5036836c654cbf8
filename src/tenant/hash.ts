/**
 * Returns a 32-bit hash of a text, the same on every machine. It is not cryptographic, so it does not protect a secret.
 *
 * Sources: FNV-1a (32 bits, over UTF-16 code units), followed by the finalizer of MurmurHash3: ids mostly differ in their
 * last characters, and FNV-1a alone spreads those over few bits.
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
