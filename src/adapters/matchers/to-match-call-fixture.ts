import { type CallFixtureName, fixtures, UnknownFixtureError } from '../../../fixtures/index.ts'
import { isJsonObject } from '../../model/json.ts'
import { type Path, pathText } from '../../model/path.ts'
import { describeValue } from '../../read/describe-value.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import { type Difference, type MatcherResult, resultOf } from './matcher-result.ts'
import { callProblems } from './to-be-call.ts'

export function toMatchCallFixture(received: unknown, name: CallFixtureName): MatcherResult {
  const expectation = `a call like the fixture "${checkedName(name)}"`
  const problems = callProblems(received)
  if (problems.length > 0) return resultOf(expectation, problems)
  return resultOf(expectation, [...differencesOf(fixtures[name].body, received, [])])
}

function checkedName(name: CallFixtureName): CallFixtureName {
  const names = Object.values(fixtures).flatMap((each) => (each.status === 200 ? [each.name] : []))
  if (names.includes(name)) return name
  if (Object.hasOwn(fixtures, name)) {
    throw invalidValue('fixture', name, 'the fixture of a call: check errors with toBeCallError')
  }
  throw new UnknownFixtureError(name, names)
}

/** Yields every value that differs from the expected one. Objects may have other properties, and arrays no other elements. */
function* differencesOf(expected: unknown, found: unknown, path: Path): Generator<Difference> {
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length) {
    for (const [index, item] of expected.entries()) yield* differencesOf(item, found[index], [...path, index])
  } else if (isJsonObject(expected) && isJsonObject(found)) {
    for (const [key, value] of Object.entries(expected))
      yield* differencesOf(value, found[key], [...path, key])
  } else if (expected !== found && !(isMissing(expected) && isMissing(found))) {
    yield { path: pathText(path), expected: describeValue(expected), found: describeValue(found) }
  }
}

/** The service sends null, or leaves the property out. */
function isMissing(value: unknown): boolean {
  return value === undefined || value === null
}
