const global = 'graph.microsoft.com'

/** The hosts of Graph that have calls. The China cloud has none. Source: Get call, national cloud deployments. */
const hosts = [
  global,
  'graph.microsoft.us', // US Government L4
  'dod-graph.microsoft.us', // US Government L5 (DOD)
] as const
const graphHosts: ReadonlySet<string> = new Set(hosts)

/** The host of a cloud's Graph. */
export type GraphHost = (typeof hosts)[number]

/** Whether a URL leads to Graph. One without a host, such as a relative one, does not. */
export function isGraphUrl(url: string): boolean {
  return URL.canParse(url) && graphHosts.has(new URL(url).hostname)
}

/** The host of Graph for which another stands: itself, or that of the global cloud. */
export function graphHostOf(host: string): string {
  return graphHosts.has(host) ? host : global
}
