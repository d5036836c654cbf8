import { enumType } from '../model/index.ts'
import type { JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'
import type { Path } from '../model/path.ts'
import { locate } from '../model/walk.ts'

/**
 * Returns the matching rules of a body, as `matchingRules.body` of a pact: the kind of each value, and the members of an enum.
 * Programs in any language can compare responses with them.
 *
 * Source: Pact Specification, version 3, matching rules.
 */
export function matchersFor(type: string, body: unknown): JsonObject {
  return Object.fromEntries(rulesIn(type, body, body, []))
}

function rulesIn(type: string, body: unknown, value: unknown, path: Path): [string, JsonObject][] {
  if (Array.isArray(value)) {
    return [
      [expressionOf(path), rule({ match: 'type', min: value.length > 0 ? 1 : 0 })],
      ...value.flatMap((item, index) => rulesIn(type, body, item, [...path, index])),
    ]
  }
  if (isJsonObject(value)) {
    return Object.entries(value).flatMap(([key, inner]) => rulesIn(type, body, inner, [...path, key]))
  }
  return value === null ? [] : [[expressionOf(path), rule(matcherOf(type, body, value, path))]]
}

function rule(matcher: JsonObject): JsonObject {
  return { combine: 'AND', matchers: [matcher] }
}

function matcherOf(type: string, body: unknown, value: unknown, path: Path): JsonObject {
  const { type: declared } = locate(type, body, path)
  if (declared.kind === 'enum' && typeof value === 'string') {
    const { members, alsoReceived = [], flags } = enumType(declared.name)
    const one = `(${[...members, ...alsoReceived].join('|')})`
    return { match: 'regex', regex: flags ? `^${one}(, ?${one})*$` : `^${one}$` }
  }
  if (typeof value === 'number') return { match: Number.isInteger(value) ? 'integer' : 'decimal' }
  return { match: 'type' }
}

/** Source: Pact Specification, path expressions. */
function expressionOf(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return /^\w+$/.test(String(key)) ? `${text}.${String(key)}` : `${text}['${String(key)}']`
  }, '$')
}
