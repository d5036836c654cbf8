import type { AnyIdentitySet, AudioRoutingGroup, CallRoute, Participant } from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import { cloneJson } from './clone-json.ts'
import { participant, participantWith } from './participant.ts'

type Id = string | null | undefined

/** A participant that other properties of a call mention. */
export interface Mentioned {
  readonly id: Id
  readonly identity: Build<AnyIdentitySet>
}

/**
 * Builds a roster of the mentioned participants that have an ID, as far as it is long enough, and then others, who are sometimes the
 * same person on another device. It begins with any of them.
 */
export function roster(choices: Choices, mentioned: readonly Mentioned[]): Participant[] {
  const known = new Map(mentioned.map(({ id, identity }) => [id, identity]))
  known.delete(null)
  known.delete(undefined)
  const remaining = [...known]
  let previous: Participant | undefined
  const members = choices.longList(0, 3, (choices) => {
    const isSamePerson = choices.flag(1 / 4)
    const [id, identity = isSamePerson ? identityOf(previous?.info) : undefined] = remaining.shift() ?? []
    const member = identity ? participantWith(identity)(choices) : participant(choices)
    if (id) member.id = id
    refer(member.info, member.id)
    previous = member
    return member
  })
  return choices.rotated(members)
}

/** Returns a builder of copies of the identity that a participant has. */
export function identityOf({ identity }: Identified): Build<AnyIdentitySet>
export function identityOf(participant: Identified | undefined): Build<AnyIdentitySet> | undefined
export function identityOf(participant: Identified | undefined): Build<AnyIdentitySet> | undefined {
  return participant && (() => cloneJson(participant.identity))
}

interface Identified {
  readonly identity: AnyIdentitySet
}

/** Sets the `participantId` of an object that has one. Returns the object. */
export function refer<T extends { participantId?: string | null } | null | undefined>(object: T, id: Id): T {
  if (object?.participantId && id) object.participantId = id
  return object
}

/** Makes each route of a call begin where the previous one ended, and the last one end at the participant that was called. */
export function chainRoutes(routes: readonly CallRoute[], called: Identified | undefined): void {
  let next = called?.identity
  for (const route of routes.toReversed()) {
    if (next) route.final = cloneJson(next)
    next = route.original
  }
}

/** Makes audio routing groups route between members of a roster: the first ones are heard, the last ones listen. */
export function routeWithin(groups: readonly AudioRoutingGroup[], members: readonly Participant[]): void {
  const ids = members.map(({ id }) => id)
  for (const group of groups) {
    if (group.sources) group.sources = ids.slice(0, group.sources.length)
    if (group.receivers) group.receivers = ids.slice(Math.max(ids.length - group.receivers.length, 0))
  }
}
