import { parseUrl } from '../../model/parse-url.ts'
import { invalidValue } from '../../read/invalid-value.ts'

let newest = { header: '', hostname: '' }

/**
 * Returns the host of a `Host` header in the form of `URL`, without its port and without a dot at its end. Undefined if the
 * header is not valid. Keeps the newest one, because most clients send the same.
 */
export function hostnameOf(header: string): string | undefined {
  if (header !== '' && header === newest.header) return newest.hostname
  // No character that `URL` would take as the start of a path, a user or an escape.
  const url = /^[\w.:[\]-]+$/.test(header) ? parseUrl(`http://${header}`) : undefined
  if (!url) return undefined
  const hostname = url.hostname.replace(/(?<=[^.])\.$/, '')
  newest = { header, hostname }
  return hostname
}

/** Returns the host of a name or an address in the form of `URL`, or undefined if it is neither. */
export function hostNamed(name: string): string | undefined {
  // The address of a network interface can have a zone, such as %eth0.
  return hostnameOf(name) ?? hostnameOf(`[${name.split('%')[0]}]`)
}

/**
 * Returns the hosts of an option in the form of `URL`.
 *
 * @throws TypeError if one of them is neither a name nor an address, such as a URL
 */
export function checkedHosts(option: string, names: readonly string[], example: string): ReadonlySet<string> {
  return new Set(
    names.map((name) => {
      const hostname = typeof name === 'string' ? hostNamed(name) : undefined
      if (hostname !== undefined) return hostname
      throw invalidValue(option, name, `names or addresses of hosts, such as "${example}"`)
    }),
  )
}

/** True for an IP address in the form of `URL`. */
export function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(hostname)
}
