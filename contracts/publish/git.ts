import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { PublishError } from './publish-error.ts'

/** State of a git working tree. */
export interface Checkout {
  readonly commit: string
  /** Current branch. Absent if the head is detached. */
  readonly branch: string | undefined
  /** Tracked files that differ from the commit, as git lists them. */
  readonly changed: string
}

/**
 * Reads the state of the git working tree that contains a directory.
 *
 * @throws a {@link PublishError} if git is not installed, or the directory is not in a repository with a commit
 */
export async function checkoutOf(directory: string): Promise<Checkout> {
  return {
    commit: await git(directory, 'rev-parse', '--verify', 'HEAD'),
    branch: (await git(directory, 'branch', '--show-current')) || undefined,
    changed: await git(directory, 'status', '--porcelain', '--untracked-files=no'),
  }
}

async function git(directory: string, ...args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('git', ['-C', directory, ...args], {
      maxBuffer: Number.POSITIVE_INFINITY,
    })
    return stdout.trim()
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    const reason = isMissing ? 'git is not installed' : `git finds no commit in ${directory}`
    throw new PublishError(
      'no-git',
      `Unknown consumer version: ${reason}. Publish from a checkout, or pass --consumer-app-version and --branch.`,
      { output: cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '' },
    )
  }
}
