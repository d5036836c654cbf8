/** Default name of the provider. It keeps these pacts apart from other pacts with Graph. Microsoft does not verify pacts. */
export const graphProvider = 'microsoft-graph-calls'

/** Default name of the provider of notifications. A pact file belongs to one definition, so it is another name. */
export const notificationProvider = 'microsoft-graph-notifications'
