import { TestkitError } from '../../src/model/errors.ts'
/**
 * A contract cannot be what its definition says; the message tells where, why, and what to do.
 *
 * @example
 * ```ts
 * defineCallContract({ consumer: 'my-bot', dir: 'pacts', reads: ['targets.identity'], interactions: ['group'] })
 * // ContractDefinitionError: reads: no call has targets.identity. Nearest: targets[].identity.
 * ```
 */
export class ContractDefinitionError extends TestkitError {
  override readonly name = 'ContractDefinitionError'
}
