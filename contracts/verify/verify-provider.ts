import { checkOptions } from '../../src/read/check-options.ts'
import { type ProviderReport, providerOptionKinds, type VerifyProviderOptions } from './provider-options.ts'
import { verifyProviderFrom } from './verify-provider-from.ts'

/**
 * Verifies a provider of your own, such as a stub of Graph, against the pacts in a Pact Broker, and publishes the results on
 * request. It runs `pact verifier` of `@pact-foundation/pact-cli`, an optional peer dependency. Unlike that, it fails if the
 * results cannot be published, or if there is nothing to verify.
 *
 * Secrets come only from the environment: `PACT_BROKER_TOKEN`, or `PACT_BROKER_USERNAME` and `PACT_BROKER_PASSWORD`. The
 * requests have the tokens in the pacts.
 *
 * @returns the interactions that failed
 * @throws a {@link VerificationError} if an option is invalid, nothing was verified, the broker cannot be reached, or the
 * results were not published
 * @throws TypeError if an option is unknown or has the wrong type
 * @example
 * ```ts
 * import { providerStateHandler, verifyProvider } from 'graph-call-testkit/contracts'
 *
 * const path = '/_pact/provider-states'
 * await using stub = await tenant.listen({ routes: { [path]: providerStateHandler(tenant) } })
 * const { passed } = await verifyProvider({
 *   provider: 'contoso-call-stub',
 *   baseUrl: stub.url,
 *   providerStatesUrl: stub.url + path,
 *   pending: true,
 *   publish: process.env['CI'] === 'true',
 * })
 * ```
 * Source: the output and the report of `pact verifier`, as tested.
 */
export async function verifyProvider(options: VerifyProviderOptions): Promise<ProviderReport> {
  checkOptions('verifyProvider', options ?? null, providerOptionKinds)
  return verifyProviderFrom(options, { env: process.env, directory: process.cwd() })
}
