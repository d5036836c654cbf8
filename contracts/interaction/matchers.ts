import { any } from '../../src/model/definitions.ts'
import { enumType, formats, integerText, type ValueType } from '../../src/model/index.ts'
import { declaredAt } from '../../src/model/walk.ts'
import type { BodyType, Step } from '../reads/read-paths.ts'

/** A matcher or a plain value, as Pact's integration JSON has them. */
export type Template = string | number | boolean | readonly Template[] | { readonly [key: string]: Template }

/** A matcher that takes what a regular expression matches. */
export interface RegexMatcher {
  readonly 'pact:matcher:type': 'regex'
  readonly regex: string
  readonly value: string
  readonly [key: string]: string
}

/** Matches a string by a regular expression; the value is the example. */
export function regex(value: string, pattern: string): RegexMatcher {
  return { 'pact:matcher:type': 'regex', regex: pattern, value }
}

/**
 * The matchers for the body that a contract promises: types, and not values, each with the example's value.
 *
 * - the members of an enum and `@odata.type` by regular expression
 * - a collection by its first element, at least one of them; an empty one by no matcher, and so exactly, since Pact takes
 *   any collection for an empty one with a matcher, whichever it is; within an element it takes any all the same, as the
 *   matcher of the outer collection holds there: see `emptyWithinElements`
 * - the code of an error exactly, since it is what tells one error from another
 */
export function matchersFor(body: BodyType, promised: unknown): Template {
  return templateFor(body, promised, [])
}

function templateFor(body: BodyType, value: unknown, path: readonly Step[]): Template {
  const type = declaredAt(body, path) ?? any
  if (Array.isArray(value)) {
    if (value.length === 0) return []
    const element = templateFor(body, value[0], [...path, '[]'])
    return { ...matcher('type', [element]), min: 1 }
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => {
      const isType = key === '@odata.type' && typeof inner === 'string'
      return [key, isType ? odataType(inner) : templateFor(body, inner, [...path, key])] as const
    })
    return entries.length === 0 ? matcher('type', {}) : Object.fromEntries(entries)
  }
  if (body === 'callError' && path.join('.') === 'error.code') return matcher('equality', plain(value))
  return valueTemplate(type, plain(value))
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

function enumMember(name: string, value: string): Template {
  const { members, alsoReceived = [], flags } = enumType(name)
  const one = `(${[...members, ...alsoReceived].join('|')})`
  return regex(value, flags ? `^${one}(, ?${one})*$` : `^${one}$`)
}

/** Whoever reads a type decides by it. Some bodies came without the `#`. */
function odataType(value: string): Template {
  return regex(value, `^#?${value.replace(/^#/, '').replaceAll(/[^\w#]/g, '\\$&')}$`)
}

function matcher(type: string, value: Template): { readonly [key: string]: Template } {
  return { 'pact:matcher:type': type, value }
}

function plain(value: unknown): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new TypeError(`A body is JSON; ${typeof value} is not.`)
}
