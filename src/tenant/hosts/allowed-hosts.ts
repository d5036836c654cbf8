import { invalidValue } from '../checked-values.ts'
import { isGraphHost } from './graph-hosts.ts'
import { isLoopback } from './loopback.ts'

/**
 * Hosts that a server responds to: loopback, hosts of Graph, the address of the connection, and those that were named. A page
 * of another origin could otherwise reach the server by a name that resolves to loopback (DNS rebinding).
 */
export class AllowedHosts {
  readonly #named: ReadonlySet<string>

  /** @throws TypeError if a name is not a host */
  constructor(named: readonly string[]) {
    this.#named = new Set(named.map(checkedHost))
  }

  /**
   * @param hostname - as {@link hostnameOf} returns it
   * @param localAddress - address of the server at which the connection arrived
   */
  allows(hostname: string, localAddress: string | undefined): boolean {
    if (isLoopback(hostname) || isGraphHost(hostname) || this.#named.has(hostname)) return true
    return localAddress !== undefined && hostname === addressOf(localAddress)
  }
}

let newest = { header: '', hostname: '' }

/**
 * Returns the host of a `Host` header, without its port and in the form of `URL`. Undefined if the header is not valid.
 * Keeps the newest one, because most clients send the same.
 */
export function hostnameOf(header: string): string | undefined {
  if (header !== '' && header === newest.header) return newest.hostname
  // No character that `URL` would take as the start of a path, a user or an escape.
  if (!/^[\w.:[\]-]+$/.test(header) || !URL.canParse(`http://${header}`)) return undefined
  const { hostname } = new URL(`http://${header}`)
  newest = { header, hostname }
  return hostname
}

/** Returns an IP address in the form of `URL`. Node writes the IPv4 addresses of an IPv6 socket as `::ffff:192.0.2.1`. */
function addressOf(localAddress: string): string | undefined {
  const address = localAddress.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*/s, '')
  return hostNamed(address)
}

function checkedHost(name: string): string {
  const hostname = typeof name === 'string' ? hostNamed(name) : undefined
  if (hostname !== undefined) return hostname
  throw invalidValue('allowedHosts', name, 'names or addresses of hosts, such as "tenant"')
}

/** Returns the host of a name or an address in the form of `URL`, or undefined if it is neither. */
export function hostNamed(name: string): string | undefined {
  return hostnameOf(name) ?? hostnameOf(`[${name}]`)
}
