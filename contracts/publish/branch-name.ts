/** Prefixes of a ref before the name of its branch. */
const prefix = /^(?:refs\/heads\/|(?:refs\/)?(?:remotes\/)?origin\/)/

/** Temporary branch of GitHub's merge queue: the branch that it merges into, the pull request and a commit. */
const queue = /^gh-readonly-queue\/(.+)\/pr-\d+-[\da-f]+$/

/**
 * Refs that are not branches. Services also show them without `refs/`, and Jenkins names the job of a pull request `PR-5`.
 *
 * Sources: the refs of GitHub, GitLab, Bitbucket, Azure Repos and Gerrit; the environment variables of the services.
 */
const otherRefs: readonly RegExp[] = [
  /^refs\//,
  /^tags\//,
  /^(?:pull|pull-requests|pr|merge-requests)\/\d+(?:\/(?:head|merge|from|train))?$/,
  /^\d+\/(?:head|merge)$/,
  /^(?:PR|MR)-\d+(?:-(?:head|merge))?$/,
  /^(?:HEAD|detached)$/,
]

/**
 * Returns the branch of a ref. For the ref of a merge queue, it is the branch that the queue merges into.
 *
 * @returns the name, and `undefined` if the ref is not a branch: a tag, or the merge commit of a pull request
 */
export function branchName(ref: string): string | undefined {
  const name = ref.replace(prefix, '')
  const isBranch = ref.startsWith('refs/heads/') || !otherRefs.some((other) => other.test(name))
  return isBranch && name !== '' ? (queue.exec(name)?.[1] ?? name) : undefined
}
