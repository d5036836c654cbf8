import { formats, integerText } from '../model/formats.ts'
import type { ReplacementKind } from './replacement.ts'
import { isPathWord } from './vocabulary.ts'

export const guidText = /^[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}$/i
export const emailText = /^[^\s@:/?#]+@(?:[^\s@:/?#.]+\.)+[^\s@:/?#.]+$/
const phone = /^(?:tel:)?\+\d[\d ().-]{5,19}$|^tel:[\d ().-]{6,20}$/
const url = /^[a-z][a-z\d+.-]*:\/\//i

/** Keys of paths and URLs, which can be relative. */
const urlKey = /^(?:@odata\.(?:context|id|nextLink)|resource(?:Url)?|ur[il]|path|callbackUri)$/i
const tokenKey =
  /(?:token|secret|password|authorization|cookie|assertion|signature|replacementLink|replacesContext|clientVersion)$/i

/** Returns the kind of a text. `key` is the name of the property that has it. */
export function kindOf(text: string, key: string): ReplacementKind {
  if (guidText.test(text)) return 'guid'
  if (isUrl(text, key)) return 'url'
  if (phone.test(text)) return 'phone'
  if (emailText.test(text)) return 'email'
  if (/^display_?name$/i.test(key) && /[A-Za-z]|\P{ASCII}/u.test(text)) return 'name'
  return tokenKey.test(key) ? 'token' : 'text'
}

function isUrl(text: string, key: string): boolean {
  if (url.test(text) || text.startsWith('/')) return true
  return /[/#]/.test(text) && (urlKey.test(key) || text.split(/[/#]/).some(isPathWord))
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d)?$/

/** True for a date with a time. */
export const isDateTime = (text: string) => dateTime.test(text)

const checked = [...Object.values(formats), integerText].map((pattern) => new RegExp(pattern))

/** True if the checks of formats give the same result for both texts. */
export function hasSameFormats(text: string, other: string): boolean {
  return (
    checked.every((pattern) => pattern.test(text) === pattern.test(other)) &&
    isDateTime(text) === isDateTime(other)
  )
}
