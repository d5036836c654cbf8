import { isJsonObject } from '../../src/model/json.ts'
import { ProviderStateError } from './state-handlers.ts'

/** A request of a verifier to set up a provider state, or to remove it. */
export interface ProviderStateRequest {
  /** Name of the state. Empty for an interaction that has no state. */
  readonly name: string
  readonly parameters: unknown
  readonly action: 'setup' | 'teardown'
}

const example =
  '{ "state": "a call exists", "params": { "id": "...", "scenario": "group" }, "action": "setup" }'

/**
 * Parses a request: a JSON body with `state`, `params` and `action`, the older body with a list of `states`, or the same
 * values as options of the query.
 *
 * @throws a {@link ProviderStateError} if the request is not one of these
 */
export function parseProviderStateRequest(body: string, query: URLSearchParams): ProviderStateRequest {
  const values = body === '' ? valuesOf(query) : parsed(body)
  const { state, states, params, action = 'setup' } = values
  const name = state ?? onlyState(states)
  if (typeof name !== 'string') {
    throw new ProviderStateError(`Missing "state" in the request. Expected ${example}.`)
  }
  if (params !== undefined && params !== null && !isJsonObject(params)) {
    throw new ProviderStateError(`Invalid "params" in the request. Expected an object, as in ${example}.`)
  }
  if (action !== 'setup' && action !== 'teardown') {
    throw new ProviderStateError(
      `Invalid "action" in the request: ${JSON.stringify(action)}. Expected "setup" or "teardown".`,
    )
  }
  return { name, parameters: params ?? {}, action }
}

function parsed(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body)
    if (isJsonObject(value)) return value
  } catch {
    // The error below says what is expected.
  }
  throw new ProviderStateError(`Invalid JSON in the request. Expected ${example}.`)
}

/** The verifiers send one request for each state, also those that send a list. */
function onlyState(states: unknown): unknown {
  if (!Array.isArray(states) || states.length === 0) return undefined
  if (states.length === 1) return states[0]
  throw new ProviderStateError(
    `Invalid "states" in the request: ${states.length} states. Expected one, because each state replaces the one before.`,
  )
}

/** Reads the query of a verifier that sends no body: the parameters are options next to `state` and `action`. */
function valuesOf(query: URLSearchParams): Record<string, unknown> {
  const { state, action, ...params } = Object.fromEntries(query)
  return {
    state,
    action,
    params: Object.fromEntries(Object.entries(params).map(([name, text]) => [name, parameterOf(text)])),
  }
}

/** Verifiers send every value but text as JSON. A number stays text, because an id can consist of digits. */
function parameterOf(text: string): unknown {
  if (!/^[[{]|^(?:true|false)$/.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
