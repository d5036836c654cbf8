import { builtInTag, isJsonObject } from './json.ts'
import { nearestNames } from './nearest-names.ts'

/** Kind of value that an option accepts. `checked` is for values that are checked where they are used. */
export type OptionKind =
  | 'text'
  | 'number'
  | 'amount'
  | 'boolean'
  | 'function'
  | 'list'
  | 'texts'
  | 'object'
  | 'location'
  | 'signal'
  | 'checked'

/**
 * Kinds of all options of a type, or of all members of a union. TypeScript reports an option that is missing or unknown, so
 * the names in a check are always those of the type.
 */
export type OptionKinds<Options> = { readonly [Name in NameOf<Options>]-?: OptionKind }

type NameOf<Options> = Options extends unknown ? keyof Options : never

/** An option that a function does not have. */
export interface UnknownOption {
  readonly name: string
  /** Name of the most similar option. */
  readonly nearest: string
}

/** Longest name that is compared with the options. */
const longestName = 80

/** Returns the first option that is not one of the names. */
export function findUnknownOption(options: object, names: readonly string[]): UnknownOption | undefined {
  const unknown = Object.keys(options).find((name) => !names.includes(name))
  if (unknown === undefined) return undefined
  const name = unknown.slice(0, longestName)
  return { name, nearest: nearestNames(name, names)[0] ?? '' }
}

/** True for plain objects, instances of a class and modules. False for built-in objects: an array, or a Promise without `await`. */
export function isOptions(options: unknown): options is object {
  return isJsonObject(options) || builtInTag(options) === '[object Module]'
}
