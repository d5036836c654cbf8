import { assumptions } from '../model/assumptions/index.ts'
import { cloudsWithout, sinceOf } from '../model/changes.ts'
import type { Provenance } from '../model/definitions.ts'
import { disagreementsAbout, noteOf } from '../model/disagreements.ts'
import { knownBehavior } from '../model/known-behavior.ts'
import { provenancesOf, sourcesIn } from '../model/sources.ts'
import type { Explanation, ExplanationKind } from './explanation.ts'

/** Fact of the model, with the text of its sources. */
export interface Fact {
  readonly name: string
  readonly kind: ExplanationKind
  readonly description: string
  readonly type?: string
  readonly nullable?: boolean
  readonly members?: readonly string[]
  /** Declared kind of source. */
  readonly provenance: Provenance
  /** Text of the sources, in parts separated by semicolons. */
  readonly origin: string
  /** Texts of sources that show the same, without being the rule. */
  readonly alsoIn?: readonly string[]
  readonly seenIn?: readonly string[]
  readonly watchFor?: readonly string[]
}

/** Adds everything that other tables say about a fact, and freezes it. */
export function explanationOf(fact: Fact): Explanation {
  const { provenance, origin, alsoIn = [], seenIn = [], watchFor = [], ...rest } = fact
  const { name } = fact
  const differing = disagreementsAbout(name)
  const named = [origin, ...alsoIn].flatMap(sourcesIn)
  const claimed = differing.flatMap(({ documented, metadata, reported }) =>
    [documented, metadata, reported].flatMap((claim) => (claim ? sourcesIn(claim.origin) : [])),
  )
  const sources = [...named, ...claimed].filter(
    (source, index, all) => all.findIndex(({ text }) => text === source.text) === index,
  )
  const since = sinceOf(name)
  return deepFreeze({
    ...rest,
    provenance: provenancesOf(provenance, named),
    source: origin,
    sources,
    ...(since !== undefined && { since }),
    seenIn,
    assumed: assumptions
      .filter(({ about }) => about.includes(name))
      .map(({ topic, unknown, choice }) => `${topic}. Unknown: ${unknown} Virtual tenant: ${choice}`),
    watchFor: [
      ...watchFor,
      ...knownBehavior
        .filter(({ about }) => about.includes(name))
        .map(({ topic, behavior }) => `${topic}: ${behavior}`),
      ...cloudAdvice(name),
    ],
    ...(differing.length > 0 && { note: differing.map(noteOf).join('\n') }),
  })
}

function cloudAdvice(name: string): readonly string[] {
  const clouds = cloudsWithout(name)
  return clouds.length > 0 ? [`The metadata of these clouds does not have it: ${clouds.join(', ')}.`] : []
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}
