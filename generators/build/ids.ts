import type { Build } from '../choices/choices.ts'

/** A GUID, as most ids are. The simplest is the one that the documentation shows in this place. */
export function guid(documented: string): Build<string> {
  return (choices) => {
    const word = choices.word()
    return word === 0 ? documented : guidOf(word)
  }
}

const digits = '0123456789abcdef'
const digitCodes = Uint8Array.from(digits, (digit) => digit.charCodeAt(0))
const hyphen = 45

/** Four words of bits from one (the finaliser of MurmurHash3 spreads it), then a random GUID (RFC 9562, version 4). */
function guidOf(word: number): string {
  const a = spread(word)
  const b = spread(word ^ 0x9e3779b9)
  const c = spread(word ^ 0x85ebca6b)
  const d = spread(word ^ 0xc2b2ae35)
  return String.fromCharCode(
    digit(a, 28),
    digit(a, 24),
    digit(a, 20),
    digit(a, 16),
    digit(a, 12),
    digit(a, 8),
    digit(a, 4),
    digit(a, 0),
    hyphen,
    digit(b, 28),
    digit(b, 24),
    digit(b, 20),
    digit(b, 16),
    hyphen,
    52,
    digit(b, 8),
    digit(b, 4),
    digit(b, 0),
    hyphen,
    digit((c & 0x3fffffff) | 0x80000000, 28),
    digit(c, 24),
    digit(c, 20),
    digit(c, 16),
    hyphen,
    digit(c, 12),
    digit(c, 8),
    digit(c, 4),
    digit(c, 0),
    digit(d, 28),
    digit(d, 24),
    digit(d, 20),
    digit(d, 16),
    digit(d, 12),
    digit(d, 8),
    digit(d, 4),
    digit(d, 0),
  )
}

function digit(word: number, shift: number): number {
  return digitCodes[(word >>> shift) & 15] ?? hyphen
}

function spread(word: number): number {
  let bits = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

const callGuid = guid('2e1a0b00-2db4-4022-9570-243709c565ab')

/** The id of a call: a GUID (documented), or 32 hexadecimal digits (reported). */
export const callId: Build<string> = (choices) => {
  const bare = choices.flag(1 / 4)
  const id = callGuid(choices)
  return bare ? id.replaceAll('-', '') : id
}

const chainGuid = guid('d8217646-3110-40b1-bae6-e9ac6c3f74a4')

/** The id of a call chain: a GUID (documented), or one with digits missing, such as `d17646-3110-40b1-bae6-e9ac6c3f74` (reported). */
export const callChainId: Build<string> = (choices) => {
  const short = choices.flag(1 / 4)
  const id = chainGuid(choices)
  return short ? id.slice(2, -2) : id
}

/** The id of a participant within a call. */
export const participantId = guid('499ff390-7a72-40e8-83a0-8fac6295ae7e')

/** The id of a tenant. */
export const tenantId = guid('4b7c3b8a-1ed5-4969-b8f4-671149918799')

/** The number of a phone, as the id of its identity: E.164, now and then as Skype for Business wrote it. */
export const phoneNumber: Build<string> = (choices) => {
  const prefix = choices.pick(['+', '4:+', ''])
  return `${prefix}1425555${String(100 + choices.below(100)).padStart(4, '0')}`
}
