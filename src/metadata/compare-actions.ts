import { compareUses } from './compare-uses.ts'
import { type DriftFinding, nothingToDo, shortName } from './finding.ts'
import { type MetadataAction, typeText } from './metadata.ts'

/** Returns the name of an action with the type that it is bound to, for example `call/answer`. */
export function actionName({ name, boundTo }: MetadataAction): string {
  return `${shortName(typeText(boundTo))}/${name}`
}

/** Yields the differences of the actions of the model and of a document. */
export function* compareActions(
  ours: readonly MetadataAction[],
  theirs: readonly MetadataAction[],
): Generator<DriftFinding> {
  const [own, other] = [byName(ours), byName(theirs)]
  for (const [type, action] of own) {
    const found = other.get(type)
    if (found) yield* compareAction(type, action, found)
    else {
      yield {
        severity: 'breaking',
        kind: 'action-removed',
        type,
        ours: 'action',
        fix: 'Do not request the action: the service no longer declares it.',
      }
    }
  }
  for (const type of other.keys()) {
    if (own.has(type)) continue
    yield {
      severity: 'new',
      kind: 'action-added',
      type,
      theirs: 'action',
      fix: nothingToDo,
    }
  }
}

function byName(actions: readonly MetadataAction[]): ReadonlyMap<string, MetadataAction> {
  return new Map(actions.map((action) => [actionName(action), action]))
}

function* compareAction(type: string, ours: MetadataAction, theirs: MetadataAction): Generator<DriftFinding> {
  for (const [property, use] of ours.parameters) {
    const found = theirs.parameters.get(property)
    if (found) yield* compareUses({ type, property }, use, found, 'parameter')
    else {
      yield {
        severity: 'breaking',
        kind: 'parameter-removed',
        type,
        property,
        ours: shortName(typeText(use)),
        fix: 'Do not send the parameter: requests with it can fail.',
      }
    }
  }
  for (const [property, use] of theirs.parameters) {
    if (ours.parameters.has(property)) continue
    yield {
      severity: use.nullable ? 'new' : 'breaking',
      kind: 'parameter-added',
      type,
      property,
      theirs: shortName(typeText(use)),
      fix: use.nullable ? nothingToDo : 'Send the parameter: it is required.',
    }
  }
  const returns = { ours: returned(ours), theirs: returned(theirs) }
  if (returns.ours !== returns.theirs) {
    yield {
      severity: 'breaking',
      kind: 'return-type-changed',
      type,
      ...returns,
      fix: 'Change code that reads the response of the action.',
    }
  }
}

function returned({ returns }: MetadataAction): string {
  return returns ? shortName(typeText(returns)) : 'nothing'
}
