import type { Nulls, Settings } from '../choices/choices.ts'
import { GeneratorOptionError, show } from './option-error.ts'

/** One value, or a list of those to choose from. */
export type OneOrMore<T> = T | readonly T[]

/** The values that an option may choose from, as a union. */
export type Each<Option> = Option extends readonly (infer Value)[] ? Value : NonNullable<Option>

/** What holds for a whole generated document. */
export interface DocumentOptions {
  /**
   * What stands where a value is missing: `null` (`'present'`), nothing (`'absent'`), or now the one and now the other
   * (`'mixed'`, the default), as the service does.
   */
  readonly nulls?: Nulls | undefined
  /** Whether enums may also be `unknownFutureValue`, which Graph sends for a member that the client did not ask for. */
  readonly unknownFutureValue?: boolean | undefined
}

export const documentOptionNames = ['nulls', 'unknownFutureValue'] as const

/** The settings that the options ask for. Throws {@link GeneratorOptionError}. */
export function settingsOf({ nulls, unknownFutureValue }: DocumentOptions): Settings {
  valuesOf<Nulls>('nulls', nulls, ['mixed', 'present', 'absent'])
  valuesOf<boolean>('unknownFutureValue', unknownFutureValue, [false, true])
  return { nulls, unknownFutureValue }
}

/** What an option narrows, where it is given; where it is not, or only perhaps, the rest. */
export type When<O, Name extends string, Narrowed, Rest = unknown> =
  O extends Readonly<Record<Name, NonNullable<unknown>>> ? Narrowed : Rest

/** A document as the option `nulls` has it. */
export type Nulled<T, O extends DocumentOptions> = O extends { readonly nulls: 'absent' }
  ? WithoutNulls<T>
  : O extends { readonly nulls: 'present' }
    ? WithNulls<T>
    : T

type WithoutNulls<T> = T extends object ? { [K in keyof T]: WithoutNulls<Exclude<T[K], null>> } : T

type WithNulls<T> = T extends readonly unknown[]
  ? { [K in keyof T]: WithNulls<T[K]> }
  : T extends object
    ? { [K in keyof T as null extends T[K] ? K : never]-?: WithNulls<T[K]> } & {
        [K in keyof T as null extends T[K] ? never : K]: WithNulls<T[K]>
      }
    : T

/** The options `O` where all of their names are known; the value of another is a type error that says so. */
export type Known<Options, O> = {
  readonly [K in keyof O]: K extends keyof Options
    ? K extends 'with'
      ? Known<NonNullable<Options[K]>, O[K]>
      : O[K]
    : NoSuchOption<K>
}

interface NoSuchOption<Name> {
  readonly 'there is no option of this name': Name
}

/** The values that an option lists; all of them where it is not given. Throws {@link GeneratorOptionError}. */
export function valuesOf<T>(
  option: string,
  found: OneOrMore<T> | undefined,
  allowed: readonly T[],
): readonly T[] {
  if (found === undefined) return allowed
  const values: readonly unknown[] = Array.isArray(found) ? found : [found]
  if (values.length === 0) {
    throw new GeneratorOptionError(`${option}: [] leaves nothing.`, { option, found, allowed })
  }
  for (const value of values) {
    if (allowed.some((each) => each === value)) continue
    throw new GeneratorOptionError(`${option}: ${show(value)} is not known.`, { option, found, allowed })
  }
  return allowed.filter((value) => values.includes(value))
}

/** What the options of a part of a call ask for, which has one of its own. Throws {@link GeneratorOptionError}. */
export function partOptions<Name extends string, T>(
  options: DocumentOptions & { readonly [K in Name]?: OneOrMore<NoInfer<T>> | undefined },
  name: Name,
  allowed: readonly T[],
): { readonly values: readonly T[]; readonly settings: Settings } {
  checkNames(options, [name, ...documentOptionNames])
  return { values: valuesOf<T>(name, options[name], allowed), settings: settingsOf(options) }
}

/** Throws {@link GeneratorOptionError} where an option has a name that is none. */
export function checkNames(options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).find((name) => !known.includes(name))
  if (unknown === undefined) return
  throw new GeneratorOptionError(`There is no option ${show(unknown)}.`, {
    option: unknown,
    found: Reflect.get(options, unknown),
    allowed: known,
  })
}
