import { printable } from '../../src/output/printable.ts'
import { type BuildInfo, buildInfoOf, type ServiceBuild } from './build-info.ts'
import type { Environment } from './ci-services.ts'
import { type Checkout, checkoutOf } from './git.ts'
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
  /** Branch. For a pull request it is the source branch, in a merge queue the branch that the queue merges into. */
  readonly branch: string
  /** URL of the build, without secrets. Absent if unknown. */
  readonly buildUrl?: string
  /** Source of the version: `given`, the name of a CI service, or `git`. */
  readonly from: string
}

/**
 * Determines the version: given values first, then the CI service, then git for values that are still
 * missing. Empty strings count as missing, because CI services often pass unset variables as empty strings.
 *
 * @throws a {@link PublishError} if the version or the branch is unknown, or files differ from the commit
 */
export async function consumerVersion(
  given: BuildInfo,
  env: Environment,
  directory: string,
): Promise<ConsumerVersion> {
  const build = buildInfoOf(env)
  const buildUrl = given.buildUrl || build?.buildUrl
  const known = { version: given.version || build?.version, branch: given.branch || build?.branch }
  const { version, branch } = isComplete(known) ? known : await completeFromGit(known, build, directory)
  rejectControlCharacters({ version, branch, 'build URL': buildUrl })
  const from = given.version ? 'given' : build?.version ? build.from : 'git'
  return { version, branch, ...(buildUrl !== undefined && { buildUrl }), from }
}

const isComplete = (build: BuildInfo): build is { version: string; branch: string } =>
  build.version !== undefined && build.branch !== undefined

async function completeFromGit(
  { version, branch }: BuildInfo,
  build: ServiceBuild | undefined,
  directory: string,
): Promise<{ version: string; branch: string }> {
  if (branch === undefined && build?.otherRef !== undefined) {
    throw unknownBranch(`${build.from} builds ${printable(build.otherRef)}, which is not a branch`)
  }
  if (version !== undefined) {
    const found = branch ?? (await checkoutOf(directory).catch(() => undefined))?.branch
    if (found !== undefined) return { version, branch: found }
    throw unknownBranch(
      `${directory} is not a git checkout of a branch${build ? `, and ${build.from} sets no branch` : ''}`,
    )
  }
  const checkout = await checkoutOf(directory)
  rejectChanges(checkout)
  const found = branch ?? checkout.branch
  if (found !== undefined) return { version: checkout.commit, branch: found }
  throw unknownBranch('git has a detached HEAD')
}

function unknownBranch(reason: string): PublishError {
  return new PublishError(
    'unknown-branch',
    `Unknown branch: ${reason}. Pass the branch that contains this commit, for example --branch main.`,
  )
}

function rejectChanges({ commit, changed }: Checkout): void {
  if (!changed) return
  throw new PublishError(
    'dirty-git',
    `Cannot publish as commit ${commit}: tracked files have uncommitted changes. Commit them, or pass --consumer-app-version.`,
    { output: changed },
  )
}

function rejectControlCharacters(values: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (!value || !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)) continue
    throw new PublishError(
      'cannot-run',
      `Invalid ${name}: "${printable(value)}". Expected one line without control characters.`,
    )
  }
}
