import type { Cause } from '../../src/model/errors.ts'
import { describeValue } from '../../src/read/describe-value.ts'
import { RedactedError } from '../redacted-error.ts'

interface InvalidOption extends Cause {
  readonly option?: string | undefined
  readonly value?: unknown
}

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
export class ContractDefinitionError extends RedactedError {
  override readonly name = 'ContractDefinitionError'
  /** Invalid option, for example `reads` or `interactions[0].callId`. `undefined` if the definition conflicts with another one. */
  readonly option: string | undefined
  /** Value of the invalid option. */
  readonly value: unknown

  constructor(message: string, { option, value, ...options }: InvalidOption = {}) {
    super(message, options)
    this.option = option
    this.value = value
  }
}

/** Returns the error for an option that has a wrong value. */
export function invalidOption(option: string, value: unknown, expected: string): ContractDefinitionError {
  const found = value === undefined ? 'undefined' : describeValue(value)
  return new ContractDefinitionError(`Invalid ${option}: ${found}. Expected ${expected}.`, { option, value })
}
