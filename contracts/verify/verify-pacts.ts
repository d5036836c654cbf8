import { checkOptions } from '../../src/read/check-options.ts'
import { checkPaths } from '../contract-arguments.ts'
import { verifyFrom } from './verify-from.ts'
import { type VerifyOptions, type VerifyReport, verifyOptionKinds } from './verify-options.ts'

/**
 * Verifies pacts against the virtual tenant and the schema, and on request against a `$metadata` document, an OpenAPI
 * document and a service.
 *
 * The service gets only GET requests, with the token in `GRAPH_ACCESS_TOKEN` and the ID of a call that exists. A stub of your
 * own can also set up the provider states. Nothing is published, and no result is a verification by Microsoft.
 *
 * Pact's native library prints a report of its own to standard output, and sends HTTP requests to this machine: if
 * `HTTP_PROXY` is set, `NO_PROXY` must contain 127.0.0.1. The command `contract verify` takes care of both.
 *
 * @param paths - pact files, and directories whose `*.json` files are read
 * @returns the levels that each interaction reached, and the reason for each level that was not checked
 * @throws a {@link VerificationError} if no interaction was checked, a service lacks a token or a call ID, a call ID lacks a
 * service, the service cannot be reached, a name in the options is unknown, or the `$metadata` document cannot be read
 * @throws a {@link PactUnavailableError} if Pact cannot be loaded
 * @throws a {@link PactFormatError} if a file is not a pact
 * @throws a {@link NoPactsError} if a path does not exist or has no pact
 * @throws an {@link UnreadableFileError} if a file or directory cannot be read
 * @throws TypeError if `paths` is not an array of paths, or an option is unknown or has the wrong type
 * @example
 * ```ts
 * import { verifyPacts } from 'graph-call-testkit/contracts'
 *
 * const { passed, pacts } = await verifyPacts(['pacts'])
 * pacts[0]?.interactions[0]?.reached // ['selfConsistency', 'shape']
 * ```
 * @example
 * ```ts
 * import { verifyPacts } from 'graph-call-testkit/contracts'
 *
 * const { pacts } = await verifyPacts(['pacts'], { metadata: 'metadata.xml' })
 * pacts[0]?.interactions[0]?.levels.shape.metadata // { result: 'passed' }
 * ```
 * @example
 * ```ts
 * import { verifyPacts } from 'graph-call-testkit/contracts'
 *
 * await verifyPacts(['pacts'], {
 *   provider: 'contoso-call-stub',
 *   baseUrl: 'http://127.0.0.1:4010',
 *   providerStatesUrl: 'http://127.0.0.1:4010/_pact/provider-states',
 * })
 * ```
 * Sources: Pact's Verifier; the schema; the virtual tenant; OData CSDL XML 4.0 and JSON Format 4.0.
 */
export async function verifyPacts(
  paths: readonly string[],
  options: VerifyOptions = {},
): Promise<VerifyReport> {
  checkPaths('paths', paths)
  checkOptions('verifyPacts', options, verifyOptionKinds)
  return verifyFrom(paths, options, process.env)
}
