import { expect, test } from 'vitest'
import {
  enumType,
  enumTypes,
  formats,
  type ObjectType,
  objectType,
  objectTypes,
  type ValueType,
} from '../../src/model/index.ts'

const types: readonly (readonly [string, ObjectType])[] = Object.entries(objectTypes)
const properties = types.flatMap(([name, { properties }]) =>
  Object.entries(properties).map(([key, property]) => [`${name}.${key}`, property] as const),
)

/** Throws if the model does not have the type. */
function resolve(type: ValueType): unknown {
  if (type.kind === 'enum') return enumType(type.name)
  if (type.kind === 'object') return objectType(type.name)
  return type.kind === 'collection' ? resolve(type.of) : type
}

test.each(properties)('%s has a type that the model declares', (_name, { type }) => {
  expect(() => resolve(type)).not.toThrow()
})

test.each(types)('%s has no base type, or one without a base type', (_name, { base }) => {
  if (base) expect(objectType(base).base).toBeUndefined()
})

test.each(properties)('%s is described in a sentence, and has a source', (_name, { doc, origin }) => {
  expect(doc).toMatch(/^[A-Z].*\.$/)
  expect(origin).not.toBe('')
})

test.each(Object.entries(enumTypes))('%s has no duplicate or disputed members', (_name, type) => {
  const disputed = 'disputed' in type ? Object.keys(type.disputed) : []
  expect(type.members.filter((member) => disputed.includes(member))).toEqual([])
  expect(new Set(type.members).size).toBe(type.members.length)
})

test.each([
  ['2020-05-28T00:10:54.104318Z', true],
  ['2020-05-28T00:10:54Z', true],
  ['2020-05-28T00:10Z', true],
  ['2020-05-28T00:10:54+05:30', true],
  ['2020-05-28T00:10:54', false],
  ['2020-13-28T00:10:54Z', false],
  ['28/05/2020', false],
  ['', false],
])('%j is a date and time: %s', (text, expected) => {
  expect(new RegExp(formats['date-time']).test(text)).toBe(expected)
})

test.each([
  ['https://bot.contoso.com/callback', true],
  ['HTTPS://bot.contoso.com:441/api/calls?id=1#x', true],
  ['https://xn--bcher-kva.example/', true],
  ['http://bot.contoso.com/callback', false],
  ['https://', false],
  ['https:// bot', false],
  ['bot.contoso.com', false],
])('%j is an https URL: %s', (text, expected) => {
  expect(new RegExp(formats['https-uri']).test(text)).toBe(expected)
})
