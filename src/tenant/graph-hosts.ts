/** The hosts of Graph that have calls. The China cloud has none. Source: Get call, national cloud deployments. */
const graphHosts: ReadonlySet<string> = new Set([
  'graph.microsoft.com', // global
  'graph.microsoft.us', // US Government L4
  'dod-graph.microsoft.us', // US Government L5 (DOD)
])

/** Whether a URL leads to Graph. One without a host, such as a relative one, does not. */
export function isGraphUrl(url: string): boolean {
  return URL.canParse(url) && graphHosts.has(new URL(url).hostname)
}
