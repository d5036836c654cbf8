import { describe, expect, test } from 'vitest'
import { simplestValue } from '../../src/builder/fault/routes.ts'
import { concreteTypesOf, objectType, objectTypes, odataTypeOf, propertiesOf } from '../../src/model/index.ts'
import { pathText } from '../../src/model/path.ts'
import { problemsInValue } from '../../src/read/find-problems.ts'

/** Every type that is not one of several, with each concrete type that can take its place. */
const types = Object.keys(objectTypes)
  .filter((name) => !objectType(name).oneOf)
  .flatMap((name) => concreteTypesOf(name).map((type) => [name, type] as const))

const problemsIn = (name: string, value: unknown) =>
  [...problemsInValue({ kind: 'object', name }, value)].map(({ path }) => pathText(path))

describe.each(types)('in a request, a %s of the type %s', (name, type) => {
  const required = Object.entries(propertiesOf(type)).filter(([, property]) => property.required)
  const smallest: Record<string, unknown> = {
    '@odata.type': odataTypeOf(type),
    ...Object.fromEntries(required.map(([key, property]) => [key, simplestValue(property.type)])),
  }

  test('needs only the required properties of its own type', () => {
    expect(problemsIn(name, smallest)).toEqual([])
  })

  test('needs each of them', () => {
    for (const [key] of required) {
      const { [key]: _, ...rest } = smallest
      expect(problemsIn(name, rest)).toContain(key)
    }
  })
})
