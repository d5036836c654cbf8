import { type CallFixtureName, type ErrorFixtureName, type FixtureName, fixtures } from '../fixtures/index.ts'

let names: readonly FixtureName[] | undefined

/** Returns the names of all fixtures. */
export function fixtureNames(): readonly FixtureName[] {
  names ??= Object.values(fixtures).map(({ name }) => name)
  return names
}

export function isCallFixture(name: FixtureName): name is CallFixtureName {
  return fixtures[name].status === 200
}

export function isErrorFixture(name: FixtureName): name is ErrorFixtureName {
  return !isCallFixture(name)
}
