import { actionName } from './compare-actions.ts'
import { type DriftFinding, shortName } from './finding.ts'
import type { Metadata } from './metadata.ts'
import type { Reached } from './reached-types.ts'

/** Yields the names about calls that a document marks as deprecated. The model has none. */
export function* deprecatedNames(
  ours: Metadata,
  theirs: Metadata,
  reached: Reached,
): Generator<DriftFinding> {
  for (const [name, advice] of theirs.deprecated) {
    const [type = '', property] = name.split('/')
    if (!reached.types.has(type) && !ours.objects.has(type)) continue
    yield finding(shortName(type), property, advice)
  }
  for (const action of reached.actions) {
    if (action.deprecated !== undefined) yield finding(actionName(action), undefined, action.deprecated)
  }
}

function finding(type: string, property: string | undefined, advice: string): DriftFinding {
  return {
    severity: 'new',
    kind: 'deprecated',
    type,
    ...(property !== undefined && { property }),
    ours: 'not deprecated',
    theirs: advice === '' ? 'deprecated' : `deprecated: ${advice}`,
    fix: 'Stop using it before the service removes it.',
  }
}
