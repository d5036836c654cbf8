import {
  type ErrorFixtureName,
  type FixtureName,
  fixture,
  fixtures,
  UnknownFixtureError,
} from '../../fixtures/index.ts'
import { checkTenant } from '../../src/read/check-tenant.ts'
import { readCall, readCallWithUnknownEnumMembers } from '../../src/read/read-call.ts'
import type { ErrorStatus, Failure, ForbiddenCode, Tenant } from '../../src/tenant/index.ts'
import { fixtureNames, isCallFixture, isErrorFixture } from '../fixture-names.ts'
import { RedactedError } from '../redacted-error.ts'
import type { ProviderStateName } from './provider-states.ts'

/**
 * Sets up one provider state. Pact's Verifier calls it with the parameters of the state, and inserts the returned id into
 * the path of the request.
 *
 * @example
 * ```ts
 * import { type StateHandler, stateHandlers } from 'graph-call-testkit/contracts'
 *
 * const setUp: StateHandler = stateHandlers(tenant)['a call exists']
 * await setUp({ id, call: { state: 'established', direction: 'outgoing' } }) // { id }
 * ```
 * Source: the state handlers of Pact's Verifier.
 */
export type StateHandler = (parameters?: unknown) => Promise<{ id: string }>

/**
 * Thrown by a state handler when a parameter is missing or has an unknown value.
 *
 * @example
 * ```ts
 * import { stateHandlers } from 'graph-call-testkit/contracts'
 *
 * await stateHandlers(tenant)['a call exists']({ id })
 * // ProviderStateError: Missing parameter "call" of the provider state. Expected the properties that the call must have ...
 * ```
 * Source: the parameters of the provider states, see `stateHandlers`.
 */
export class ProviderStateError extends RedactedError {
  override readonly name = 'ProviderStateError'
}

/**
 * Returns the `stateHandlers` option of Pact's Verifier, which sets up the provider states of a contract in a virtual tenant.
 * Each handler resets the tenant first, so an interaction never sees the state of another one.
 *
 * | state | parameters | effect |
 * |---|---|---|
 * | `a call exists` | `id`, `call`: properties that the call must have | adds that call under the id |
 * | `no call exists` | `id`, `code` | the next response is 404, even if the tenant was created with the call |
 * | `the access token has expired` | `id`, `code` | the next response is 401 |
 * | `the access token is for another service` | `id`, `code` | the next response is 401 |
 * | `access to the call is forbidden` | `id`, `code`: `7503`, `7504` or `7505` | responses for the id are 403 |
 * | `the service rejects the request` | `id`, `status`: 400, 409 or 412, `code` | the next response has this status |
 * | `requests are throttled` | `id`, `code`, `retryAfter` | the next response is 429 |
 * | `the service fails` | `id`, `status`, `code`, `retryAfter` | the next response has this status |
 *
 * If the parameter `scenario` has the name of a fixture, the response is that fixture, and only `id` is needed as well. With
 * `unknownEnumMembers: true`, the enums of `call` may have members that this package does not know.
 *
 * @returns a handler for each state. It returns the id, and throws {@link ProviderStateError} if a parameter is missing or
 * has an unknown value
 * @throws TypeError if `tenant` is not a tenant
 * @example
 * ```ts
 * import { stateHandlers } from 'graph-call-testkit/contracts'
 *
 * const options = { providerBaseUrl: server.url, pactUrls: ['pacts'], stateHandlers: stateHandlers(tenant) }
 * // await new Verifier({ provider: 'microsoft-graph-calls', ...options }).verifyProvider()
 * ```
 * Source: the fixtures of each state.
 */
