import type { PactInteraction } from './pact-file.ts'

/** True if an interaction requests one call. */
export function requestsCall({ request: { method, path } }: PactInteraction): boolean {
  return method.toUpperCase() === 'GET' && /^(\/(v1\.0|beta))?\/communications\/calls\/[^/]+\/?$/.test(path)
}

/** Returns the value of the `Authorization` header, if the request has one. */
export function authorizationOf({ request: { headers = {} } }: PactInteraction): string | undefined {
  const found = Object.entries(headers).find(([name]) => isAuthorization(name))
  return found && [found[1]].flat().join(', ')
}

export const isAuthorization = (name: string) => name.toLowerCase() === 'authorization'
