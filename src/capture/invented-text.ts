import { type Draw, type Inventor, sameShape } from './inventor.ts'
import type { ReplacementKind } from './replacement.ts'
import { isPathWord, serviceHosts } from './vocabulary.ts'

/** A value in place of another one. */
interface InventedText {
  readonly text: string
  readonly kind: ReplacementKind
}

const guid = /^[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}$/i
const email = /^[^\s@:/?#]+@[^\s@:/?#]+\.[^\s@:/?#]+$/
const phone = /^\+[\d ().-]{6,20}$/
const url = /^([a-z][a-z\d+.-]*:\/\/)([^/?#]*)(.*)$/is
const keyOfPath = /^(\w+)\('(.*)'\)$/s

const firstNames = 'Mira Lee Noor Ida Jonas Tariq Wen Alma Otto Priya Sol Vera'.split(' ')
const lastNames = 'Holm Ash Berg Castro Dumas Eriks Falk Gray Hall Ito Jansen Kerr'.split(' ')

const word =
  /(?:token|secret|password|authorization|cookie|assertion|signature|replacementLink|replacesContext)$/i

/** Returns an invented text of the same shape. */
export function inventedText(original: string, key: string, inventor: Inventor): InventedText {
  if (guid.test(original)) return { kind: 'guid', text: inventedGuid(original, inventor) }
  if (url.test(original) || original.startsWith('/')) {
    return { kind: 'url', text: inventedUrl(original, inventor) }
  }
  const text = (draw: Draw) => sameShape(original, draw)
  if (phone.test(original)) return { kind: 'phone', text: inventor.invent('text', original, text) }
  if (email.test(original)) {
    const [local = ''] = original.split('@', 1)
    const make = (draw: Draw) => `${sameShape(local, draw)}@contoso.example`
    return { kind: 'email', text: inventor.invent('email', original, make) }
  }
  if (/^display_?name$/i.test(key) && /\p{L}/u.test(original)) {
    return { kind: 'name', text: inventor.invent('name', original, inventedName) }
  }
  return { kind: word.test(key) ? 'token' : 'text', text: inventor.invent('text', original, text) }
}

function inventedName(draw: Draw): string {
  const initial = String.fromCharCode(65 + draw(26))
  return `${firstNames[draw(firstNames.length)]} ${initial}. ${lastNames[draw(lastNames.length)]}`
}

/** Replaces the digits of a GUID. Both spellings, with and without hyphens, get the same digits. */
function inventedGuid(original: string, inventor: Inventor): string {
  const plain = original.replaceAll('-', '').toLowerCase()
  const digits = inventor.invent('guid', plain, (draw) =>
    Array.from(plain, () => draw(16).toString(16)).join(''),
  )
  let at = 0
  const text = original.replace(/[\da-f]/gi, () => digits.charAt(at++))
  return original === original.toUpperCase() ? text.toUpperCase() : text
}

function inventedUrl(original: string, inventor: Inventor): string {
  const [, scheme = '', host = '', rest = original] = url.exec(original) ?? []
  const [path = '', query] = rest.split(/\?(.*)/s)
  return [
    scheme,
    scheme === '' ? '' : inventedHost(host, inventor),
    path
      .split(/([/#])/)
      .map((part) => inventedSegment(part, inventor))
      .join(''),
    query === undefined ? '' : `?${inventor.invent('text', query, (draw) => sameShape(query, draw))}`,
  ].join('')
}

function inventedHost(host: string, inventor: Inventor): string {
  if (host === '' || serviceHosts.has(host.toLowerCase())) return host
  return inventor.invent(
    'host',
    host.toLowerCase(),
    (draw) => `${sameShape('bot-000000', draw)}.contoso.example`,
  )
}

/** Replaces a segment of a path in the same way as an ID in a property, so that they still match. */
function inventedSegment(segment: string, inventor: Inventor): string {
  if (segment === '' || segment === '/' || segment === '#' || isPathWord(segment)) return segment
  const [, name, key] = keyOfPath.exec(segment) ?? []
  if (name !== undefined && key !== undefined) {
    const shown = isPathWord(name) ? name : inventedSegment(name, inventor)
    return `${shown}('${inventedSegment(key.replaceAll("''", "'"), inventor).replaceAll("'", '%27')}')`
  }
  const plain = decoded(segment)
  const { text } = inventedText(plain.replace(/^\/+/, ''), 'id', inventor)
  return encodeURIComponent(text.toWellFormed())
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
