import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { codeOf } from '../pact-file/missing-file.ts'
import { invalidOption } from './contract-definition-error.ts'

/** Matches URLs other than file URLs. Requires two letters before the colon, because a Windows drive has one. */
const otherUrl = /^(?!file:)[a-z][a-z\d+.-]+:/i

/**
 * Checks a directory, and returns its absolute path. The directory does not need to exist.
 *
 * @throws a {@link ContractDefinitionError} if it is not a path or a file URL, or if there is a file at the path. An environment
 * variable that is not set would otherwise become a directory called `undefined`
 */
export function checkedPath(option: 'dir' | 'staging', dir: unknown): string {
  // Not `instanceof`: Jest has a URL class of its own.
  const text = typeof dir === 'object' && dir !== null && 'href' in dir ? dir.href : dir
  const path =
    typeof text === 'string' && text.trim() !== '' && !otherUrl.test(text) ? pathOf(text) : undefined
  if (path === undefined) throw invalidOption(option, text, 'a path or a file URL, such as "pacts"')
  const problem = problemAt(path)
  if (problem !== undefined) throw invalidOption(option, text, `a directory, but ${path} ${problem}`)
  return path
}

/** Returns the path in a text. Returns `undefined` for a file URL of another machine, and for text that a path cannot have. */
function pathOf(text: string): string | undefined {
  if (/[\0\p{Cs}]/u.test(text)) return undefined
  if (!/^file:/i.test(text)) return resolve(text)
  try {
    return fileURLToPath(text)
  } catch {
    return undefined
  }
}

function problemAt(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? undefined : 'is a file'
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOTDIR') return 'is inside a file'
    if (code === 'ENAMETOOLONG') return 'is too long'
    // The directory does not exist yet, or cannot be read: writing the pact reports that.
    return code === 'ELOOP' ? 'is a loop of symbolic links' : undefined
  }
}
