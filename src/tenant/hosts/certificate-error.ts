import { TestkitError } from '../../model/errors.ts'

/**
 * Thrown when `tenant.listen` cannot create a certificate, because an optional package is not installed.
 *
 * @example
 * ```ts
 * await tenant.listen({ tls: 'self-signed' }) // CertificateError: ... Install it: npm install --save-dev selfsigned
 * ```
 */
export class CertificateError extends TestkitError {
  override readonly name = 'CertificateError'
  /** Name of the package that could not be loaded. */
  readonly packageName: string

  constructor(packageName: string, cause: unknown) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'MODULE_NOT_FOUND'
    super(
      `Cannot create a certificate: the package ${packageName} ${isMissing ? 'is not installed' : 'cannot be loaded'}. ` +
        `Install it: npm install --save-dev ${packageName}. Or pass a certificate of your own: listen({ tls: { key, cert } }).`,
      { cause },
    )
    this.packageName = packageName
  }
}
