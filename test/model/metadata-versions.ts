import type { MetadataVersion } from 'graph-call-testkit/schema'
import { type Cloud, changes } from '../../src/model/changes.ts'
import {
  concreteTypesOf,
  objectType,
  odataTypeOf,
  propertiesOf,
  type ValueType,
} from '../../src/model/index.ts'
import { runs } from '../runs.ts'

const clouds: readonly Cloud[] = ['global', 'usgov', 'usnat']

/** The day before each change of the metadata, and each cloud, alone and together with the oldest date. `npm test` has every third. */
export const metadataVersions: readonly MetadataVersion[] = [
  ...changes.map(({ since }) => ({ asOf: dayBefore(since) })),
  ...clouds.flatMap((cloud) => [{ cloud }, { cloud, asOf: '2022-06-01' }]),
].filter((_, index) => index % runs(3, 1) === 0)

function dayBefore(since: string): string {
  const [year = 0, month = 0] = since.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10)
}

/** Place in a call that can have an object of a type. */
export interface Slot {
  readonly type: string
  /** Type that the model declares in this place: the type itself, or one that it extends. */
  readonly declared: string
  /** Names of the properties that lead to the place. */
  readonly path: readonly string[]
  /** Returns a call with an object in this place. */
  readonly callWith: (properties: object) => object
}

/**
 * Returns a place for each type that a call can have in a version of the metadata, and for each type that only the version lacks.
 *
 * @param absent - names that the version does not have
 */
export function slotsIn(absent: ReadonlySet<string>): { readonly present: Slot[]; readonly lacking: Slot[] } {
  const call: Slot = { type: 'call', declared: 'call', path: [], callWith: tagged('call') }
  const present = [call]
  const lacking: Slot[] = []
  for (const { type, path, callWith } of present) {
    for (const [key, property] of Object.entries(propertiesOf(type))) {
      if (absent.has(`${declaringType(type, key)}.${key}`)) continue
      const declared = objectIn(property.type)
      for (const inner of declared === undefined ? [] : concreteTypesOf(declared)) {
        if ([...present, ...lacking].some((slot) => slot.type === inner)) continue
        const isList = property.type.kind === 'collection'
        const slot: Slot = {
          type: inner,
          declared: declared ?? inner,
          path: [...path, key],
          callWith: (properties) => {
            const value = tagged(inner)(properties)
            return callWith({ [key]: isList ? [value] : value })
          },
        }
        ;(absent.has(inner) ? lacking : present).push(slot)
      }
    }
  }
  return { present, lacking }
}

const tagged = (type: string) => (properties: object) => ({ '@odata.type': odataTypeOf(type), ...properties })

/** Returns the type that declares a property: a type, or one that it extends. */
export function declaringType(type: string, key: string): string {
  const { base, properties } = objectType(type)
  return base === undefined || key in properties ? type : declaringType(base, key)
}

function objectIn(type: ValueType): string | undefined {
  if (type.kind === 'collection') return objectIn(type.of)
  return type.kind === 'object' ? type.name : undefined
}
