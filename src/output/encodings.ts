/**
 * Returns the forms in which programs print a text and each of its lines: as it is, percent-encoded once and twice, as JSON
 * and as HTML. The base64 is also that of a part of a longer text, such as `user:password`.
 */
export function encodingsOf(text: string): string[] {
  const lines = text.split(/[\r\n]+/).filter((line) => line.length >= 8)
  return [text, ...lines].flatMap((part) => [
    part,
    ...percentEncodings(part),
    ...jsonEncodings(part),
    htmlEncoding(part),
    ...base64Encodings(part),
  ])
}

function percentEncodings(text: string): string[] {
  const once = encodeURIComponent(text.toWellFormed())
  const strict = once.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  const form = new URLSearchParams([['', text]]).toString().slice(1)
  return [once, strict, form, encodeURI(text.toWellFormed())]
    .flatMap((encoded) => [encoded, encodeURIComponent(encoded)])
    .flatMap((encoded) => [
      encoded,
      encoded.replace(/%(?:25)?[\dA-F]{2}/g, (sequence) => sequence.toLowerCase()),
    ])
}

function jsonEncodings(text: string): string[] {
  const once = JSON.stringify(text).slice(1, -1)
  const ascii = once.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return [once, ascii, once.replaceAll('/', '\\/'), JSON.stringify(once).slice(1, -1)]
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function htmlEncoding(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
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
