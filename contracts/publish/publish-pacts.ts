import { checkOptions } from '../../src/read/check-options.ts'
import { checkPaths } from '../contract-arguments.ts'
import { publishFrom } from './publish-from.ts'
import { type PublishOptions, type PublishReport, publishOptionKinds } from './publish-options.ts'

/**
 * Lints pacts and publishes them to a Pact Broker with the Pact CLI, `@pact-foundation/pact-cli`, an optional peer
 * dependency. The version and the branch come from the options, else from the CI service, else from git. The Pact CLI
 * retries with increasing delays. A dry run does not need it. Publishing the same content of the same version twice is safe.
 *
 * Secrets come only from the environment: `PACT_BROKER_TOKEN`, or `PACT_BROKER_USERNAME` and `PACT_BROKER_PASSWORD`. They
 * never appear in arguments, reports or errors.
 *
 * @param paths - pact files, and directories whose `*.json` files are read
 * @returns a report of what was published, or would be
 * @throws a {@link PublishError} if not all pacts were published; `failure` and `exitCode` say why, `published` and `failed`
 * list the pacts
 * @throws a {@link PactFormatError} if a file is not a pact
 * @throws a {@link NoPactsError} if a path does not exist or has no pact
 * @throws an {@link UnreadableFileError} if a file or directory cannot be read
 * @throws TypeError if `paths` is not an array of paths, or an option is unknown or invalid
 * @example
 * ```ts
 * import { publishPacts } from 'graph-call-testkit/contracts'
 *
 * const { version, branch } = await publishPacts(['pacts'], { broker: 'https://broker.example.com' })
 * ```
 * Sources: responses of the Pact Broker and output of the Pact CLI, as tested; the variables that each CI service
 * documents.
 */
export async function publishPacts(
  paths: readonly string[],
  options: PublishOptions = {},
): Promise<PublishReport> {
  checkPaths('paths', paths)
  checkOptions('publishPacts', options, publishOptionKinds)
  return publishFrom(paths, options, { env: process.env, directory: process.cwd() })
}
