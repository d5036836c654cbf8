import { checkedHosts, hostNamed, isAddress } from './hostname.ts'
import { isLoopback } from './loopback.ts'
import { isServiceHost } from './service-hosts.ts'

/**
 * Names by which containers reach the machine that they run on. No page on the internet can have them.
 *
 * Sources: Docker and Podman, networking; ICANN reserves `.internal` for private networks.
 */
export const namesOfMachine: ReadonlySet<string> = new Set([
  'host.docker.internal',
  'host.containers.internal',
])

/**
 * Hosts that a server responds to: loopback, hosts of Microsoft, this machine, and those that were named. A page of another
 * origin could otherwise reach the server by a name that resolves to loopback (DNS rebinding).
 */
export class AllowedHosts {
  readonly #named: ReadonlySet<string>

  /** @throws TypeError if a name is not a host */
  constructor(named: readonly string[]) {
    this.#named = checkedHosts('allowedHosts', named, 'tenant')
  }

  /**
   * @param hostname - as `hostnameOf` returns it
   * @param connection - connection of the request, with the address of the server at which it arrived
   */
  allows(hostname: string, connection: { readonly localAddress?: string | undefined }): boolean {
    if (isLoopback(hostname) || isServiceHost(hostname) || this.#named.has(hostname)) return true
    return namesOfMachine.has(hostname) || (isAddress(hostname) && isFromNetwork(connection.localAddress))
  }
}

/**
 * True if a connection arrived from the network, and not at loopback. The client may know the machine by any address: the
 * port of a container, for example, belongs to the address of its machine. An address needs no DNS, so no page can forge it.
 */
function isFromNetwork(localAddress: string | undefined): boolean {
  const hostname = hostNamed(localAddress ?? '')
  return hostname !== undefined && !isLoopback(hostname)
}
