import { fixtures, notifications, operations } from '../fixtures/index.ts'
import { envelopeTypes, objectType, objectTypes, sentTypes } from '../src/model/index.ts'
import { typedObjects } from '../src/model/typed-objects.ts'

/**
 * Returns the properties of calls, notifications and operations that no fixture has a value for. `npm run generate` writes them to
 * test/fixtures/uncovered-properties.json, and a test compares the list, so that no fixture loses a property unnoticed.
 */
export function uncoveredProperties(): string[] {
  const covered = new Set([
    ...Object.values(fixtures).flatMap(({ status, body }) =>
      status === 200 ? propertiesIn(body, 'call') : [],
    ),
    ...Object.values(notifications).flatMap(({ body }) => propertiesIn(body, 'commsNotifications')),
    ...Object.values(operations).flatMap(({ body }) => propertiesIn(body, 'commsOperation')),
  ])
  return Object.entries(objectTypes)
    .filter(([type]) => !(type in envelopeTypes || type in sentTypes))
    .flatMap(([type, { properties }]) =>
      Object.entries(properties).flatMap(([key, property]) =>
        property.type.kind === 'any' ? [] : [`${type}.${key}`],
      ),
    )
    .filter((property) => !covered.has(property))
}

function propertiesIn(body: unknown, declared: string): string[] {
  return [...typedObjects(body, declared)].flatMap(({ object, type }) =>
    Object.entries(object).flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [`${declaringType(type, key)}.${key}`],
    ),
  )
}

function declaringType(type: string, key: string): string {
  const { base, properties } = objectType(type)
  return base && !(key in properties) ? declaringType(base, key) : type
}
