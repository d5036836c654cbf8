import { enumType, isKnownTag, type ValueType } from '../../model/index.ts'
import { isJsonObject } from '../../model/json.ts'
import { type Path, pathText } from '../../model/path.ts'
import { declaredAt } from '../../model/walk.ts'

/** Value that differs between a fixture and a response. */
export interface FixtureDifference {
  /** Path of the value, for example `targets[0].identity`. */
  readonly path: string
  /** Value in the fixture: a member, a type, a number, `true` or `false`; of others, their kind. */
  readonly fixture: string
  /** Value in the response. */
  readonly response: string
}

/**
 * Yields the differences between a fixture and an anonymized response. All texts except members and types are equal, and so are null
 * and a missing property: the service sends either.
 */
export function* fixtureDifferences(
  fixture: unknown,
  response: unknown,
  path: Path = [],
): Generator<FixtureDifference> {
  if (isJsonObject(fixture) && isJsonObject(response)) {
    for (const key of new Set([...Object.keys(fixture), ...Object.keys(response)]))
      yield* fixtureDifferences(own(fixture, key), own(response, key), [...path, key])
    return
  }
  const values = { fixture: described(fixture, path), response: described(response, path) }
  if (values.fixture !== values.response) yield { path: pathText(path), ...values }
  if (!Array.isArray(fixture) || !Array.isArray(response)) return
  const shared = Math.min(fixture.length, response.length)
  for (let index = 0; index < shared; index++)
    yield* fixtureDifferences(fixture[index], response[index], [...path, index])
}

const own = (object: object, key: string): unknown =>
  Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined

function described(value: unknown, path: Path): string {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return `an array of length ${value.length}`
  if (typeof value === 'object') return 'an object'
  if (typeof value !== 'string') return String(value)
  if (path.at(-1) === '@odata.type') return isKnownTag(value) ? value : 'another type'
  return memberIn(declaredAt('call', path), value)
}

function memberIn(type: ValueType | undefined, text: string): string {
  if (type?.kind !== 'enum') return 'a string'
  const { members, alsoReceived = [] } = enumType(type.name)
  return [...members, ...alsoReceived].includes(text) ? text : 'another member'
}
