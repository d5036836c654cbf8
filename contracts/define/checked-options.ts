import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ContractDefinitionError } from './contract-definition-error.ts'

/**
 * Checks the name of a pacticipant. It is part of a file name, and of URLs of the Pact Broker.
 *
 * @throws {@link ContractDefinitionError} if a file cannot have the name
 */
export function checkedName(option: 'consumer' | 'provider', name: string): string {
  if (typeof name === 'string' && /^[^\s/\\:*?"<>|.][^/\\:*?"<>|\p{Cc}]*$/u.test(name)) return name
  throw new ContractDefinitionError(
    `Invalid ${option}: ${JSON.stringify(name)}. Expected a name that is also valid in a file name, such as "my-bot".`,
  )
}

/** Matches URLs other than file URLs. Requires two letters before the colon, because a Windows drive has one. */
const otherUrl = /^(?!file:)[a-z][a-z\d+.-]+:/i

/**
 * Checks a directory, and returns its absolute path.
 *
 * @throws {@link ContractDefinitionError} if it is not a path or a file URL. An environment variable that is not set would
 * otherwise become a directory called `undefined`
 */
export function checkedPath(option: 'dir' | 'staging', dir: string | URL): string {
  // Not `instanceof`: Jest has a URL class of its own.
  const text = typeof dir === 'object' && dir !== null && 'href' in dir ? dir.href : dir
  if (typeof text === 'string' && text.trim() !== '' && !otherUrl.test(text)) {
    return text.startsWith('file:') ? fileURLToPath(text) : resolve(text)
  }
  throw new ContractDefinitionError(
    `Invalid ${option}: ${JSON.stringify(text)}. Expected a path or a file URL, such as "pacts".`,
  )
}
