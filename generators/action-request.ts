import type { Arbitrary } from 'fast-check'
import { type ActionRequest, actionNames, actionRequestOf } from '../src/builder/action-request.ts'
import {
  checkNames,
  checkText,
  type DocumentOptions,
  documentOptionKinds,
  type Known,
  type OneOrMore,
  settingsOf,
  type ValuesOf,
  valuesOf,
} from '../src/builder/options/options.ts'
import type { ActionName } from '../src/model/actions/index.ts'
import type { OptionKinds } from '../src/model/known-options.ts'
import { arbitraryOf } from './arbitrary.ts'

/**
 * Options of {@link anyActionRequest}.
 *
 * @example
 * ```ts
 * import { type ActionRequestOptions, anyActionRequest } from 'graph-call-testkit/generators'
 *
 * const options: ActionRequestOptions = { action: ['playPrompt', 'recordResponse'], callId: '2e1a0b00' }
 * const requests = anyActionRequest(options)
 * ```
 */
export interface ActionRequestOptions extends DocumentOptions {
  /** Actions to request. Defaults to all of them. */
  readonly action?: OneOrMore<ActionName> | undefined
  /** ID of the call. Defaults to any ID. */
  readonly callId?: string | undefined
}

/**
 * Generates valid requests for the actions of the calling API: `{ action, method, path, headers, body }`. Bodies follow the
 * parameters of the action and their limits. Paths have either root, and bare or qualified names of actions. Requests shrink toward the
 * first action, without optional parameters.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
 * @example
 * ```ts
 * import { anyActionRequest } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyActionRequest({ action: 'playPrompt' }), ({ body }) => JSON.stringify(body).includes('prompts')))
 * ```
 * Sources: the pages of the calling API; $metadata v1.0; examples with qualified names.
 */
export function anyActionRequest<const O extends ActionRequestOptions = Record<never, never>>(
  options?: O & Known<ActionRequestOptions, O>,
): Arbitrary<ActionRequest<ValuesOf<O, 'action', ActionName>>>
export function anyActionRequest(options: ActionRequestOptions = {}): Arbitrary<ActionRequest> {
  checkNames(options, {
    action: 'checked',
    callId: 'checked',
    ...documentOptionKinds,
  } satisfies OptionKinds<ActionRequestOptions>)
  checkText('callId', options.callId)
  const names = valuesOf('action', options.action, actionNames)
  return arbitraryOf(actionRequestOf(names, options.callId), settingsOf(options))
}
