import { keyDocuments, signInClouds } from '../../model/sign-in.ts'
import { isGraphHost } from './graph-hosts.ts'

const keyHosts: ReadonlySet<string> = new Set(keyDocuments.map(({ host }) => host))
const signInHosts: ReadonlySet<string> = new Set(signInClouds.flatMap(({ hosts }) => hosts))

/** True for a host that has keys of notifications, in lower case and without a port. */
export function isKeyHost(hostname: string): boolean {
  return keyHosts.has(hostname)
}

/** True for a host of Microsoft Entra, in lower case and without a port. */
export function isSignInHost(hostname: string): boolean {
  return signInHosts.has(hostname)
}

/** True for every host of Microsoft that a tenant replaces. */
export function isServiceHost(hostname: string): boolean {
  return isGraphHost(hostname) || isKeyHost(hostname) || isSignInHost(hostname)
}
