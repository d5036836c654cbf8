import { type BuildInfo, buildInfoOf, type Environment } from './ci-services.ts'
import { checkoutOf } from './git.ts'
import { PublishError } from './publish-error.ts'

/**
 * Version of the consumer that pacts are published for.
 *
 * @example
 * ```ts
 * import { type ConsumerVersion, publishPacts } from 'graph-call-testkit/contracts'
 *
 * const { version, branch, from }: ConsumerVersion = await publishPacts(['pacts'], { dryRun: true })
 * console.log(`${version} on ${branch}, from ${from}`)
 * ```
 * Sources: the variables that each CI service documents; git.
 */
export interface ConsumerVersion {
  /** Version of the consumer: the commit, unless you passed another version. */
  readonly version: string
  /** Branch. For a pull request, its source branch. */
  readonly branch: string
  /** URL of the build. Absent if unknown. */
  readonly buildUrl?: string
  /** Source of the version: `given`, the name of a CI service, or `git`. */
  readonly from: string
}

/**
 * Determines the version: given values first, then the CI service, then git for values that are still
 * missing. Empty strings count as missing, because CI services often pass unset variables as empty strings.
 *
 * @throws {@link PublishError} if the version or the branch is unknown, or files differ from the commit
 */
export async function consumerVersion(
  given: BuildInfo,
  env: Environment,
  directory: string,
): Promise<ConsumerVersion> {
  const { from = 'git', ...build } = buildInfoOf(env)
  const buildUrl = given.buildUrl || build.buildUrl
  const known = {
    version: given.version || build.version,
    branch: given.branch || build.branch,
    from: given.version ? 'given' : from,
  }
  const { version, branch } = isComplete(known) ? known : await completeFromGit(known, directory)
  return { version, branch, ...(buildUrl !== undefined && { buildUrl }), from: known.from }
}

async function completeFromGit({ version, branch }: BuildInfo, directory: string) {
  const checkout = await checkoutOf(directory)
  if (version === undefined && checkout.changed) {
    throw new PublishError(
      'dirty-git',
      `Cannot publish as commit ${checkout.commit}: tracked files have uncommitted changes. Commit them, or pass --consumer-app-version.`,
      checkout.changed,
    )
  }
  const found = branch ?? checkout.branch
  if (found !== undefined) return { version: version ?? checkout.commit, branch: found }
  throw new PublishError(
    'detached-head',
    'Unknown branch: git has a detached HEAD. Check out a branch, or pass --branch.',
  )
}

const isComplete = (build: BuildInfo): build is { version: string; branch: string } =>
  build.version !== undefined && build.branch !== undefined
