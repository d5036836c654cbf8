import { formats, integerText } from '../model/formats.ts'
import { isJsonObject } from '../model/json.ts'
import { inventedText } from './invented-text.ts'
import type { Inventor } from './inventor.ts'
import type { Replacement, ReplacementKind } from './replacement.ts'
import { isEnumMember } from './vocabulary.ts'

/** Names of properties that identify somebody, so that their texts never stay, also those equal to a member of an enum. */
const personal = /(?:name|id|subject|context|metadata|message)$/i

/** Key that a program has chosen. Other keys can be data, for example the ID of a user. */
const plainKey = /^[@$]?[a-z][a-z_.@-]{0,63}$/i

const typeName = /^#?microsoft\.graph\.[a-z.]{1,80}$/i
const dateTime = new RegExp(formats['date-time'])
const duration = new RegExp(formats.duration)
const integer = new RegExp(integerText)

/** Replaces the texts of captures, and counts them. */
export class CaptureRewriter {
  readonly #inventor: Inventor
  readonly #allowed: ReadonlySet<string>
  readonly #counts = new Map<string, { path: string; kind: ReplacementKind; count: number }>()

  constructor(inventor: Inventor, allowed: ReadonlySet<string>) {
    this.#inventor = inventor
    this.#allowed = allowed
  }

  /** Returns the replaced values so far. */
  replacements(): Replacement[] {
    return [...this.#counts.values()].map((each) => ({ ...each }))
  }

  rewrite(value: unknown, key = '', path = ''): unknown {
    if (typeof value === 'string') return this.#text(value, key, path)
    if (Array.isArray(value)) return value.map((item) => this.rewrite(item, key, `${path}[]`))
    if (!isJsonObject(value)) return value
    const entries = Object.entries(value).map(([name, inner]): [string, unknown] => {
      const shown = this.#key(name, path)
      return [shown, this.rewrite(inner, name, path === '' ? shown : `${path}.${shown}`)]
    })
    return Object.fromEntries(entries)
  }

  #key(name: string, path: string): string {
    if (name === '' || plainKey.test(name)) return name
    this.#count(path, 'key')
    return inventedText(name, 'id', this.#inventor).text
  }

  #text(text: string, key: string, path: string): string {
    if (text === '' || this.#allowed.has(key) || stays(text, key)) return text
    const json = jsonIn(text)
    if (json) return JSON.stringify(this.rewrite(json, '', path))
    const inBase64 = jsonIn(Buffer.from(text, 'base64').toString('utf8'))
    if (inBase64 && /^[A-Za-z\d+/]{8,}={0,2}$/.test(text)) {
      return Buffer.from(JSON.stringify(this.rewrite(inBase64, '', path))).toString('base64')
    }
    const { text: invented, kind } = inventedText(text, key, this.#inventor)
    this.#count(path, kind)
    return invented
  }

  #count(path: string, kind: ReplacementKind): void {
    const name = `${kind} ${path}`
    const found = this.#counts.get(name) ?? { path, kind, count: 0 }
    found.count++
    this.#counts.set(name, found)
  }
}

function stays(text: string, key: string): boolean {
  if (/^(?:@?odata\.|@)type$/.test(key)) return typeName.test(text)
  if (/^sub_?code$|^code$/i.test(key)) return integer.test(text) && text.length <= 6
  if (dateTime.test(text) || duration.test(text)) return true
  return !personal.test(key) && isEnumMember(text)
}

/** Returns the object or list that a text contains as JSON. */
function jsonIn(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
