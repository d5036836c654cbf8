import { inventedUrl } from './invented-url.ts'
import { type Draw, type Inventor, isReplaceable, sameShape } from './inventor.ts'
import type { ReplacementKind } from './replacement.ts'
import { hasSameFormats, kindOf } from './text-kinds.ts'
import { isPublicWord } from './vocabulary.ts'

/** A value in place of another one. */
interface InventedText {
  readonly text: string
  readonly kind: ReplacementKind
}

const firstNames = 'Mira Lee Noor Ida Jonas Tariq Wen Alma Otto Priya Sol Vera'.split(' ')
const lastNames = 'Holm Ash Berg Castro Dumas Eriks Falk Gray Hall Ito Jansen Kerr'.split(' ')

/** Identity of the older Skype format or of a chat, such as `8:orgid:{id}` and `28:{id}`. */
const identityPrefix = /^\d{1,2}:(?:(?:orgid|acs|live|bot):)?(?=.)/
const threadId = /^19:(?:meeting_)?(?=.)/
const scheme = /^(?:sips?|mailto|tel):(?=.)/i

/** Levels of texts in a text, such as the id in `tel:8:orgid:{id}`. A deeper one is part of the text around it. */
const maximumLevels = 10

/** Returns an invented text of the same shape. It is of the same kind, and passes the same checks of formats. */
export function inventedText(
  original: string,
  key: string,
  inventor: Inventor,
  levels = maximumLevels,
): InventedText {
  const kind = kindOf(original, key)
  return {
    kind,
    text: isReplaceable(original) ? inventedOf(kind, original, key, inventor, levels) : original,
  }
}

function inventedOf(
  kind: ReplacementKind,
  original: string,
  key: string,
  inventor: Inventor,
  levels: number,
): string {
  if (levels === 0) return shaped(original, key, inventor)
  const inside = (text: string) => inventedText(text, 'id', inventor, levels - 1).text
  switch (kind) {
    case 'guid':
      return inventedGuid(original, inventor)
    case 'url': {
      const made = inventedUrl(original, inventor, inside)
      return hasSameFormats(original, made) ? made : shaped(original, key, inventor)
    }
    case 'phone':
      return inventedPhone(original, inventor)
    case 'email': {
      const [local = ''] = original.split('@', 1)
      return inventor.invent('email', original, (draw) => `${sameShape(local, draw)}@contoso.example`)
    }
    case 'name':
      return inventor.invent('name', original, inventedName)
    default:
      return inventedPlainText(original, key, inventor, inside)
  }
}

function inventedPlainText(
  original: string,
  key: string,
  inventor: Inventor,
  inside: (text: string) => string,
): string {
  const [prefix = ''] =
    threadId.exec(original) ?? identityPrefix.exec(original) ?? scheme.exec(original) ?? []
  if (prefix === '') return shaped(original, key, inventor)
  const rest = original.slice(prefix.length)
  const suffix = /@thread\.(?:v2|skype|tacv2)$/.exec(rest)?.[0] ?? ''
  const inner = rest.slice(0, rest.length - suffix.length)
  if (!isReplaceable(inner)) return shaped(original, key, inventor)
  const made = `${prefix}${inside(inner)}${suffix}`
  return hasSameFormats(original, made) ? made : shaped(original, key, inventor)
}

/** Returns a text of the same shape that is of the same kind. */
function shaped(original: string, key: string, inventor: Inventor): string {
  const kind = kindOf(original, key)
  return inventor.invent(
    'text',
    original,
    (draw) => sameShape(original, draw),
    (made) =>
      hasSameFormats(original, made) && (kind === 'url' || kindOf(made, key) === kind) && !isPublicWord(made),
  )
}

function inventedName(draw: Draw): string {
  const initial = String.fromCharCode(65 + draw(26))
  return `${firstNames[draw(firstNames.length)]} ${initial}. ${lastNames[draw(lastNames.length)]}`
}

/** Returns a number that nobody has. Source: North American Numbering Plan, 555-0100 to 555-0199. */
function inventedPhone(original: string, inventor: Inventor): string {
  const [prefix = ''] = /^(?:tel:)?\+?/i.exec(original) ?? []
  const number = original.slice(prefix.length)
  const digits = number.replace(/\D/g, '')
  const made = inventor.invent('phone', digits, (draw) => {
    const area = `${2 + draw(8)}${draw(10)}${draw(10)}`
    return `1${area}55501${draw(10)}${draw(10)}`
  })
  if (digits.length !== made.length) return `${prefix}${made}`
  let at = 0
  return `${prefix}${number.replace(/\d/g, () => made.charAt(at++))}`
}

/** Replaces the digits of a GUID. Its spellings, with and without hyphens and in either case, get the same digits. */
function inventedGuid(original: string, inventor: Inventor): string {
  const plain = original.replaceAll('-', '').toLowerCase()
  const digits = inventor.invent('guid', plain, (draw) =>
    Array.from(plain, () => draw(16).toString(16)).join(''),
  )
  let at = 0
  const text = original.replace(/[\da-f]/gi, () => digits.charAt(at++))
  return original === original.toUpperCase() ? text.toUpperCase() : text
}
