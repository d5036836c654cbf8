import { type Cause, TestkitError } from '../src/model/errors.ts'
import { environmentSecrets } from '../src/output/process-secrets.ts'
import { knownSecretsRedactor } from '../src/output/redactor.ts'

/**
 * Base class of the errors of contracts. Their messages quote pacts, services, variables and paths, so the secrets of the
 * process are replaced.
 */
export abstract class RedactedError extends TestkitError {
  constructor(message: string, options?: Cause) {
    super(knownSecretsRedactor(environmentSecrets(process.env))(message), options)
  }
}
