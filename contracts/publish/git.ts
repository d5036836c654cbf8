import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { PublishError } from './publish-error.ts'

/** The commit that is checked out, and its branch. */
export interface Checkout {
  readonly commit: string
  /** Absent where the head is detached. */
  readonly branch: string | undefined
  /** The tracked files that differ from the commit, as git lists them. */
  readonly changed: string
}

/**
 * What git says of a folder.
 *
 * @throws PublishError where there is no git, no repository or no commit
 */
export async function checkoutOf(folder: string): Promise<Checkout> {
  return {
    commit: await git(folder, 'rev-parse', '--verify', 'HEAD'),
    branch: (await git(folder, 'branch', '--show-current')) || undefined,
    changed: await git(folder, 'status', '--porcelain', '--untracked-files=no'),
  }
}

async function git(folder: string, ...args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('git', ['-C', folder, ...args])
    return stdout.trim()
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    const reason = isMissing ? 'git is not installed' : `${folder} is no git repository with a commit`
    throw new PublishError(
      'no-git',
      `The version of the consumer is not known: ${reason}. Publish from a checkout, or give --consumer-app-version and --branch.`,
      cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '',
    )
  }
}
