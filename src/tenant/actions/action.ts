import type { NamedAction } from '../../model/actions/index.ts'
import type { JsonObject } from '../../model/json.ts'
import type { PathIds } from '../http/match-action.ts'
import type { LiveParts } from '../live-parts.ts'

/** Request for an action that passed all checks of the model. */
export interface ActionRequest {
  readonly action: NamedAction
  /** Id of the call, or an empty string for an action without a call. */
  readonly callId: string
  readonly ids: PathIds
  /** Checked body. Empty for an action without one. */
  readonly body: JsonObject
  /** URL of all calls, for example `https://graph.microsoft.com/v1.0/communications/calls`. */
  readonly callsUrl: string
  /** `@odata.context` of a list of calls. */
  readonly context: string
  /** Scheme, host and port under which the client reached the tenant, if known. */
  readonly origin: string | undefined
  /** Id of the app in the token, if known. */
  readonly appId: string | undefined
  /** @param name - in lower case */
  readonly header: (name: string) => string | null
}

/** Returns the URL of the metadata document, with which each `@odata.context` begins. */
export function metadataUrlOf({ context }: ActionRequest): string {
  return context.slice(0, context.indexOf('#'))
}

/** Error of the service. */
export interface ServiceError {
  readonly status: number
  readonly code: string
  readonly message: string
  /** True if no source shows this response. */
  readonly isAssumed: boolean
}

/** Successful response to an action. */
export interface ActionSuccess {
  readonly body?: JsonObject
  readonly location?: string
  /** True if no source shows this response. */
  readonly isAssumed?: boolean
}

/** Response to an action. */
export type ActionResult = ActionSuccess | { readonly error: ServiceError }

/** Carries out an action. */
export type ActionHandler = (live: LiveParts, request: ActionRequest) => ActionResult

/** Returns an error that no source shows. */
export function assumedError(
  status: number,
  code: string,
  message: string,
): { readonly error: ServiceError } {
  return { error: { status, code, message, isAssumed: true } }
}

/** Returns an error that a source shows. */
export function knownError(status: number, code: string, message: string): { readonly error: ServiceError } {
  return { error: { status, code, message, isAssumed: false } }
}

/** Error for a call that has ended or was never made. Source: keepAlive; reported with the code 8522. */
export const callNotFound = knownError(404, '8522', 'Call not found.')
