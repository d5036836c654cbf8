import { printable } from '../output/printable.ts'
import { describeInstance } from './json.ts'
import { nearestNames } from './nearest-names.ts'

/** Names of all options of a type, or of all members of a union. TypeScript reports a name that is missing or unknown. */
export type OptionNames<Options> = { readonly [Name in NameOf<Options>]-?: true }

type NameOf<Options> = Options extends unknown ? keyof Options : never

/** An option that a function does not have. */
export interface UnknownOption {
  readonly name: string
  /** Name of the most similar option, or undefined if the function has no options. */
  readonly nearest: string | undefined
}

/** Longest name that is compared with the options. */
const longestName = 80

/** Returns the first option that is not one of the names. */
export function findUnknownOption(options: object, names: readonly string[]): UnknownOption | undefined {
  const unknown = Object.keys(options).find((name) => !names.includes(name))
  if (unknown === undefined) return undefined
  const name = unknown.slice(0, longestName)
  return { name: unknown, nearest: nearestNames(name, names)[0] }
}

/**
 * Checks that a function has all options that it was called with. Without this check, a misspelled option would have no effect.
 *
 * @param owner - name of the function, for the message of an error
 * @throws TypeError if the options are not an object, or one of them is unknown
 */
export function checkOptions(owner: string, options: unknown, table: Readonly<Record<string, true>>): void {
  if (options === undefined) return
  const names = Object.keys(table)
  if (!isOptions(options)) {
    throw new TypeError(
      `Invalid options of ${owner}: ${describe(options)}. Expected an object with some of: ${names.join(', ')}.`,
    )
  }
  const unknown = findUnknownOption(options, names)
  if (!unknown) return
  const name = printable(unknown.name.slice(0, longestName))
  throw new TypeError(
    `Unknown option of ${owner}: ${name}. Nearest: ${unknown.nearest}. Options: ${names.join(', ')}.`,
  )
}

/** True for plain objects and for instances of a class with getters. False for arrays, functions and null. */
function isOptions(options: unknown): options is object {
  return typeof options === 'object' && options !== null && !Array.isArray(options)
}

function describe(value: unknown): string {
  if (typeof value === 'object' && value !== null) return describeInstance(value)
  return value === null ? 'null' : `a ${typeof value}`
}
