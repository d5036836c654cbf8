/**
 * True for a loopback host. Expects the form that `URL` returns, which normalizes IPv4 and IPv6 addresses.
 *
 * Sources: RFC 1122, 3.2.1.3; RFC 4291, 2.5.3 and 2.5.5.2 (`::ffff:127.0.0.1`); RFC 6761, 6.3.
 */
export function isLoopback(hostname: string): boolean {
  return (
    /^(?:127\.\d+\.\d+\.\d+|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]+\])$/.test(hostname) ||
    isLocalhostName(hostname)
  )
}

/** True for `localhost` and the names below it. */
export function isLocalhostName(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost')
}
