import { type Inventor, sameShape } from './inventor.ts'
import { isName } from './key-names.ts'
import { isPathWord, isPropertyName, serviceHosts } from './vocabulary.ts'

/** Invents a text in place of an ID. */
type InventText = (text: string) => string

const url = /^([a-z][a-z\d+.-]*:\/\/)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is
const knownScheme = /^(?:https?|wss?):\/\/$/i
const keyOfPath = /^(\w+)\('(.*)'\)$/s

/** Query options whose names say nothing. Source: OData 4.01, URL Conventions, 5. */
const listOption = /^\$?(?:select|expand|orderby)$/i

/** Returns a URL of the same structure. IDs in its path are replaced in the same way as in properties. */
export function inventedUrl(original: string, inventor: Inventor, invent: InventText): string {
  const [, scheme = '', place = '', query, fragment] = url.exec(original) ?? []
  const slash = place.indexOf('/')
  const [host, path] =
    scheme === '' ? ['', place] : slash < 0 ? [place, ''] : [place.slice(0, slash), place.slice(slash)]
  const shownScheme =
    scheme === '' || knownScheme.test(scheme) ? scheme : `${invent(scheme.slice(0, -3)).toLowerCase()}://`
  return [
    shownScheme,
    inventedHost(host, inventor),
    pathOf(path, invent),
    query === undefined
      ? ''
      : `?${query
          .split('&')
          .map((pair) => inventedPair(pair, invent))
          .join('&')}`,
    fragment === undefined ? '' : `#${fragmentOf(fragment, invent)}`,
  ].join('')
}

function inventedHost(original: string, inventor: Inventor): string {
  const [, host = '', port = ''] = /^(.*?)(:\d{1,5})?$/s.exec(original) ?? []
  if (host === '' || serviceHosts.has(host.toLowerCase())) return original
  const made = inventor.invent(
    'host',
    host.toLowerCase(),
    (draw) => `${sameShape('bot-000000', draw)}.contoso.example`,
  )
  return `${made}${port}`
}

const pathOf = (path: string, invent: InventText) =>
  path
    .split('/')
    .map((segment) => inventedSegment(segment, invent))
    .join('/')

/** The fragment of a context: a path whose segments can have lists of properties in parentheses. */
function fragmentOf(fragment: string, invent: InventText): string {
  return fragment
    .split('/')
    .map((segment) =>
      keyOfPath.test(segment)
        ? inventedSegment(segment, invent)
        : inventedList(segment, (word) => inventedSegment(word, invent)),
    )
    .join('/')
}

/** Replaces the words of a list of properties that the model does not know. */
function inventedList(list: string, replace: (word: string) => string): string {
  return list
    .split(/([(),;=])/)
    .map((word) => (word.length <= 1 || isPropertyName(word) || /^\$\w+$/.test(word) ? word : replace(word)))
    .join('')
}

/** Replaces the value of a parameter of a query, and its name if it can be data. */
export function inventedPair(pair: string, invent: InventText): string {
  const [, name = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(pair) ?? []
  const plain = decoded(name)
  const shown = isName(plain) && value !== undefined ? name : encoded(plain, invent)
  return value === undefined ? shown : `${shown}=${inventedValue(plain, value, invent)}`
}

/** Replaces the value of a parameter of a query. The properties of `$select` stay. */
export function inventedValue(name: string, value: string, invent: InventText): string {
  return listOption.test(name)
    ? inventedList(decoded(value), (word) => encoded(word, invent))
    : encoded(decoded(value), invent)
}

/** Replaces a segment of a path in the same way as an ID in a property, so that they still match. */
function inventedSegment(segment: string, invent: InventText): string {
  if (segment === '' || isPathWord(segment)) return segment
  const [, name, key] = keyOfPath.exec(segment) ?? []
  if (name !== undefined && key !== undefined) {
    const shown = isPathWord(name) ? name : inventedSegment(name, invent)
    return `${shown}('${inventedSegment(key.replaceAll("''", "'"), invent).replaceAll("'", '%27')}')`
  }
  return encoded(decoded(segment), invent)
}

const encoded = (text: string, invent: InventText) =>
  text === '' ? '' : encodeURIComponent(invent(text).toWellFormed())

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
