import { findUnknownOption, isOptions, type OptionKind, type OptionKinds } from '../../model/known-options.ts'
import type { Nulls, Settings } from '../choices/choices.ts'
import { relativeSizes, type SizeOption, sizes } from '../choices/size.ts'
import { GeneratorOptionError, show } from './option-error.ts'

/**
 * One value, or a list of values to choose from.
 *
 * @example
 * ```ts
 * import type { IdentityKind, OneOrMore } from 'graph-call-testkit/generators'
 *
 * const identity: OneOrMore<IdentityKind> = ['user', 'guest']
 * ```
 */
export type OneOrMore<T> = T | readonly T[]

/** Union of the values of an option. */
export type Each<Option> = Option extends readonly (infer Value)[] ? Value : NonNullable<Option>

/**
 * Options that apply to a whole generated document.
 *
 * @example
 * ```ts
 * import { anyCall, type DocumentOptions } from 'graph-call-testkit/generators'
 *
 * const options: DocumentOptions = { nulls: 'absent', unknownFutureValue: true }
 * const calls = anyCall(options)
 * ```
 */
export interface DocumentOptions {
  /**
   * Representation of missing values: `'present'` uses `null`, `'absent'` omits the property, and `'mixed'` uses both, as
   * the service does. Defaults to `'mixed'`.
   */
  readonly nulls?: Nulls | undefined
  /**
   * True if enums are often `unknownFutureValue`, false if they never are. Graph sends it in place of members that the client did not
   * ask for. By default, one enum in forty is `unknownFutureValue`.
   */
  readonly unknownFutureValue?: boolean | undefined
  /** Size of long lists and of composed texts, as in fast-check. Defaults to `baseSize` of `fc.configureGlobal`, or to `'small'`. */
  readonly size?: SizeOption | undefined
}

export const documentOptionKinds: OptionKinds<DocumentOptions> = {
  nulls: 'checked',
  unknownFutureValue: 'checked',
  size: 'checked',
}

/**
 * Returns the settings of a document.
 *
 * @throws a {@link GeneratorOptionError} if a value is invalid
 */
export function settingsOf({ nulls, unknownFutureValue, size }: DocumentOptions): Settings {
  valuesOf<Nulls>('nulls', nulls, ['mixed', 'present', 'absent'])
  valuesOf<boolean>('unknownFutureValue', unknownFutureValue, [false, true])
  valuesOf<SizeOption>('size', size, [...sizes, ...relativeSizes, 'max'])
  return { nulls, unknownFutureValue, size }
}

/** `Narrowed` if the options have the option `Name`. `Rest` if they do not have it or may not have it. */
export type When<O, Name extends string, Narrowed, Rest = unknown> =
  O extends Readonly<Record<Name, NonNullable<unknown>>> ? Narrowed : Rest

/**
 * Union of the values that an option allows: those of the options `O`, or `All` if they do not have the option or may not have it.
 *
 * @example
 * ```ts
 * import type { FaultRule, ValuesOf } from 'graph-call-testkit/generators'
 *
 * const rule: ValuesOf<{ rule: ['missing', 'null'] }, 'rule', FaultRule> = 'missing'
 * ```
 */
export type ValuesOf<O, Name extends string, All> =
  O extends Readonly<Record<Name, infer Option extends NonNullable<unknown>>>
    ? Extract<Option extends readonly (infer Value)[] ? Value : Option, All>
    : All

/** Applies the option `nulls` to the type of a document. */
export type Nulled<T, O extends DocumentOptions> = O extends { readonly nulls: 'absent' }
  ? WithoutNulls<T>
  : O extends { readonly nulls: 'present' }
    ? NullsIn<T>
    : T

/**
 * Removes null from a type at every level, as the option `nulls: 'absent'` does with values.
 *
 * @example
 * ```ts
 * import type { Call } from 'graph-call-testkit'
 * import type { WithoutNulls } from 'graph-call-testkit/generators'
 *
 * const subjectOf = (call: WithoutNulls<Call>): string | undefined => call.subject
 * ```
 */
