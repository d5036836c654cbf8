import { prefers } from '../../src/odata/prefer.ts'
import { unknownMembersPreference } from '../../src/tenant/http/response-options.ts'
import { graphProvider } from '../graph-provider.ts'
import type { PactFile, PactInteraction } from './pact-file.ts'

/** True if a pact is for the provider of calls, so that every interaction should request a call. */
export const isForCalls = ({ provider }: PactFile) => provider.name === graphProvider

/** True if an interaction requests one call. */
export function requestsCall({ request: { method, path } }: PactInteraction): boolean {
  return method.toUpperCase() === 'GET' && callIdIn(path) !== undefined
}

/** Returns the call ID in the path of a request, or `undefined` if it requests something else. */
export function callIdIn(path: string): string | undefined {
  return /^(?:\/(?:v1\.0|beta))?\/communications\/calls\/([^/]+)\/?$/.exec(path)?.[1]
}

/** Returns the value of the `Authorization` header, if the request has one. */
export function authorizationOf(interaction: PactInteraction): string | undefined {
  return headerOf(interaction, isAuthorization)
}

/** True if an interaction requests enum members that this package may not know. */
export function requestsUnknownMembers(interaction: PactInteraction): boolean {
  const prefer = headerOf(interaction, (name) => name.toLowerCase() === 'prefer')
  return prefers(prefer ?? null, unknownMembersPreference)
}

function headerOf(
  { request: { headers = {} } }: PactInteraction,
  isNamed: (name: string) => boolean,
): string | undefined {
  const found = Object.entries(headers).find(([name]) => isNamed(name))
  return found && [found[1]].flat().join(', ')
}

export const isAuthorization = (name: string) => name.toLowerCase() === 'authorization'
