import { TestkitError } from '../src/model/errors.ts'
import { printableLines } from '../src/output/printable.ts'
import { environmentSecrets } from '../src/output/process-secrets.ts'
import { knownSecretsRedactor } from '../src/output/redactor.ts'

/**
 * Base class of the errors of contracts. Their messages quote pacts, services, variables and paths, so they are made safe to
 * print, and the secrets of the process are replaced.
 */
export abstract class PrintableError extends TestkitError {
  constructor(message: string, options?: ErrorOptions) {
    super(printableLines(knownSecretsRedactor(environmentSecrets(process.env))(message)), options)
  }
}
