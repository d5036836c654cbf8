import { parseUrl } from '../../model/parse-url.ts'

const globalHost = 'graph.microsoft.com'

/** Hosts of Graph that have calls. The China cloud has no calls. Source: Get call, national cloud deployments. */
export const hostsOfGraph = [
  globalHost,
  'graph.microsoft.us', // US Government L4
  'dod-graph.microsoft.us', // US Government L5 (DOD)
] as const
const graphHosts: ReadonlySet<string> = new Set(hostsOfGraph)

/** Host of Graph in one of the clouds. */
export type GraphHost = (typeof hostsOfGraph)[number]

/** True for URLs of Graph. False for other URLs, and for relative ones. */
export function isGraphUrl(url: string): boolean {
  const parsed = parseUrl(url)
  return parsed !== undefined && isGraphHost(parsed.hostname)
}

/** True for a host of Graph, in lower case and without a port. */
export function isGraphHost(hostname: string): boolean {
  return graphHosts.has(hostname)
}

/** True for a host of the US government clouds. */
export function isUsGovernment(hostname: string): boolean {
  return hostname.endsWith('.microsoft.us')
}

/** Returns the host if it belongs to Graph, otherwise the host of the global cloud. */
export function graphHostOf(host: string): string {
  return isGraphHost(host) ? host : globalHost
}
