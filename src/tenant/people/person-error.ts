import { TestkitError } from '../../model/errors.ts'
import { printable } from '../../output/printable.ts'

/**
 * Thrown when a person cannot do something in time: the phone does not ring, or the person is not in a call.
 *
 * @example
 * ```ts
 * await tenant.person('Lee Ash').hangsUp() // PersonError: Lee Ash cannot hang up: Lee Ash is not in a call. ...
 * ```
 */
export class PersonError extends TestkitError {
  override readonly name = 'PersonError'
  /** Name of the person. */
  readonly person: string
  /** For example `hang up`. */
  readonly act: string
  /** Id of the call of the person, if there is one. */
  readonly callId: string | undefined

  constructor(person: string, act: string, reason: string, callId?: string, text = '') {
    super(`${printable(`${person} cannot ${act}: ${reason}`)}${text && `\n${text}`}`)
    this.person = person
    this.act = act
    this.callId = callId
  }
}
