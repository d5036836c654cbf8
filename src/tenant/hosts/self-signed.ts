import type { generate } from 'selfsigned'
import { namesOfMachine } from './allowed-hosts.ts'
import { CertificateError } from './certificate-error.ts'
import { hostNamed, isAddress } from './hostname.ts'
import type { TlsOptions } from './node-server.ts'

type Generate = typeof generate
type Extensions = NonNullable<NonNullable<Parameters<Generate>[1]>['extensions']>

/** Private key and certificate of an authority, in PEM. */
interface Authority {
  readonly key: string
  readonly cert: string
}

/** Package that creates certificates. */
const packageName = 'selfsigned'

/** Hosts in each certificate: loopback, and the names by which containers reach this machine. */
const commonHosts = ['localhost', '127.0.0.1', '::1', ...namesOfMachine] as const

/** Authority of this process. Its key never leaves the memory of the process. */
let authority: Promise<Authority> | undefined

/**
 * Creates a certificate for loopback and other hosts, signed by an authority of this process. The authority is new in each
 * process: a key that others know must not be trusted.
 *
 * @param hosts - names and addresses, in addition to loopback
 * @returns key and certificate for the server, and the certificate of the authority for its clients
 * @throws a {@link CertificateError} if the package selfsigned is not installed
 */
export async function selfSignedTls(
  hosts: readonly string[],
): Promise<{ readonly tls: TlsOptions; readonly ca: string }> {
  const create = loadGenerate()
  authority ??= createAuthority(create)
  const ca = await authority
  const names = [...new Set([...commonHosts, ...hosts])]
  const extensions: Extensions = [
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames: names.map(alternativeName) },
  ]
  const made = await create([{ name: 'commonName', value: 'graph-call-testkit' }], {
    ...certificateOptions(),
    extensions,
    ca,
  })
  return { tls: { key: made.private, cert: made.cert }, ca: ca.cert }
}

async function createAuthority(create: Generate): Promise<Authority> {
  const extensions: Extensions = [
    { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
    { name: 'keyUsage', keyCertSign: true, critical: true },
  ]
  const made = await create([{ name: 'commonName', value: `graph-call-testkit process ${process.pid}` }], {
    ...certificateOptions(),
    extensions,
  })
  return { key: made.private, cert: made.cert }
}

/** Days before and after the start of the process for which a certificate is valid. */
const validity = { before: 1, after: 365 }
const day = 86_400_000

/** Uses the start of the process, because a test can replace the clock. */
function certificateOptions() {
  const start = process.getBuiltinModule('node:perf_hooks').performance.timeOrigin
  return {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(start - validity.before * day),
    notAfterDate: new Date(start + validity.after * day),
  } as const
}

function alternativeName(host: string) {
  const hostname = hostNamed(host) ?? host
  if (!isAddress(hostname)) return { type: 2, value: hostname } as const
  return { type: 7, ip: hostname.replace(/^\[(.*)\]$/, '$1') } as const
}

/** Loads the package with Node's own `require`. It is not an import: bundlers for browsers would try to resolve it. */
function loadGenerate(): Generate {
  const require = process.getBuiltinModule('node:module').createRequire(import.meta.url)
  try {
    const loaded: { readonly generate: Generate } = require(packageName)
    return loaded.generate
  } catch (cause) {
    throw new CertificateError(packageName, cause)
  }
}
