/**
 * Returns the forms in which programs print a text: as it is, each of its lines, percent-encoded up to three times, as JSON, as
 * HTML, in hexadecimal, and in base64, alone or as a part of a longer text such as `user:password`.
 */
export function encodingsOf(text: string): string[] {
  const lines = text.split(/[\r\n]+/).filter((line) => line.length >= 8)
  const forms = [text, ...lines].flatMap((part) => [
    part,
    ...percentEncodings(part),
    ...jsonEncodings(part),
    ...htmlEncodings(part),
    ...hexEncodings(part),
    ...base64Encodings(part),
  ])
  return [...new Set(forms)]
}

function percentEncodings(text: string): string[] {
  const once = encodeURIComponent(text.toWellFormed())
  const strict = once.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  const form = new URLSearchParams([['', text]]).toString().slice(1)
  return [once, strict, form, encodeURI(text.toWellFormed())]
    .flatMap((encoded) => [
      encoded,
      encodeURIComponent(encoded),
      encodeURIComponent(encodeURIComponent(encoded)),
    ])
    .flatMap((encoded) => [
      encoded,
      encoded.replace(/%(?:25)*[\dA-F]{2}/g, (sequence) => sequence.toLowerCase()),
    ])
}

function jsonEncodings(text: string): string[] {
  const once = JSON.stringify(text).slice(1, -1)
  const escaped = [
    // Python and others.
    unicodeEscapes(once, /[^\x20-\x7e]/g),
    unicodeEscapes(once, /[^\x20-\x7e]|[<>&'+`]/g),
    // .NET.
    unicodeEscapes(once.replaceAll('\\"', '"'), /[^\x20-\x7e]|[<>&'+`"]/g),
    unicodeEscapes(text, /./gs),
  ].flatMap((encoded) => [encoded, upperCaseEscapes(encoded)])
  return [once, ...escaped, once.replaceAll('/', '\\/'), JSON.stringify(once).slice(1, -1)]
}

function unicodeEscapes(text: string, pattern: RegExp): string {
  return text.replace(pattern, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function upperCaseEscapes(text: string): string {
  return text.replace(/\\u([\da-f]{4})/g, (_, digits: string) => `\\u${digits.toUpperCase()}`)
}

/** Names of the characters that HTML and XML escape. */
const entities: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
}

function htmlEncodings(text: string): string[] {
  const named = text.replace(/[&<>"]/g, (character) => `&${entities[character]};`)
  const numbered = [/[&<>"']/gu, /[^A-Za-z\d]/gu, /./gsu].flatMap((pattern) => [
    text.replace(pattern, (character) => `&#${character.codePointAt(0)};`),
    text.replace(pattern, (character) => `&#x${character.codePointAt(0)?.toString(16)};`),
    text.replace(pattern, (character) => `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`),
  ])
  const quotes = ["'", '&#39;', '&#x27;', '&apos;'].map((quote) => named.replaceAll("'", quote))
  return [...quotes, ...quotes.map((quoted) => quoted.replaceAll('/', '&#x2F;')), ...numbered]
}

function hexEncodings(text: string): string[] {
  const hex = [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.length < 12 ? [] : [hex, hex.toUpperCase()]
}

/**
 * Returns the base64 of a text within a longer text: one for each of the three positions at which it can begin. Leaves out
 * the characters that depend on the text around it.
 */
function base64Encodings(text: string): string[] {
  const bytes = new TextEncoder().encode(text)
  return [0, 1, 2].flatMap((offset) => {
    const encoded = btoa('\0'.repeat(offset) + String.fromCharCode(...bytes))
    const start = Math.ceil((offset * 8) / 6)
    const end = Math.floor(((offset + bytes.length) * 8) / 6)
    const inner = encoded.slice(start, end)
    // A short part would match unrelated text.
    return inner.length < 8 ? [] : [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
}
