import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where something is written in its author's code. */
export interface SourceLocation {
  readonly file: string
  readonly line: number
  /** Of the file's text, which tells later whether the place is still there; absent where the file cannot be read. */
  readonly hash?: string | undefined
}

/** The place that called a function which is running. */
export function callerOf(callee: (argument: never) => unknown): SourceLocation {
  const holder: { stack?: string } = {}
  Error.captureStackTrace(holder, callee)
  const frame = holder.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? ''
  const [, location = '', line] = /^\s+at (?:async )?(?:.*\()?(.+?):(\d+):\d+\)?$/.exec(frame) ?? []
  const file = pathOf(location)
  return { file, line: Number(line ?? 0), hash: hashOf(file) }
}

/** As an editor opens it. */
export function locationText({ file, line }: SourceLocation): string {
  return file === '' ? 'a place that is not known' : `${relative(process.cwd(), file) || file}:${line}`
}

/** Whether the file still is what it was: then what stood at the place still stands there. */
export function isUnchanged({ file, hash }: SourceLocation): boolean {
  return hash !== undefined && hash === hashOf(file)
}

export function isSameLocation(one: SourceLocation, other: SourceLocation): boolean {
  return one.file === other.file && one.line === other.line
}

/** Some loaders add a query to a path. */
function pathOf(location: string): string {
  const path = location.replace(/\?.*$/, '')
  return path.startsWith('file:') ? fileURLToPath(path) : path
}

function hashOf(file: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)
  } catch {
    return undefined
  }
}
