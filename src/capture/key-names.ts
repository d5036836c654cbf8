import { emailText, guidText } from './text-kinds.ts'

/** Name that a program has chosen: letters, few digits, and the punctuation of annotations. */
const plainName = /^[@$#]?[\p{L}_][\p{L}\p{M}\d_.:@-]{0,79}$/u
const annotation = /^[^@]*@(?:odata|microsoft|com)\.[\w.]+$/

/** True for the name of a property. Other keys can be data, for example the ID or the address of a user. */
export function isName(key: string): boolean {
  if (/^\d{0,3}$/.test(key)) return true
  if (!plainName.test(key) || /\d{4}/.test(key) || guidText.test(key)) return false
  return annotation.test(key) || !emailText.test(key)
}
