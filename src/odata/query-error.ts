import { TestkitError } from '../model/errors.ts'

/** Thrown when a query is invalid. */
export class QueryError extends TestkitError {
  override readonly name = 'QueryError'
  /** Name of the option, decoded, for example `$select`. */
  readonly option: string
  /** Position of the error in the decoded query, counted from 1 after the question mark. */
  readonly position: number

  constructor(reason: string, option: string, position: number) {
    super(`${reason} Query option '${option}', position ${position}.`)
    this.option = option
    this.position = position
  }
}
