import { isJsonObject } from '../../src/model/json.ts'
import type { Path } from '../../src/model/path.ts'

/** A value within a JSON value. `replace` and `remove` return a changed copy of the whole. */
export interface JsonNode {
  readonly path: Path
  readonly value: unknown
  replace(value: unknown): unknown
  remove(): unknown
}

const removed = Symbol('removed')

/** Returns a node for every value within a JSON value, the whole value first. */
export function jsonNodes(whole: unknown): JsonNode[] {
  return nodesIn(whole, [], (replacement) => replacement)
}

function nodesIn(value: unknown, path: Path, rebuild: (value: unknown) => unknown): JsonNode[] {
  const node: JsonNode = { path, value, replace: rebuild, remove: () => rebuild(removed) }
  if (Array.isArray(value)) {
    const items = value.flatMap((item, index) =>
      nodesIn(item, [...path, index], (inner) =>
        rebuild(inner === removed ? value.toSpliced(index, 1) : value.with(index, inner)),
      ),
    )
    return [node, ...items]
  }
  if (!isJsonObject(value)) return [node]
  const members = Object.entries(value).flatMap(([key, member]) =>
    nodesIn(member, [...path, key], (inner) => {
      const { [key]: _, ...rest } = value
      return rebuild(inner === removed ? rest : { ...value, [key]: inner })
    }),
  )
  return [node, ...members]
}
