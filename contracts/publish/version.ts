import { type BuildFacts, type Environment, factsOfBuild } from './environments.ts'
import { checkoutOf } from './git.ts'
import { PublishError } from './publish-error.ts'

/** Which version of a consumer pacts are published for. */
export interface ConsumerVersion {
  /** The version of the consumer: mostly the commit. */
  readonly version: string
  /** The branch; of a pull request, the one that is to be merged. */
  readonly branch: string
  /** Where the build shows itself; absent where nobody says. */
  readonly buildUrl?: string
  /** Who said so: `given`, the name of the service that builds, or `git`. */
  readonly from: string
}

/**
 * What is given counts first, then what the service that builds says, then git, which is asked only for what is missing.
 * An empty text says nothing: a variable that is not set arrives as one.
 *
 * @throws PublishError where nobody knows the version or the branch, or files differ from the commit
 */
export async function consumerVersion(
  given: BuildFacts,
  env: Environment,
  folder: string,
): Promise<ConsumerVersion> {
  const { from = 'git', ...build } = factsOfBuild(env)
  const buildUrl = given.buildUrl || build.buildUrl
  const known = {
    version: given.version || build.version,
    branch: given.branch || build.branch,
    from: given.version ? 'given' : from,
  }
  const { version, branch } = isComplete(known) ? known : await completed(known, folder)
  return { version, branch, ...(buildUrl !== undefined && { buildUrl }), from: known.from }
}

async function completed({ version, branch }: BuildFacts, folder: string) {
  const checkout = await checkoutOf(folder)
  if (version === undefined && checkout.changed) {
    throw new PublishError(
      'dirty-git',
      `Files differ from the commit ${checkout.commit}, and the pacts would be published as that commit's. Commit them, or give --consumer-app-version.`,
      checkout.changed,
    )
  }
  const found = branch ?? checkout.branch
  if (found !== undefined) return { version: version ?? checkout.commit, branch: found }
  throw new PublishError(
    'detached-head',
    'The head is detached, so the branch of this commit is not known. Check a branch out, or give --branch.',
  )
}

const isComplete = (facts: BuildFacts): facts is { version: string; branch: string } =>
  facts.version !== undefined && facts.branch !== undefined
