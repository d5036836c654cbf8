import { object, type Property, type Provenance, property, type ValueType } from '../definitions.ts'

/** Parameter of an action: a property of the request body, with its limits. */
export interface Parameter extends Property {
  /** Smallest and largest number. */
  readonly minimum?: number
  readonly maximum?: number
  /** Smallest and largest number of items in a list. */
  readonly minimumItems?: number
  readonly maximumItems?: number
  /** Largest number of characters of a text. */
  readonly maximumLength?: number
  /** Format of a text that a client sends. `callback` is an https URL, or an http URL on loopback. */
  readonly form?: 'callback'
  /** Other spellings of enum members in the documentation, accepted as well. */
  readonly ignoreCase?: true
}

/** Kind of media of a call: hosted by the service, or by the bot. */
export type HostedMedia = 'service' | 'app'

/** Calls in which an action is allowed. */
export interface AllowedCalls {
  /** States of the call. */
  readonly states: readonly string[]
  readonly kind?: 'group' | 'peer-to-peer'
  readonly media?: HostedMedia
}

/** Successful response of an action. */
export interface ActionResponse {
  readonly status: 200 | 201 | 202 | 204
  /** Type of the body. Absent if the body is empty. */
  readonly body?: ValueType
  /** Set if the body is a list of {@link ActionResponse.body} in `value`. */
  readonly isList?: true
  /** `status` of the operation in the body, as the service writes it. A running operation ends with a notification. */
  readonly operation?: 'running' | 'Running' | 'completed'
}

/** Something that a bot can ask for. */
export interface Action {
  /** Name in the metadata, or a name made from the method and the resource. Unique. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Path below `/communications`, with the names of the ids in braces. */
  readonly path: string
  /** One sentence, used in the documentation and in OpenAPI. */
  readonly doc: string
  readonly provenance: Provenance
  /** Source, for example "call: answer". */
  readonly origin: string
  /** Parameters in the request body. Absent for an action without a body. */
  readonly parameters?: Readonly<Record<string, Parameter>>
  /** Names of the headers that a request needs, other than `Authorization` and `Content-Type`. */
  readonly headers?: readonly 'User-Agent'[]
  /** Set if the body is an open type, so that other properties are accepted. */
  readonly open?: true
  /** Absent if the action does not depend on a call. */
  readonly allowed?: AllowedCalls
  readonly response: ActionResponse
  /** Notifications that follow, in order, each in a few words. */
  readonly notifications: readonly string[]
  /** Set if the US government cloud does not have the action, or some of its parameters. Source: metadata of that cloud. */
  readonly notInUsGovernment?: true | readonly string[]
  /** Set if only beta has the action. */
  readonly betaOnly?: true
}

interface ParameterOptions extends Omit<Partial<Parameter>, keyof Property> {
  readonly required?: true
  /** Source, if it is neither the page of the action nor the metadata. */
  readonly documented?: string
  readonly metadata?: true
}

/** Source of a parameter that the page of its action documents. */
export const pageOfAction = 'page of the action'

/** Defines a parameter. By default its source is the page of the action, and it can be left out or null. */
export function parameter(type: ValueType, doc: string, options: ParameterOptions = {}): Parameter {
  const { required, documented = pageOfAction, metadata, ...limits } = options
  const { nullable: _, ...base } = property(type, doc, metadata ? {} : { documented })
  return { ...base, required: required ?? false, nullable: required !== true, ...limits }
}

/** `clientContext` of every action that has one. Any text: bots also use names such as `main-0`. */
export const clientContext = parameter(
  { kind: 'string' },
  'Text that the operation and its notification repeat.',
  {
    maximumLength: 256,
  },
)

/** Parameter list of actions that have only a client context. */
export const onlyClientContext = { clientContext } as const

/** Returns the path of a resource or an action of a call. */
export const ofCall = (name: string) => `/calls/{id}/${name}`

/** Returns the type of an operation. */
export const operationOf = (name: string) => object(`${name}Operation`)
