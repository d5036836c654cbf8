import type { PactFile, PactInteraction } from './pact-file.ts'

/** Name of the provider of calls, by default. */
export const callsProvider = 'microsoft-graph-calls'

/** True if a pact is for the provider of calls, so that every interaction should request a call. */
export const isForCalls = ({ provider }: PactFile) => provider.name === callsProvider

/** True if an interaction requests one call. */
export function requestsCall({ request: { method, path } }: PactInteraction): boolean {
  return method.toUpperCase() === 'GET' && callIdIn(path) !== undefined
}

/** Returns the call ID in the path of a request, or `undefined` if it requests something else. */
export function callIdIn(path: string): string | undefined {
  return /^(?:\/(?:v1\.0|beta))?\/communications\/calls\/([^/]+)\/?$/.exec(path)?.[1]
}

/** Returns the value of the `Authorization` header, if the request has one. */
export function authorizationOf({ request: { headers = {} } }: PactInteraction): string | undefined {
  const found = Object.entries(headers).find(([name]) => isAuthorization(name))
  return found && [found[1]].flat().join(', ')
}

export const isAuthorization = (name: string) => name.toLowerCase() === 'authorization'
