import type { Build } from './choices/choices.ts'

/** Returns a builder of GUIDs: the documented one, or the same with other first digits. */
export function guid(documented: string): Build<string> {
  const rest = documented.slice(8)
  return (choices) => {
    const word = choices.word()
    return word === 0 ? documented : eightDigits(word) + rest
  }
}

/** Formats 32 bits in hexadecimal. Three times as fast as `toString(16)`. */
export function eightDigits(word: number): string {
  return String.fromCharCode(
    digits[word >>> 28] ?? 0,
    digits[(word >>> 24) & 15] ?? 0,
    digits[(word >>> 20) & 15] ?? 0,
    digits[(word >>> 16) & 15] ?? 0,
    digits[(word >>> 12) & 15] ?? 0,
    digits[(word >>> 8) & 15] ?? 0,
    digits[(word >>> 4) & 15] ?? 0,
    digits[word & 15] ?? 0,
  )
}

const digits = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0))

const callGuid = guid('2e1a0b00-2db4-4022-9570-243709c565ab')

/** Builds the id of a call: a GUID (documented), or 32 hexadecimal digits (reported). */
export const callId: Build<string> = (choices) => {
  const bare = choices.flag(1 / 4)
  const id = callGuid(choices)
  return bare ? id.replaceAll('-', '') : id
}

/** Builds the id of a call in a notification: 32 hexadecimal digits are in upper case there (reported). */
export const notifiedCallId: Build<string> = (choices) => {
  const id = callId(choices)
  return id.includes('-') ? id : id.toUpperCase()
}

const chainGuid = guid('d8217646-3110-40b1-bae6-e9ac6c3f74a4')

/** Builds the id of a call chain: a GUID (documented), or a shorter form: `d17646-3110-40b1-bae6-e9ac6c3f74` (reported). */
export const callChainId: Build<string> = (choices) => {
  const short = choices.flag(1 / 4)
  const id = chainGuid(choices)
  return short ? id.slice(2, -2) : id
}

/** Builds the id of a participant in a call. */
export const participantId = guid('499ff390-7a72-40e8-83a0-8fac6295ae7e')

/** Builds the id of a tenant. */
export const tenantId = guid('4b7c3b8a-1ed5-4969-b8f4-671149918799')

/** Composes an area code of North America. Numbers 555-0100 to 555-0199 belong to nobody there. */
const areaCode: Build<string> = (choices) => String(201 + choices.below(799))

/**
 * Builds a phone number, the id of a phone identity: E.164, or a form of Skype for Business. Nobody has these numbers. Sources: North
 * American Numbering Plan, 555-0100 to 555-0199; Ofcom, 01632 960000 to 960999; Bundesnetzagentur, (0)30 23125000 to 23125999.
 */
export const phoneNumber: Build<string> = (choices) => {
  const prefix = choices.pick(['+', '4:+', ''])
  const area = choices.pickOr(['425'], areaCode)
  const line = 100 + choices.below(100)
  const country = choices.mostly(1, 3, 1 / 3)
  return prefix + [`1${area}5550${line}`, `441632960${line}`, `493023125${line}`][country]
}