export type WithoutNulls<T> = { [K in keyof T]: WithoutNulls<Exclude<T[K], null>> }

/**
 * Makes each property of an object that can be null required, at every level, as the option `nulls: 'present'` does with values.
 *
 * @example
 * ```ts
 * import type { Call } from 'graph-call-testkit'
 * import type { WithNulls } from 'graph-call-testkit/generators'
 *
 * const subjectOf = (call: WithNulls<Call>): string | null => call.subject
 * ```
 */
export type WithNulls<T> = {
  [K in keyof T as null extends T[K] ? K : never]-?: NullsIn<T[K]>
} & {
  [K in keyof T as null extends T[K] ? never : K]: NullsIn<T[K]>
}

type NullsIn<T> = T extends readonly unknown[]
  ? { [K in keyof T]: NullsIn<T[K]> }
  : T extends object
    ? WithNulls<T>
    : T

/** The options `O`, with a type error for the value of each unknown option. */
export type Known<Options, O> = {
  readonly [K in keyof O]: K extends keyof Options
    ? K extends 'with'
      ? Known<NonNullable<Options[K]>, O[K]>
      : O[K]
    : UnknownOption<K>
}

interface UnknownOption<Name> {
  readonly 'unknown option': Name
}

/**
 * Returns the values of an option, or all allowed values if it is not set.
 *
 * @throws a {@link GeneratorOptionError} if a value is not allowed
 */
export function valuesOf<T>(
  option: string,
  found: OneOrMore<T> | undefined,
  allowed: readonly T[],
): readonly T[] {
  if (found === undefined) return allowed
  const values: readonly unknown[] = Array.isArray(found) ? found : [found]
  const isAllowed = (value: unknown) => allowed.some((each) => each === value)
  const invalid = values.length === 0 ? [found] : values.filter((value) => !isAllowed(value))
  if (invalid.length > 0) {
    throw new GeneratorOptionError(`Invalid ${option}: ${show(invalid[0])}.`, { option, found, allowed })
  }
  return allowed.filter((value) => values.includes(value))
}

/**
 * Returns the values and settings of an arbitrary with a single option besides the document options.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
 */
export function partOptions<Name extends string, T>(
  options: DocumentOptions & { readonly [K in Name]?: OneOrMore<NoInfer<T>> | undefined },
  name: Name,
  allowed: readonly T[],
): { readonly values: readonly T[]; readonly settings: Settings } {
  checkNames(options, { [name]: 'checked', ...documentOptionKinds })
  return { values: valuesOf<T>(name, options[name], allowed), settings: settingsOf(options) }
}

/** @throws a {@link GeneratorOptionError} if the value is set and is not a string, or is empty */
export function checkText(option: string, found: unknown): void {
  if (found === undefined || (typeof found === 'string' && found !== '')) return
  const details = { option, found, allowed: [], expected: 'a string that is not empty' }
  throw new GeneratorOptionError(`Invalid ${option}: ${show(found)}.`, details)
}

/** @throws a {@link GeneratorOptionError} if the options are not an object, or one of them is unknown */
export function checkNames(options: unknown, table: Readonly<Record<string, OptionKind>>): void {
  const allowed = Object.keys(table)
  if (!isOptions(options)) {
    const details = {
      option: 'options',
      found: options,
      allowed,
      expected: `an object with some of: ${allowed.join(', ')}`,
    }
    throw new GeneratorOptionError(`Invalid options: ${show(options)}.`, details)
  }
  const unknown = findUnknownOption(options, allowed)
  if (!unknown) return
  const { name: option, nearest } = unknown
  const found: unknown = Reflect.get(options, option)
  throw new GeneratorOptionError(`Unknown option ${show(option)}. Nearest: ${show(nearest)}.`, {
    ...{ option, found, allowed },
  })
}
