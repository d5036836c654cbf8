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
  const hostname = /^[\w.:[\]-]+$/.test(header) ? parsedHost(header) : undefined
  if (hostname !== undefined) newest = { header, hostname }
  return hostname
}

/** Returns the host of a name or an address in the form of `URL`, or undefined if it is neither. The name can be international. */
export function hostNamed(name: string): string | undefined {
  // The address of a network interface can have a zone, such as %eth0.
  return hostnameOf(name) ?? hostnameOf(`[${name.split('%')[0]}]`) ?? internationalHost(name)
}

/** Returns the host of a URL without a dot at its end: such a name and the one without it are the same host. */
export function hostnameIn({ hostname }: URL): string {
  return hostname.replace(/(?<=[^.])\.$/, '')
}

/** Returns an international name in ASCII, such as `xn--bcher-kva.contoso.com`. */
function internationalHost(name: string): string | undefined {
  // `URL` rejects a character outside ASCII that stands for one of its delimiters, such as U+FF0F.
  return /^[\w.:[\]\u0080-\uffff-]+$/.test(name) ? parsedHost(name) : undefined
}

function parsedHost(host: string): string | undefined {
  const url = parseUrl(`http://${host}`)
  return url && hostnameIn(url)
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
