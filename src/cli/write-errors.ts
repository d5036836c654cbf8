import { isUrl, urlReason } from '../files/read-utf8-file.ts'
import { CommandFailure } from './io.ts'

/** Advice for each error of the file system that a user can fix. */
const advice: Readonly<Record<string, string>> = {
  ENOENT: 'its directory does not exist. Create the directory first',
  ENOTDIR: 'a part of its path is a file. Pass a path in a directory',
  EEXIST: 'a part of its path is a file. Pass a path in a directory',
  EACCES: 'this user has no permission to write it. Pass another path',
  EPERM: 'this user has no permission to write it. Pass another path',
  ERR_ACCESS_DENIED: 'the permissions of Node do not allow it. Pass --allow-fs-write to Node',
  EISDIR: 'it is a directory. Pass the name of a file',
  ELOOP: 'it is a loop of symbolic links. Pass another path',
  ENAMETOOLONG: 'its name is too long. Pass a shorter path',
  EROFS: 'the file system is read-only. Pass another path',
  EBUSY: 'it is in use, for example mounted. Pass another path',
  EPIPE: 'its reader has closed the pipe. Let the reader read everything',
  ENOSPC: 'the disk is full. Free some space, then',
  EFBIG: 'the system does not allow larger files. Raise the limit (ulimit -f), then',
  EDQUOT: 'the disk quota is used up. Free some space, then',
}

/**
 * Returns the problem of an error of the file system, and what to do.
 *
 * @param again - what to do when there is enough space
 */
export function writeProblem(error: Error, again: string): string {
  const code = 'code' in error ? String(error.code) : ''
  const reason = advice[code]?.replace(/then$/, `then ${again}`)
  return reason ? `${reason} (${code})` : error.message
}

/**
 * Runs an operation on a file or directory, and explains its error.
 *
 * @param again - what to do when there is enough space
 * @throws a {@link CommandFailure} if the operation fails
 */
export async function explainWriteErrors<T>(
  path: string,
  again: string,
  operation: () => Promise<T>,
): Promise<T> {
  try {
    return await operation()
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error instanceof CommandFailure) throw error
    throw new CommandFailure(2, `Cannot write ${path}: ${writeProblem(error, again)}.`)
  }
}

/**
 * Rejects a URL in place of a path. The file system would accept it as a path, and create the directory `https:`.
 *
 * @throws a {@link CommandFailure} if the path is a URL
 */
export function rejectUrl(path: string): void {
  if (isUrl(path)) throw new CommandFailure(2, `Cannot write ${path}: ${urlReason}.`)
}