export function stateHandlers(tenant: Tenant): Readonly<Record<ProviderStateName, StateHandler>> {
  checkTenant(tenant)
  const handler =
    (setUp: (id: string, parameters: unknown) => void): StateHandler =>
    async (parameters) => {
      const id = parameter(parameters, 'id')
      tenant.reset()
      setUp(id, parameters)
      return { id }
    }
  return {
    'a call exists': handler((id, parameters) => {
      tenant.addCall({ ...callIn(parameters), id }, { replace: true, unknownEnumMembers: true })
    }),
    'no call exists': handler(() => tenant.failNext({ fixture: 'call-not-found' })),
    'the access token has expired': handler(() => tenant.failNext({ fixture: 'access-token-expired' })),
    'the access token is for another service': handler(() =>
      tenant.failNext({ fixture: 'invalid-audience' }),
    ),
    'access to the call is forbidden': handler((id, parameters) =>
      tenant.forbid(id, forbiddenCode(parameters)),
    ),
    'the service rejects the request': handler((_, parameters) =>
      tenant.failNext(failureIn(parameters, errorFixtures([400, 409, 412]))),
    ),
    'requests are throttled': handler((_, parameters) =>
      tenant.failNext(failureIn(parameters, errorFixtures([429]))),
    ),
    'the service fails': handler((_, parameters) =>
      tenant.failNext(failureIn(parameters, errorFixtures([500, 503, 504]))),
    ),
  }
}

/** Returns the call to add, checked as the parameters say. */
function callIn(parameters: unknown) {
  const { call, scenario, unknownEnumMembers = false }: Partial<Record<string, unknown>> = Object(parameters)
  const names = fixtureNames().filter(isCallFixture)
  // A newer version of this package may have written the name. Its call is then complete enough.
  if (names.some((name) => name === scenario) || (scenario !== undefined && call === undefined)) {
    return fixture(fixtureIn(parameters, names))
  }
  if (call === undefined) {
    throw new ProviderStateError(
      'Missing parameter "call" of the provider state. Expected the properties that the call must have, or "scenario" with the name of a call fixture.',
    )
  }
  try {
    return unknownEnumMembers === true ? readCallWithUnknownEnumMembers(call) : readCall(call)
  } catch (cause) {
    throw new ProviderStateError(
      'Invalid parameter "call" of the provider state. Expected a call, or a part of one.',
      { cause },
    )
  }
}

/** Returns the failure with the status, the code and the `Retry-After` of the parameters, or the fixture that they name. */
function failureIn(parameters: unknown, allowed: readonly ErrorFixtureName[]): Failure {
  const { scenario, status, code, retryAfter }: Partial<Record<string, unknown>> = Object(parameters)
  const isDescribed = status !== undefined || code !== undefined || retryAfter !== undefined
  if (allowed.some((name) => name === scenario) || !isDescribed) {
    return { fixture: fixtureIn(parameters, allowed) }
  }
  const found = allowed.find(
    (name) =>
      (status === undefined || fixtures[name].status === Number(status)) &&
      (code === undefined || fixtures[name].body.error.code === code),
  )
  // A state without the parameter describes a response without the header.
  const seconds = retryAfter === undefined ? null : Number(retryAfter)
  if (found && (seconds === null || seconds >= 0)) return { fixture: found, retryAfter: seconds }
  const known = allowed.map((name) => `${fixtures[name].status} ${fixtures[name].body.error.code}`)
  throw new ProviderStateError(
    `Invalid parameters of the provider state: ${JSON.stringify({ status, code, retryAfter })}. Expected the status and code of one of these errors, and the seconds of Retry-After: ${[...new Set(known)].join(', ')}.`,
  )
}

/** Returns the name of a fixture from the parameters. It must be one that fits the state. */
function fixtureIn<Name extends FixtureName>(parameters: unknown, allowed: readonly Name[]): Name {
  const value = parameter(parameters, 'scenario')
  const found = allowed.find((name) => name === value)
  if (found) return found
  const { message } = new UnknownFixtureError(value, allowed)
  throw new ProviderStateError(
    `Invalid parameter "scenario" of the provider state: it does not fit the state. ${message}`,
  )
}

function errorFixtures(statuses: readonly ErrorStatus[]): ErrorFixtureName[] {
  return fixtureNames()
    .filter(isErrorFixture)
    .filter((name) => statuses.includes(fixtures[name].status))
}

function parameter(parameters: unknown, name: string): string {
  const value: unknown = Object(parameters)[name]
  if (typeof value === 'string' && value !== '') return value
  throw new ProviderStateError(
    `Missing parameter "${name}" of the provider state. Expected a string that is not empty.`,
  )
}

function forbiddenCode(parameters: unknown): ForbiddenCode {
  const code = parameter(parameters, 'code')
  if (code === '7503' || code === '7504' || code === '7505') return code
  throw new ProviderStateError(
    `Invalid parameter "code" of the provider state: "${code}". Expected 7503, 7504 or 7505.`,
  )
}
