import { type ObjectNode, parse, type ValueNode } from '@humanwhocodes/momoa'
import { isJsonObject } from '../model/json.ts'
import { typeOfBody } from './bodies-in.ts'
import {
  bodyTypes,
  isDeclaredWord,
  itemTypesOf,
  namesOf,
  propertyTypesOf,
  type Types,
} from './declared-types.ts'
import { embeddedJson } from './embedded-json.ts'
import { isHeaderName, isHttpText } from './http-texts.ts'
import { inventedText } from './invented-text.ts'
import { inventedValue } from './invented-url.ts'
import { type Inventor, isReplaceable, sameShape } from './inventor.ts'
import { isName } from './key-names.ts'
import type { Replacement, ReplacementKind } from './replacement.ts'
import { isDateTime } from './text-kinds.ts'
import { isErrorCode, isPublicTag } from './vocabulary.ts'

/** Place of a value in a capture. */
interface Place {
  readonly types: Types
  readonly key: string
  /** Path for the report. */
  readonly path: string
  /** True if no body of the model is around the value. */
  readonly isOutside: boolean
  /** True if the value is an error code. */
  readonly isCode?: boolean
  /** Name of the list that the value is in, for example `headers`. */
  readonly list: string
  /** Name of the header or parameter whose value this is. */
  readonly pair?: string
}

/** Text in place of a string of a JSON text. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

const tagKey = /^(?:@?odata\.?type|@type)$/i
const pairLists = /^(?:headers|querystring|query|params|cookies)$/i

/** Replaces the texts of captures in place, so that everything else keeps its spelling, and counts them. */
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

  /** Replaces the texts of a JSON text. */
  rewrite(json: string, value: unknown, path = ''): string {
    const edits: Edit[] = []
    this.#node(
      parse(json).body,
      value,
      { types: [], key: '', path, isOutside: true, list: '' },
      { json, edits },
    )
    let at = 0
    const parts = edits.map(({ start, end, text }) => {
      const part = `${json.slice(at, start)}${text}`
      at = end
      return part
    })
    return `${parts.join('')}${json.slice(at)}`
  }

  #node(node: ValueNode, value: unknown, place: Place, target: Target): void {
    if (node.type === 'String' && typeof value === 'string') {
      const text = this.#text(value, place)
      if (text !== value) target.edits.push(editOf(node, text))
    } else if (node.type === 'Array' && Array.isArray(value)) {
      const types = itemTypesOf(place.types)
      const inner = { ...place, types, path: `${place.path}[]`, list: place.key }
      for (const [index, element] of node.elements.entries()) {
        // The raw headers of Node: names and values in turn.
        const name = index % 2 === 0 ? 'name' : textOf(value[index - 1])
        const pair = /^rawheaders$/i.test(place.key) ? { pair: name } : {}
        this.#node(element.value, value[index], { ...inner, ...pair }, target)
      }
    } else if (node.type === 'Object' && isJsonObject(value)) this.#object(node, value, place, target)
  }

  #object(node: ObjectNode, value: Record<string, unknown>, place: Place, target: Target): void {
    const declared = namesOf(place.types, value)
    const recognized = declared.length === 0 ? typeOfBody(value) : undefined
    const names = [
      ...declared,
      ...(recognized === undefined ? [] : [recognized]),
      ...(place.isOutside ? bodyTypes : []),
    ]
    const isPair = pairLists.test(place.list) && typeof value['name'] === 'string'
    for (const { name: nameNode, value: inner } of node.members) {
      const key = nameNode.type === 'String' ? textIn(nameNode, target.json) : nameNode.name
      const shown = this.#key(key, place.path)
      if (shown !== key) target.edits.push(editOf(nameNode, shown))
      const pair = isPair ? (key === 'name' ? 'name' : textOf(value['name'])) : undefined
      this.#node(
        inner,
        value[key],
        {
          types: propertyTypesOf(names, key, place.types),
          key,
          path: place.path === '' ? shown : `${place.path}.${shown}`,
          isOutside: place.isOutside && recognized === undefined,
          isCode: key === 'code' && names.some((name) => name.startsWith('callErrorDetail')),
          list: key === 'name' || key === 'value' ? place.list : '',
          ...(pair === undefined ? {} : { pair }),
        },
        target,
      )
    }
  }

  #key(name: string, path: string): string {
    if (isName(name) || !isReplaceable(name)) return name
    this.#count(path, 'key')
    return inventedText(name, 'id', this.#inventor).text
  }

  #text(text: string, place: Place): string {
    const { key, path } = place
    if (!isReplaceable(text) || this.#allowed.has(key) || stays(text, place)) return text
    const json = embeddedJson(text)
    if (json) return json.encode(this.rewrite(json.json, json.value, path))
    const invent = (each: string, name: string) => inventedText(each, name, this.#inventor)
    if (tagKey.test(key)) return this.#tag(text, path)
    if (place.pair !== undefined && key === 'value' && /^query/i.test(place.list)) {
      const made = decodeURIComponent(
        inventedValue(place.pair, encodeURIComponent(text.toWellFormed()), (each) => invent(each, '').text),
      )
      if (made !== text) this.#count(path, 'text')
      return made
    }
    const { text: invented, kind } = invent(text, place.pair ?? key)
    if (invented !== text) this.#count(path, kind)
    return invented
  }

  /** Replaces the name of an unknown type. It stays unknown. */
  #tag(text: string, path: string): string {
    const [prefix = ''] = /^#?microsoft\.graph\./.exec(text) ?? []
    const name = text.slice(prefix.length)
    this.#count(path, 'text')
    return `${prefix}${this.#inventor.invent(
      'type',
      name,
      (draw) => sameShape(name, draw),
      (made) => !isPublicTag(`#microsoft.graph.${made}`) && !isPublicTag(made),
    )}`
  }

  #count(path: string, kind: ReplacementKind): void {
    const name = `${kind} ${path}`
    const found = this.#counts.get(name) ?? { path, kind, count: 0 }
    found.count++
    this.#counts.set(name, found)
  }
}

interface Target {
  readonly json: string
  readonly edits: Edit[]
}

interface Located {
  readonly loc: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } }
}

const editOf = ({ loc }: Located, text: string): Edit => ({
  start: loc.start.offset,
  end: loc.end.offset,
  text: JSON.stringify(text),
})

const textIn = ({ loc }: Located, json: string): string =>
  JSON.parse(json.slice(loc.start.offset, loc.end.offset))

/** An object of a capture can have a property `toString`, so that `String` throws. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** True for a text that is not data at its place. */
function stays(text: string, { types, key, isCode, list, pair }: Place): boolean {
  if (tagKey.test(key)) return isPublicTag(text)
  if (isDateTime(text) || isDeclaredWord(types, key, text)) return true
  if (isCode) return isErrorCode(text)
  const isInHeaders = /headers$/i.test(list)
  if (pair === 'name') return isInHeaders ? isHeaderName(text) : isName(text)
  return isHttpText(isInHeaders && pair !== undefined ? pair : key, text)
}
