import { TestkitError } from '../model/errors.ts'
/** A query that cannot be answered: which option is wrong, where, and why. */
export class QueryError extends TestkitError {
  override readonly name = 'QueryError'
  /** As it was written, decoded, e.g. `$select`. */
  readonly option: string
  /** The first character that is wrong, counted from 1 after the question mark, in the decoded query. */
  readonly position: number

  constructor(reason: string, option: string, position: number) {
    super(`${reason} Query option '${option}', position ${position}.`)
    this.option = option
    this.position = position
  }
}
