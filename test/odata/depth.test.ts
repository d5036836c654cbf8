import { expect, test } from 'vitest'
import { withoutControlInformation } from '../../src/odata/control-information.ts'
import { select, selectionOf } from '../../src/odata/selection.ts'

const depth = 100_000

/** Nests an object, deeper than a recursive function could follow. */
function nested(leaf: object): Record<string, unknown> {
  let value: Record<string, unknown> = { ...leaf }
  for (let i = 0; i < depth; i++) value = { a: i % 2 ? value : [value], '@odata.type': '#x' }
  return value
}

/** Returns the object at the end of the nesting. */
function leafOf(value: unknown): unknown {
  let leaf = value
  for (;;) {
    const [object = leaf] = Array.isArray(leaf) ? leaf : []
    const inner: unknown = Reflect.get(Object(object), 'a')
    if (inner === undefined) return object
    leaf = inner
  }
}

test('removes control information at any depth', () => {
  const body = withoutControlInformation(nested({ '@odata.id': 'x', state: 'established' }))
  expect(Object.keys(body)).toEqual(['a'])
  expect(leafOf(body)).toEqual({ state: 'established' })
})

test('selects a property at any depth', () => {
  const path = [...Array<string>(depth).fill('a'), 'id']
  const selected = select(nested({ id: 1, state: 'established' }), selectionOf([path]))
  expect(leafOf(selected)).toEqual({ id: 1 })
})

test('keeps a property named __proto__', () => {
  const body = JSON.parse('{ "__proto__": { "a": 1 }, "@odata.id": "x" }')
  expect(JSON.stringify(withoutControlInformation(body))).toBe('{"__proto__":{"a":1}}')
})
