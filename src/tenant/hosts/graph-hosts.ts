const globalHost = 'graph.microsoft.com'

/** Hosts of Graph that have calls. The China cloud has no calls. Source: Get call, national cloud deployments. */
const hosts = [
  globalHost,
  'graph.microsoft.us', // US Government L4
  'dod-graph.microsoft.us', // US Government L5 (DOD)
] as const
const graphHosts: ReadonlySet<string> = new Set(hosts)

/** Host of Graph in one of the clouds. */
export type GraphHost = (typeof hosts)[number]

/** Returns true for URLs of Graph, and false for URLs without a host, such as relative ones. */
export function isGraphUrl(url: string): boolean {
  return URL.canParse(url) && graphHosts.has(new URL(url).hostname)
}

/** Returns the host itself if it is Graph's, and that of the global cloud otherwise. */
export function graphHostOf(host: string): string {
  return graphHosts.has(host) ? host : globalHost
}
