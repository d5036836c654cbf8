import { declarationsOf } from '../model/index.ts'
import { nearestNames } from '../model/nearest-names.ts'
import { actionFacts } from './action-facts.ts'
import { codeFacts } from './code-facts.ts'
import type { Explanation } from './explanation.ts'
import { explanationOf, type Fact } from './fact.ts'
import { behaviorFacts, fixtureFacts } from './fixture-facts.ts'
import { followPath, keysOf, type PathTarget } from './model-path.ts'
import { propertyFact, tagFact, typeFacts } from './type-facts.ts'
import { UnknownNameError } from './unknown-name-error.ts'

/** Types other than `call` that a path can begin in, without naming them. */
const otherRoots = ['commsNotifications', 'callError', 'commsOperation', 'skypeIncomingCall'] as const

const maxSuggestions = 3
const maxNameLength = 80

/** All facts, in the order of `explanations`. Created when they are first needed. */
let facts: readonly Fact[] | undefined
let factsByName: ReadonlyMap<string, Fact> | undefined

function allFacts(): readonly Fact[] {
  facts ??= withOtherNames([
    ...typeFacts(),
    ...actionFacts(),
    ...codeFacts(),
    ...fixtureFacts(),
    ...behaviorFacts(),
  ])
  return facts
}

/** A few fixtures have the name of an action or of another fixture. The first fact with a name mentions the others. */
function withOtherNames(all: readonly Fact[]): readonly Fact[] {
  const byName = new Map<string, Fact[]>()
  for (const fact of all) byName.set(fact.name, [...(byName.get(fact.name) ?? []), fact])
  return all.map((fact) => {
    const [first, ...others] = byName.get(fact.name) ?? []
    if (first !== fact || others.length === 0) return fact
    const also = others.map(({ kind, description }) => `Also the name of a ${kind}. ${description}`)
    return { ...fact, watchFor: [...(fact.watchFor ?? []), ...also] }
  })
}

/** Facts by name. The first of several with the same name wins: an action comes before a fixture. */
function namedFacts(): ReadonlyMap<string, Fact> {
  factsByName ??= new Map([...allFacts()].reverse().map((fact) => [fact.name, fact]))
  return factsByName
}

/**
 * Returns everything that is known about a property, type, enum member, action, parameter, error code, result, fixture or
 * behavior, and how it is known.
 *
 * @param name - path of a call (`targets[0].identity.user.id`), of a notification or of an error; name of a type
 *   (`participantInfo` or `#microsoft.graph.participantInfo`), member (`callState.hold`), action (`answer`), parameter (`answer.callbackUri`) or fixture; error code
 *   (`8522`); or code and subcode of a result (`200/7015`)
 * @returns the same frozen value each time
 * @throws an {@link UnknownNameError} if the name is unknown; the message lists the most similar names
 * @example
 * ```ts
 * import { explain } from 'graph-call-testkit'
 *
 * explain('mediaConfig.preFetchMedia[].uri').type // 'string'
 * explain('state').members // ['incoming', 'establishing', ...]
 * explain('200/7015').description // 'Result: the transfer was completed.'
 * ```
 * Sources: see `sources` of each explanation.
 */
export function explain(name: string): Explanation {
  const text = String(name)
  const fact =
    resolvePath(text, ['call']) ??
    namedFacts().get(text.replace(/^#?microsoft\.graph\./, '')) ??
    namedFacts().get(`AADSTS${text}`) ??
    resolvePath(text, otherRoots)
  if (fact) return remembered(fact)
  throw new UnknownNameError(text.slice(0, maxNameLength), nearestTo(text.slice(0, maxNameLength)))
}

/**
 * Returns an explanation of everything that the model has: types, properties, enums, members, actions, parameters, error
 * codes, results, fixtures, notifications, and the behavior of the virtual tenant.
 *
 * @example
 * ```ts
 * import { explanations } from 'graph-call-testkit/explain'
 *
 * const assumed = explanations().filter(({ provenance }) => provenance.includes('assumed'))
 * assumed.map(({ name }) => name)
 * ```
 * Sources: see `sources` of each explanation.
 */
export function explanations(): readonly Explanation[] {
  return allFacts().map(remembered)
}

const explained = new WeakMap<Fact, Explanation>()

function remembered(fact: Fact): Explanation {
  const known = explained.get(fact) ?? explanationOf(fact)
  explained.set(fact, known)
  return known
}

function resolvePath(text: string, roots: readonly string[]): Fact | undefined {
  const keys = keysOf(text)
  if (!keys) return undefined
  const [first = '', ...rest] = keys
  for (const root of roots) {
    const found = followPath(root, keys)
    if ('owner' in found) return factOf(found)
  }
  // A path can also begin with the name of a type.
  if (rest.length === 0 || namedFacts().get(first)?.kind !== 'type') return undefined
  const found = followPath(first, rest)
  return 'owner' in found ? factOf(found) : undefined
}

const tagFacts = new Map<string, Fact>()

function factOf({ owner, key, property }: PathTarget): Fact | undefined {
  if (property) return namedFacts().get(`${owner}.${key}`) ?? propertyFact(owner, key, property)
  const fact = tagFacts.get(owner) ?? tagFact(owner)
  tagFacts.set(owner, fact)
  return fact
}

/** Returns the explanation at the end of a path of a body with a known type, or `undefined` if the model does not know it. */
export function explainPath(root: string, keys: readonly string[]): Explanation | undefined {
  const found = followPath(root, keys)
  const fact = 'owner' in found ? factOf(found) : undefined
  return fact && remembered(fact)
}

/** Returns the names most similar to one that is unknown. */
function nearestTo(text: string): readonly string[] {
  const keys = keysOf(text)
  const [first = '', ...rest] = keys ?? []
  const starts = [
    ...['call', ...otherRoots].map((root) => ({ result: followPath(root, keys ?? [text]), prefix: '' })),
    ...(rest.length > 0 && namedFacts().get(first)?.kind === 'type'
      ? [{ result: followPath(first, rest), prefix: `${first}.` }]
      : []),
  ]
  for (const { result, prefix } of starts) {
    if ('owner' in result || !result.known) continue
    const names = result.names.map((name) => `${prefix}${result.known}${name}`)
    if (names.length > 0) return nearestNames(text, names).slice(0, maxSuggestions)
  }
  const names = [...declarationsOf('call').keys(), ...namedFacts().keys()]
  return nearestNames(text, [...new Set(names)]).slice(0, maxSuggestions)
}
