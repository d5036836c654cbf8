import { TestkitError } from '../../src/model/errors.ts'
import type { Tenant } from '../../src/tenant/index.ts'
import { parseProviderStateRequest } from './provider-state-request.ts'
import { ProviderStateError, type StateHandler, stateHandlers } from './state-handlers.ts'

/**
 * Returns a handler for the requests with which Pact's verifiers set up provider states. Add it to the server of a tenant, so
 * that verifiers in every language can use the tenant as a stub. `graph-call-testkit serve` has it at
 * `/_pact/provider-states`.
 *
 * The handler accepts POST with the JSON body of Pact (`state`, `params`, `action`), with an older list of `states`, or with
 * the same values in the query. It responds with the id of the call, which the verifier inserts into the path. A state
 * replaces everything that was added to the tenant before, and `teardown` removes it.
 *
 * @returns a function that responds with 200, or with 400 or 405 and `{ "error": "..." }`
 * @throws TypeError if `tenant` is not a tenant
 * @example
 * ```ts
 * import { providerStateHandler } from 'graph-call-testkit/contracts'
 *
 * const routes = { '/_pact/provider-states': providerStateHandler(tenant) }
 * const stub = await tenant.listen({ port: 4010, routes })
 * // pact verifier --port 4010 --state-change-url http://127.0.0.1:4010/_pact/provider-states ...
 * ```
 * Source: the requests of `pact verifier` and `pact-provider-verifier`, as tested.
 */
export function providerStateHandler(tenant: Tenant): (request: Request) => Promise<Response> {
  const handlers = new Map(Object.entries(stateHandlers(tenant)))
  return async (request) => {
    if (request.method !== 'POST') {
      return json(405, { error: `${request.method} is not allowed. Expected POST.` }, { Allow: 'POST' })
    }
    try {
      return json(200, await setUp(tenant, handlers, request))
    } catch (error) {
      if (!(error instanceof TestkitError)) throw error
      return json(400, { error: error.message })
    }
  }
}

async function setUp(
  tenant: Tenant,
  handlers: ReadonlyMap<string, StateHandler>,
  request: Request,
): Promise<object> {
  const { searchParams } = new URL(request.url)
  const { name, parameters, action } = parseProviderStateRequest(await request.text(), searchParams)
  if (name === '' || action === 'teardown') {
    tenant.reset()
    return {}
  }
  const handler = handlers.get(name)
  if (handler) return handler(parameters)
  throw new ProviderStateError(
    `Unknown provider state ${JSON.stringify(name)}. Expected one of: ${[...handlers.keys()].join(', ')}.`,
  )
}

function json(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(body, { status, headers: { ...headers, 'Cache-Control': 'no-store' } })
}
