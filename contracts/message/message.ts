import { isJsonObject, type JsonObject } from '../../src/model/json.ts'
import type { InteractionAnnotations } from '../interaction/annotations.ts'
import { checkElements, type Exact, exactPathsOf } from '../interaction/exact.ts'
import { matchersFor, type Template } from '../interaction/matchers.ts'
import { messageStateName } from '../pact-file/pact-message.ts'
import { expectedBodyOf } from '../reads/expected-body.ts'
import { type ReadPath, readPathOf, stepsOf } from '../reads/read-paths.ts'

/** State of the provider when it sends a message. */
export interface MessageState {
  readonly name: typeof messageStateName
  readonly parameters: MessageStateParameters
}

/**
 * Parameters of the state: everything that must be true, so that a provider in any language can send the message. Only the
 * virtual tenant needs `scenario`.
 */
interface MessageStateParameters {
  /** Id of the call, if the message has it. */
  readonly id?: string
  /** Properties that the changes must have, one entry for each change, in the order of the message. */
  readonly changes: readonly JsonObject[]
  /** Name of the fixture that the message is taken from, if it is one. */
  readonly scenario?: string
}

/** A message in Pact's integration JSON: every example has its matcher. */
export interface MessageTemplate {
  readonly description: string
  readonly state: MessageState
  readonly metadata: { readonly contentType: string }
  readonly contents: Template
}

/** One message of a contract. */
export interface Message {
  /** Name of the fixture, or of the custom message. */
  readonly name: string
  readonly description: string
  readonly annotations: InteractionAnnotations
  /** The part of the example that the consumer reads. */
  readonly body: JsonObject
  readonly template: MessageTemplate
}

/** A notification that a contract has as an example. */
interface Example {
  readonly name: string
  readonly body: { readonly value: readonly unknown[] }
  /** True if the example is a fixture. */
  readonly isFixture: boolean
}

/** Options of a message: what is compared exactly, and its annotations. */
export interface MessageSettings extends InteractionAnnotations {
  readonly exact?: Exact | undefined
}

/** Paths that a provider needs to know which change to send. */
const ofState: readonly ReadPath[] = [
  'changeType',
  'resourceUrl',
  'resourceData.state',
  'resourceData.status',
]

/**
 * Creates a message with the part of a notification that the consumer reads. Each change is a body of its own: a message with
 * two changes expects both of them, in this order.
 *
 * @throws an {@link ExactPathError} if elements of a collection have different values at an exact path
 */
export function messageOf(
  { name, body: { value, ...rest }, isFixture }: Example,
  reads: readonly ReadPath[],
  { description = descriptionOf(name), exact, ...annotations }: MessageSettings,
): Message {
  const readsOfChange = inChange(reads)
  const exactInChange = exact && inChange(exact)
  const changes = value.map((change) => expectedChange(change, readsOfChange))
  value.forEach((change, index) => {
    checkElements(change, changes[index], exactInChange || [])
  })
  const outer = Object(expectedBodyOf('commsNotifications', rest, reads))
  const id = idIn(value)
  const parameters = {
    ...(id !== undefined && { id }),
    changes: value.map((change) => expectedChange(change, [...ofState, ...readsOfChange])),
    ...(isFixture && { scenario: name }),
  }
  const exactPaths = exactPathsOf('commsNotification', exactInChange)
  return {
    name,
    description,
    annotations,
    body: { ...outer, value: changes },
    template: {
      description,
      state: { name: messageStateName, parameters },
      metadata: { contentType: 'application/json' },
      contents: {
        // Without matchers for an empty object, which would replace the changes.
        ...(Object.keys(outer).length > 0 && Object(matchersFor('commsNotifications', outer, []))),
        value: changes.map((change) => matchersFor('commsNotification', change, exactPaths)),
      },
    },
  }
}

/** Returns the description of the message with a name, if it has none of its own. */
const descriptionOf = (name: string) => `a notification of a call (${name})`

/** Returns the paths in one change: `changeType` for `value[].changeType`. */
function inChange(paths: readonly ReadPath[]): ReadPath[] {
  return paths.flatMap((path) => {
    const [first, second, ...rest] = stepsOf(path)
    if (first === '*' || second === '*') return ['*']
    return first === 'value' && second === '[]' && rest.length > 0 ? [readPathOf(rest)] : []
  })
}

function expectedChange(change: unknown, reads: readonly ReadPath[]): JsonObject {
  const expected = expectedBodyOf('commsNotification', change, reads)
  return isJsonObject(expected) ? expected : {}
}

/** Returns the id of the call in the path of the first change that has one. */
function idIn(changes: readonly unknown[]): string | undefined {
  for (const change of changes) {
    const { resourceUrl, resource }: Partial<Record<string, unknown>> = Object(change)
    const [, id] = /\/calls\/([^/?]+)/.exec(String(resourceUrl ?? resource)) ?? []
    if (id !== undefined) return id
  }
  return undefined
}
