let newest = { header: '', hostname: '' }

/**
 * Returns the host of a `Host` header in the form of `URL`, without its port and without a dot at its end. Undefined if the
 * header is not valid. Keeps the newest one, because most clients send the same.
 */
export function hostnameOf(header: string): string | undefined {
  if (header !== '' && header === newest.header) return newest.hostname
  // No character that `URL` would take as the start of a path, a user or an escape.
  if (!/^[\w.:[\]-]+$/.test(header) || !URL.canParse(`http://${header}`)) return undefined
  const hostname = new URL(`http://${header}`).hostname.replace(/(?<=[^.])\.$/, '')
  newest = { header, hostname }
  return hostname
}

/** Returns the host of a name or an address in the form of `URL`, or undefined if it is neither. */
export function hostNamed(name: string): string | undefined {
  // The address of a network interface can have a zone, such as %eth0.
  return hostnameOf(name) ?? hostnameOf(`[${name.split('%')[0]}]`)
}

/** True for an IP address in the form of `URL`. */
export function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(hostname)
}
