import { groupCall } from 'graph-call-testkit/fixtures'
import { callSchema, callSchemaAsOf, strictCallSchema, strictCallSchemaAsOf } from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'
import { concreteTypesOf, propertiesOf, type ValueType } from '../../src/model/index.ts'
import { absentNames } from '../../src/model/metadata-version.ts'
import { declaringType, metadataVersions, slotsIn } from '../model/metadata-versions.ts'

/** Returns a value that no property of a type can have. */
function wrongValue(type: ValueType): unknown {
  switch (type.kind) {
    case 'string':
    case 'enum':
      return { wrong: true }
    case 'any':
      return undefined
    default:
      return 'wrong'
  }
}

const wrongFor = (type: string, key: string) => {
  const property = propertiesOf(type)[key]
  return property && wrongValue(property.type)
}

const unknownKeysIn = (result: { readonly error?: { readonly issues: readonly object[] } | undefined }) =>
  JSON.stringify(result.error?.issues ?? [])

describe.each(metadataVersions)('with %j', (version) => {
  const absent = absentNames(version)
  const { present, lacking } = slotsIn(absent)
  const tolerant = callSchemaAsOf(version)
  const strict = strictCallSchemaAsOf(version)

  test('the tolerant schema checks every property that existed, and keeps those that did not', () => {
    const found: string[] = []
    for (const { type, callWith } of present) {
      for (const key of Object.keys(propertiesOf(type))) {
        const value = wrongFor(type, key)
        if (value === undefined) continue
        const body = callWith({ [key]: value })
        const name = `${declaringType(type, key)}.${key}`
        const result = tolerant.safeParse(body)
        expect(result.success, name).toBe(absent.has(name))
        expect(callSchema.safeParse(body).success, name).toBe(false)
        if (!result.success) continue
        expect(result.data).toEqual(body)
        found.push(name)
      }
    }
    const types = present.map(({ type }) => type)
    const expected = [...absent].filter((name) => {
      const [type = '', key = ''] = name.split('.')
      return types.some((each) => key in propertiesOf(each) && declaringType(each, key) === type)
    })
    expect(new Set(found)).toEqual(new Set(expected))
  })

  test('the tolerant schema does not check the properties of types that did not exist', () => {
    for (const { type, declared, callWith } of lacking) {
      const siblings = concreteTypesOf(declared).filter((each) => !absent.has(each))
      for (const key of Object.keys(propertiesOf(type))) {
        const value = wrongFor(type, key)
        if (value === undefined) continue
        const body = callWith({ [key]: value })
        const isChecked = [declared, ...siblings].some(
          (each) => key in propertiesOf(each) && !absent.has(`${declaringType(each, key)}.${key}`),
        )
        const result = tolerant.safeParse(body)
        expect(result.success, `${type}.${key}`).toBe(!isChecked)
        if (result.success) expect(result.data).toEqual(body)
        expect(callSchema.safeParse(body).success, `${type}.${key}`).toBe(false)
      }
    }
  })

  test('a type that did not exist is an unknown type in every place', () => {
    for (const { type } of lacking) {
      const body = { ...groupCall(), mediaConfig: { '@odata.type': `#microsoft.graph.${type}` } }
      expect(tolerant.safeParse(body).success, type).toBe(true)
      expect(callSchema.safeParse(body).success, type).toBe(false)
    }
  })

  test('the strict schema rejects properties that did not exist', () => {
    for (const { type, callWith } of present) {
      for (const key of Object.keys(propertiesOf(type))) {
        if (!absent.has(`${declaringType(type, key)}.${key}`)) continue
        const body = callWith({ [key]: null })
        const unknown = new RegExp(`"keys":\\[[^\\]]*"${key}"`)
        expect(unknownKeysIn(strict.safeParse(body)), `${type}.${key}`).toMatch(unknown)
        expect(unknownKeysIn(strictCallSchema.safeParse(body)), `${type}.${key}`).not.toMatch(unknown)
      }
    }
  })

  test('both schemas accept a call that existed', () => {
    expect(tolerant.parse(groupCall())).toEqual(groupCall())
    expect(strict.parse(groupCall())).toEqual(groupCall())
  })
})

test.each([callSchemaAsOf, strictCallSchemaAsOf])('%o rejects a version that is not valid', (schemaAsOf) => {
  expect(() => schemaAsOf({ asOf: '2024-02-30' })).toThrow(
    /^Invalid asOf: "2024-02-30"\. Expected a date such as/,
  )
  expect(() => schemaAsOf(Object({ cloud: 'china' }))).toThrow(
    /^Invalid cloud: "china"\. Expected one of global/,
  )
  expect(() => schemaAsOf(Object({ asof: '2024-10-31' }))).toThrow(/asof/)
})

test('the newest metadata of the global cloud has the schemas without a date', () => {
  const { lacking } = slotsIn(new Set())
  expect(lacking).toEqual([])
  const wrong = { ...groupCall(), participants: [{ removedState: 1 }] }
  expect(callSchemaAsOf({}).safeParse(wrong).success).toBe(false)
  expect(callSchemaAsOf({ asOf: '2023-10-31' }).safeParse(wrong).success).toBe(true)
})
