import { TestkitError } from '../../src/model/errors.ts'

/**
 * Thrown when the definition of a contract is invalid. The message names the option, the value and the fix.
 *
 * @example
 * ```ts
 * import { defineCallContract } from 'graph-call-testkit/contracts'
 *
 * defineCallContract({ consumer: 'my-bot', dir: 'pacts', reads: ['targets.identity'], interactions: ['group'] })
 * // ContractDefinitionError: Invalid reads: a call does not have "targets.identity". Nearest: targets[].identity.
 * ```
 * Source: the options of `defineCallContract`.
 */
export class ContractDefinitionError extends TestkitError {
  override readonly name = 'ContractDefinitionError'
}
