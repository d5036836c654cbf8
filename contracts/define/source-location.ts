import { createHash } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Location in source code. */
export interface SourceLocation {
  readonly file: string
  readonly line: number
  /** Hash of the file's text, which shows later if the file has changed. Absent if the file cannot be read. */
  readonly hash?: string | undefined
}

/** Location of a call, with the calls that led to it. */
export interface CallerLocation extends SourceLocation {
  /** Frames of the user's code. They differ if a function calls the location for several callers. */
  readonly callers: string
}

/** Returns the location that called a running function. */
export function callerLocation(callee: (argument: never) => unknown): CallerLocation {
  const holder: { stack?: string } = {}
  Error.captureStackTrace(holder, callee)
  // Not a text if the code under test has replaced Error.prepareStackTrace.
  const frames = String(holder.stack)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  const [, location = '', line] = /^\s+at (?:async )?(?:.*\()?(.+?):(\d+):\d+\)?$/.exec(frames[0] ?? '') ?? []
  const file = pathOf(location)
  const callers = frames.filter((frame) => !/[\\/]node_modules[\\/]|node:|Promise\.all/.test(frame))
  return { file, line: Number(line ?? 0), hash: hashOf(file), callers: callers.join('\n') }
}

/** Formats a location so that an editor can open it. */
export function locationText({ file, line }: SourceLocation): string {
  return file === '' ? 'an unknown location' : `${relative(process.cwd(), file) || file}:${line}`
}

/** True if the file has not changed, so that the definition is still at this location. */
export function isUnchanged({ file, hash }: SourceLocation): boolean {
  return hash !== undefined && hash === hashOf(file)
}

export function isSameLocation(one: SourceLocation, other: SourceLocation): boolean {
  return isSameFile(one, other) && one.line === other.line
}

/** True if two locations are in the same file. Test runners write its path with links, or with a drive letter in another case. */
export function isSameFile({ file: one }: FileOf, { file: other }: FileOf): boolean {
  return one === other || realPathOf(one) === realPathOf(other)
}

type FileOf = Pick<SourceLocation, 'file'>

function realPathOf(file: string): string {
  try {
    return realpathSync.native(file)
  } catch {
    return file
  }
}

/** Some loaders add a query to a path. */
function pathOf(location: string): string {
  const path = location.replace(/\?.*/s, '')
  return path.startsWith('file:') ? fileURLToPath(path) : path
}

function hashOf(file: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)
  } catch {
    return undefined
  }
}
