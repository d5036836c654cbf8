import { type GraphHost, isGraphUrl } from '../../src/tenant/hosts/graph-hosts.ts'

/** A `fetch` that refuses requests for another cloud's Graph, which a mock server for all of them would answer. */
export function fetchIn(cloud: GraphHost | undefined, send: typeof fetch): typeof fetch {
  if (cloud === undefined) return send
  return async (input, init) => {
    const url = typeof input === 'object' && 'url' in input ? input.url : String(input)
    if (isGraphUrl(url) && new URL(url).hostname !== cloud) {
      throw new TypeError(
        `The contract is for ${cloud}, and the consumer asked ${new URL(url).hostname}. Set the consumer's cloud.`,
      )
    }
    return send(input, init)
  }
}
