import { any } from '../../src/model/definitions.ts'
import { enumType, formats, integerText, type ValueType } from '../../src/model/index.ts'
import { declaredAt } from '../../src/model/walk.ts'
import { type BodyType, isPrefixOf, type ReadPath, readPathOf, type Step } from '../reads/read-paths.ts'

/** A matcher or a plain value in Pact's integration JSON. */
export type Template = string | number | boolean | readonly Template[] | { readonly [key: string]: Template }

/** A matcher that accepts text by a regular expression. */
export interface RegexMatcher {
  readonly 'pact:matcher:type': 'regex'
  readonly regex: string
  readonly value: string
  readonly [key: string]: string
}

/** Creates a matcher with a regular expression and an example. */
export function regex(value: string, pattern: string): RegexMatcher {
  return { 'pact:matcher:type': 'regex', regex: pattern, value }
}

/** Position in an expected body. */
interface Position {
  readonly body: BodyType
  readonly path: readonly Step[]
  readonly exact: readonly ReadPath[]
}

/**
 * Creates the matchers for an expected body. Each has the value of the example and checks its type. Special cases:
 *
 * - values at an exact path by equality
 * - other members of an enum, and `@odata.type`, by regular expression
 * - a collection by its first element, with at least one element
 * - an empty collection without a matcher, so that it must be empty: with a matcher, Pact accepts any collection for an
 *   empty example. Inside an element, the matcher of the outer collection applies and Pact accepts any collection anyway
 *   (see `emptyWithinElements`)
 *
 * @param exact - paths of values to compare exactly, and of objects in which to compare all values exactly
 */
export function matchersFor(body: BodyType, expected: unknown, exact: readonly ReadPath[]): Template {
  return templateFor(expected, { body, exact, path: [] })
}

function templateFor(value: unknown, position: Position): Template {
  const inside = (step: Step): Position => ({ ...position, path: [...position.path, step] })
  if (Array.isArray(value)) {
    if (value.length === 0) return []
    return { ...matcher('type', [templateFor(value[0], inside('[]'))]), min: 1 }
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => {
      const isType = key === '@odata.type' && typeof inner === 'string'
      return [key, isType ? odataType(inner) : templateFor(inner, inside(key))] as const
    })
    return entries.length === 0 ? matcher('type', {}) : Object.fromEntries(entries)
  }
  const { body, path, exact } = position
  const isExact = exact.some((prefix) => isPrefixOf(prefix, readPathOf(path)))
  if (isExact) return matcher('equality', primitive(value))
  return valueTemplate(declaredAt(body, path) ?? any, primitive(value))
}

function valueTemplate(type: ValueType, value: string | number | boolean): Template {
  if (typeof value === 'boolean') return matcher('boolean', value)
  if (type.kind === 'int32' || type.kind === 'int64') {
    return typeof value === 'string' ? regex(value, integerText) : matcher('integer', value)
  }
  if (typeof value !== 'string') return matcher('type', value)
  if (type.kind === 'enum') return enumMember(type.name, value)
  return type.kind === 'string' && type.format === 'date-time'
    ? regex(value, formats['date-time'])
    : matcher('type', value)
}

/** Accepts the members of an enum, and those of the example: a request can ask for members that the model does not have. */
function enumMember(name: string, value: string): Template {
  const { members, alsoReceived = [], flags } = enumType(name)
  const accepted = new Set([...members, ...alsoReceived, ...(flags ? value.split(/, ?/) : [value])])
  const member = `(${[...accepted].map(literal).join('|')})`
  return regex(value, flags ? `^${member}(, ?${member})*$` : `^${member}$`)
}

/** Accepts only this type, because consumers branch on it. The `#` is optional: some reported bodies lack it. */
function odataType(value: string): Template {
  return regex(value, `^#?${literal(value.replace(/^#/, ''))}$`)
}

const literal = (text: string) => text.replaceAll(/[^\w#]/g, '\\$&')

function matcher(type: string, value: Template): { readonly [key: string]: Template } {
  return { 'pact:matcher:type': type, value }
}

function primitive(value: unknown): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new TypeError(`Invalid body: expected JSON, found a value of type ${typeof value}.`)
}
