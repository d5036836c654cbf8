/** Default name of the provider. It keeps these pacts apart from other pacts with Graph. Microsoft does not verify pacts. */
export const graphProvider = 'microsoft-graph-calls'
