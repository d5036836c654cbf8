import {
  type ErrorFixtureName,
  type FixtureName,
  fixture,
  fixtures,
  UnknownFixtureError,
} from '../../fixtures/index.ts'
import { TestkitError } from '../../src/model/errors.ts'
import type { ReceivedCall } from '../../src/model/types.generated.ts'
import { readCall } from '../../src/schema/read-call.ts'
import type { ForbiddenCode, Tenant } from '../../src/tenant/index.ts'
import { fixtureNames, isCallFixture, isErrorFixture } from '../fixture-names.ts'
import type { ProviderStateName } from './provider-states.ts'

/** Sets up one provider state, as Pact's Verifier calls it; the answer fills the path of the request. */
export type StateHandler = (parameters?: unknown) => Promise<{ id: string }>

/**
 * A provider state cannot be set up.
 *
 * @example
 * ```ts
 * await stateHandlers(tenant)['a call exists']({ id: '2e1a0b00' })
 * // ProviderStateError: The parameter "fixture" of the provider state is missing: give it as a string.
 * ```
 */
export class ProviderStateError extends TestkitError {
  override readonly name = 'ProviderStateError'
}

/**
 * Sets up the provider states of a contract in a virtual tenant, for the `stateHandlers` of Pact's Verifier. Each
 * handler resets the tenant first, so that no interaction sees what another one left.
 *
 * | state | parameters | what it does |
 * |---|---|---|
 * | `a call exists` | `id`, `fixture`: a call fixture; or `call`: what of it has to be so | places that call under the id |
 * | `no call exists` | `id` | the next request is answered 404, though the tenant may have been created with the call |
 * | `the access token has expired` | `id` | the next request is answered 401 |
 * | `access to the call is forbidden` | `id`, `code`: `7504` or `7505` | requests for the id are answered 403 |
 * | `requests are throttled` | `id`, `fixture`: a 429 fixture | the next request is answered as it shows |
 * | `the service fails` | `id`, `fixture`: a 5xx fixture | the next request is answered as it shows |
 *
 * @returns a handler for each state; it gives back the id, and throws ProviderStateError where a parameter is missing
 * or names nothing that is known
 * @example
 * ```ts
 * const tenant = createTenant()
 * const server = await tenant.listen()
 * await new Verifier({ provider, providerBaseUrl: server.url, pactUrls, stateHandlers: stateHandlers(tenant) }).verifyProvider()
 * ```
 * Sources: the fixtures that each state names.
 */
export function stateHandlers(tenant: Tenant): Readonly<Record<ProviderStateName, StateHandler>> {
  const state =
    (setUp: (id: string, parameters: unknown) => void): StateHandler =>
    async (parameters) => {
      const id = parameter(parameters, 'id')
      tenant.reset()
      setUp(id, parameters)
      return { id }
    }
  return {
    'a call exists': state((id, parameters) => {
      tenant.addCall({ ...callIn(parameters), id }, { replace: true })
    }),
    'no call exists': state(() => tenant.failNext({ fixture: 'call-not-found' })),
    'the access token has expired': state(() => tenant.failNext({ fixture: 'access-token-expired' })),
    'access to the call is forbidden': state((id, parameters) =>
      tenant.forbid(id, forbiddenCode(parameters)),
    ),
    'requests are throttled': state((_, parameters) =>
      tenant.failNext({ fixture: fixtureIn(parameters, errors(429, 429)) }),
    ),
    'the service fails': state((_, parameters) =>
      tenant.failNext({ fixture: fixtureIn(parameters, errors(500, 599)) }),
    ),
  }
}

function callIn(parameters: unknown): ReceivedCall {
  const { call, fixture: named }: { call?: unknown; fixture?: unknown } = Object(parameters)
  if (named !== undefined || call === undefined) {
    return fixture(fixtureIn(parameters, fixtureNames().filter(isCallFixture)))
  }
  try {
    return readCall(call)
  } catch (cause) {
    throw new ProviderStateError('The parameter "call" is no call, nor a part of one.', { cause })
  }
}

/** The fixture that a state names, of those that show it. */
function fixtureIn<Name extends FixtureName>(parameters: unknown, known: readonly Name[]): Name {
  const value = parameter(parameters, 'fixture')
  const found = known.find((name) => name === value)
  if (found) return found
  const { message } = new UnknownFixtureError(value, known)
  throw new ProviderStateError(`The parameter "fixture" does not name what the state needs. ${message}`)
}

function errors(from: number, to: number): ErrorFixtureName[] {
  return fixtureNames()
    .filter(isErrorFixture)
    .filter((name) => fixtures[name].status >= from && fixtures[name].status <= to)
}

function parameter(parameters: unknown, name: string): string {
  const value: unknown = Object(parameters)[name]
  if (typeof value === 'string' && value !== '') return value
  throw new ProviderStateError(
    `The parameter "${name}" of the provider state is missing: give it as a string.`,
  )
}

function forbiddenCode(parameters: unknown): ForbiddenCode {
  const code = parameter(parameters, 'code')
  if (code === '7504' || code === '7505') return code
  throw new ProviderStateError(`The parameter "code" must be 7504 or 7505, found "${code}".`)
}
