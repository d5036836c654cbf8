import { callIdentityPrefixes } from '../model/declared.ts'
import { isShared } from './compare-types.ts'
import { shortName } from './finding.ts'
import type { Metadata, MetadataAction, MetadataObjectType, TypeUse } from './metadata.ts'

/** Types and actions that a document has about calls. */
export interface Reached {
  readonly types: ReadonlySet<string>
  readonly actions: readonly MetadataAction[]
}

/** Returns everything that some types reach: through properties, types that extend them, and the actions of entities. */
export function reachedFrom(metadata: Metadata, roots: readonly string[]): Reached {
  const types = new Set<string>()
  const actions = new Set<MetadataAction>()
  const derived = grouped([...metadata.objects.values()], ({ base }) => base)
  const actionsOf = grouped(metadata.actions, ({ boundTo }) => boundTo.name)
  const waiting = [...roots]
  const visit = (name: string) => {
    if (types.has(name) || (!metadata.objects.has(name) && !metadata.enums.has(name))) return
    types.add(name)
    waiting.push(name)
  }
  const visitUse = (use: TypeUse | undefined) => use && visit(use.name)
  for (const root of roots) if (metadata.objects.has(root)) types.add(root)
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const type = metadata.objects.get(name)
    if (!type) continue
    if (type.base !== undefined) visit(type.base)
    for (const use of type.properties.values()) visitUse(use)
    for (const each of derived.get(name) ?? []) if (canBeInCall(name, each)) visit(each.name)
    for (const action of isShared(name) ? [] : (actionsOf.get(name) ?? [])) {
      actions.add(action)
      for (const use of action.parameters.values()) visitUse(use)
      visitUse(action.returns)
    }
  }
  return { types, actions: [...actions] }
}

function canBeInCall(base: string, { name }: MetadataObjectType): boolean {
  return !isShared(base) || (base !== 'microsoft.graph.entity' && hasCallPrefix(shortName(name)))
}

function hasCallPrefix(name: string): boolean {
  return callIdentityPrefixes.some((prefix) => name.startsWith(prefix))
}

/** `Map.groupBy` needs Node 21. */
function grouped<Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
