import { absentIn, type Cloud } from '../model/changes.ts'
import { type ObjectType, objectTypes } from '../model/index.ts'
import type { OptionKinds } from '../model/known-options.ts'
import { checkOptions } from '../read/check-options.ts'
import { describeValue } from '../read/describe-value.ts'
import { invalidValue } from '../read/invalid-value.ts'
import { compareActions } from './compare-actions.ts'
import { compareEnums } from './compare-enums.ts'
import { compareTypes, onlyIn } from './compare-types.ts'
import { deprecatedNames } from './deprecated-names.ts'
import { type DriftFinding, sortedFindings } from './finding.ts'
import type { Metadata } from './metadata.ts'
import { metadataText } from './metadata-text.ts'
import { modelMetadata } from './model-metadata.ts'
import { reachedFrom } from './reached-types.ts'
import { callType, readMetadata } from './read-metadata.ts'

/**
 * Options of {@link compareWithMetadata}.
 *
 * @example
 * ```ts
 * import type { CompareOptions } from 'graph-call-testkit/metadata'
 *
 * const options: CompareOptions = { cloud: 'usgov' }
 * ```
 * Source: v1.0 metadata of each cloud.
 */
export interface CompareOptions {
  /** Cloud that the document comes from. Defaults to `'global'`. */
  readonly cloud?: Cloud | undefined
}

const compareOptionKinds: OptionKinds<CompareOptions> = { cloud: 'checked' }

/**
 * Compares the model of this package with a `$metadata` document: calls, and every type and action that a call reaches.
 * Properties that the model has from documentation or reports are not differences.
 *
 * @param csdl - document in XML: text, or bytes in UTF-8 or UTF-16
 * @returns the differences, breaking ones first; none if the service has not changed
 * @throws a {@link MetadataFormatError} if it is not a `$metadata` document, or has no calls
 * @throws TypeError if the document is neither text nor bytes, or an option or the cloud is unknown
 * @example
 * ```ts
 * import { compareWithMetadata } from 'graph-call-testkit/metadata'
 *
 * const csdl = await (await fetch('https://graph.microsoft.com/v1.0/$metadata')).text()
 * for (const { severity, kind, type, property, fix } of compareWithMetadata(csdl)) {
 *   console.log(severity, kind, type, property, fix)
 * }
 * ```
 * Source: $metadata v1.0 of each cloud.
 */
export function compareWithMetadata(
  csdl: string | Uint8Array,
  options: CompareOptions = {},
): readonly DriftFinding[] {
  checkOptions('compareWithMetadata', options, compareOptionKinds)
  if (typeof csdl !== 'string' && !ArrayBuffer.isView(csdl)) {
    throw new TypeError(`Invalid csdl: ${describeValue(csdl)}. Expected text or a Uint8Array.`)
  }
  const { cloud = 'global' } = options
  if (!Object.hasOwn(absentIn, cloud)) {
    throw invalidValue('cloud', cloud, `one of ${Object.keys(absentIn).join(', ')}`)
  }
  const theirs = readMetadata(metadataText(csdl))
  const ours = modelMetadata({ cloud })
  return Object.freeze(sortedFindings([...findingsIn(ours, theirs)].map((finding) => Object.freeze(finding))))
}

/** Types that the service sends on its own. */
const roots = [callType, 'microsoft.graph.commsNotifications']

function* findingsIn(ours: Metadata, theirs: Metadata): Generator<DriftFinding> {
  const reached = reachedFrom(theirs, roots)
  const sent = sentEnums(ours)
  for (const [name, type] of ours.objects) {
    const other = theirs.objects.get(name)
    if (other) yield* compareTypes({ ours, theirs, knownPropertiesOf }, type, other)
    else yield onlyIn('ours', name, 'type')
  }
  const used = reachedFrom(ours, [...ours.objects.keys()]).types
  for (const [name, type] of ours.enums) {
    if (!used.has(name)) continue
    const other = theirs.enums.get(name)
    if (other) yield* compareEnums(name, type, other, sent.has(name))
    else yield onlyIn('ours', name, 'enum')
  }
  for (const name of reached.types) {
    if (!ours.objects.has(name) && !ours.enums.has(name)) {
      yield onlyIn('theirs', name, theirs.enums.has(name) ? 'enum' : 'type')
    }
  }
  yield* compareActions(ours.actions, reached.actions)
  yield* deprecatedNames(ours, theirs, reached)
}

/** Returns the enums that requests can contain. */
function sentEnums(ours: Metadata): ReadonlySet<string> {
  const used = ours.actions.flatMap(({ parameters }) => [...parameters.values()].map(({ name }) => name))
  const { types } = reachedFrom({ ...ours, actions: [] }, used)
  return new Set([...types, ...used])
}

function knownPropertiesOf(type: string): ReadonlySet<string> {
  const types: Readonly<Record<string, ObjectType>> = objectTypes
  return new Set(Object.keys(types[type]?.properties ?? {}))
}
