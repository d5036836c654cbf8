import { callErrorSchema, callSchema, commsNotificationsSchema } from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import {
  objectType,
  objectTypes,
  odataTypeOf,
  openPropertiesOf,
  propertiesOf,
  receivedTagsOf,
} from '../../src/model/index.ts'
import { type Path, pathText } from '../../src/model/path.ts'
import { findProblems } from '../../src/read/find-problems.ts'
import { isCall, isCallError, isNotifications } from '../../src/read/guard.generated.ts'
import { type CheckMode, envelope, tolerant } from '../../src/read/mode.ts'
import { deep } from '../runs.ts'
import { type Place, placesIn, wrongValuesOf } from './places.ts'

const bodies: readonly [string, (value: unknown) => boolean, z.ZodType, CheckMode][] = [
  ['call', isCall, callSchema, tolerant],
  ['callError', isCallError, callErrorSchema, envelope],
  ['commsNotifications', isNotifications, commsNotificationsSchema, envelope],
]
const unknownTag = '#microsoft.graph.unheardOf'
const knownTags = Object.keys(objectTypes).flatMap((name) => [odataTypeOf(name), odataTypeOf(name).slice(1)])

/** Tags that an object at a place can have: absent, null, unknown, and each type, also without its `#`. */
function tagsAt({ declared }: Place): unknown[] {
  const unknown = objectType(declared).sealed ? [] : [unknownTag]
  return [undefined, null, ...unknown, ...receivedTagsOf(declared)]
}

/** Type that decides which properties are checked. */
function typeOf({ declared }: Place, tag: unknown): string {
  const { oneOf = [] } = objectType(declared)
  return oneOf.find((each) => receivedTagsOf(each).some((other) => other === tag)) ?? declared
}

const withTag = (tag: unknown, properties: object) =>
  tag === undefined ? properties : { '@odata.type': tag, ...properties }

/** Chooses one of 499 cases for `npm test`. A prime number, so that the cases differ in every respect. */
function* sampled<T>(cases: Iterable<T>): Generator<T> {
  let index = 0
  for (const each of cases) if (deep || index++ % 499 === 0) yield each
}

describe.each(bodies)('in every place of a %s', (root, guard, schema, mode) => {
  const places = placesIn(root)

  function expectRejected(body: unknown, path: Path): void {
    const problems = [...findProblems(root, body, mode)].map((problem) => pathText(problem.path))
    // A body that is something else has a single problem, at its root.
    const expected = problems.length === 1 && problems[0] === '' ? '' : pathText(path)
    // One check for each body: there are hundreds of thousands, and `expect` is slower than the guard.
    const verdicts = { guard: guard(body), schema: schema.validate(body), found: problems.includes(expected) }
    if (verdicts.guard || verdicts.schema || !verdicts.found)
      expect.fail(
        `${pathText(path)} in ${JSON.stringify(body)}: ${JSON.stringify({ ...verdicts, problems })}`,
      )
  }

  function* wrongProperties() {
    for (const place of places) {
      for (const tag of tagsAt(place)) {
        for (const [key, { type }] of Object.entries(openPropertiesOf(typeOf(place, tag)))) {
          for (const { value, at } of wrongValuesOf(type)) {
            yield { body: place.bodyWith(withTag(tag, { [key]: value })), path: [...place.path, key, ...at] }
          }
        }
      }
    }
  }

  function* wrongTags() {
    for (const place of places) {
      const right = tagsAt(place)
      const wrong = [...knownTags, unknownTag].filter((tag) => !right.includes(tag))
      for (const tag of [...wrong, 5, {}, []]) {
        if (place.path.length === 0 && root === 'callError') continue // Errors have no type.
        yield { body: place.bodyWith({ '@odata.type': tag }), path: [...place.path, '@odata.type'] }
      }
    }
  }

  function* rightTags() {
    for (const place of deep ? places : places.slice(0, 100)) {
      for (const tag of tagsAt(place)) yield place.bodyWith(withTag(tag, minimal(typeOf(place, tag))))
    }
  }

  test('a value of a type that the model does not declare is rejected, with any @odata.type', () => {
    let count = 0
    for (const { body, path } of sampled(wrongProperties())) {
      expectRejected(body, path)
      count++
    }
    expect(count).toBeGreaterThan(root === 'callError' ? 0 : 9)
  })

  test('a type that belongs elsewhere is rejected', () => {
    let count = 0
    for (const { body, path } of sampled(wrongTags())) {
      expectRejected(body, path)
      count++
    }
    expect(count).toBeGreaterThan(root === 'callError' ? 0 : 9)
  })

  test('an object with any of the types that belong there is accepted', () => {
    for (const body of rightTags()) {
      if (!guard(body) || !schema.validate(body)) expect.fail(JSON.stringify(body))
    }
  })
})

/** Properties that an error or a notification requires. */
function minimal(type: string): object {
  const values: Readonly<Record<string, object>> = {
    callError: { error: { code: '8522' } },
    callErrorDetail: { code: '8522' },
    commsNotifications: { value: [] },
    commsNotification: { changeType: 'updated' },
  }
  return values[type] ?? {}
}

test.each(Object.keys(objectTypes))(
  'types that can take the place of %s agree on the type of a property',
  (name) => {
    const { oneOf } = objectType(name)
    if (oneOf) return // Their `@odata.type` decides.
    for (const [key, { type }] of Object.entries(openPropertiesOf(name))) {
      const others = [name, ...receivedTagsOf(name).map((tag) => tag.replace(/^#?microsoft\.graph\./, ''))]
      for (const other of others) {
        const property = propertiesOf(other)[key]
        if (property) expect(property.type, `${other}.${key}`).toEqual(type)
      }
    }
  },
)
