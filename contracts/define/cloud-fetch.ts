import { type GraphHost, isGraphUrl } from '../../src/tenant/hosts/graph-hosts.ts'
import { urlOf } from '../../src/tenant/hosts/loopback-fetch.ts'

/** Returns a `fetch` that rejects requests for the Graph host of another cloud. The mock server would respond to all of them. */
export function cloudFetch(cloud: GraphHost | undefined, send: typeof fetch): typeof fetch {
  if (cloud === undefined) return send
  return async (input, init) => {
    const url = urlOf(input)
    if (isGraphUrl(url) && new URL(url).hostname !== cloud) {
      throw new TypeError(
        `Cannot send a request to ${new URL(url).hostname}: the contract is for ${cloud}. Configure that host in your client, or change the cloud of the contract.`,
      )
    }
    return send(input, init)
  }
}
