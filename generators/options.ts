import { GeneratorOptionError, show } from './option-error.ts'

/** One value, or a list of those to choose from. */
export type OneOrMore<T> = T | readonly T[]

/** The values that an option lists; all of them where it is not given. Throws {@link GeneratorOptionError}. */
export function valuesOf<T>(
  option: string,
  found: OneOrMore<T> | undefined,
  allowed: readonly T[],
): readonly T[] {
  if (found === undefined) return allowed
  const values: readonly unknown[] = Array.isArray(found) ? found : [found]
  const wrong = values.find((value) => !allowed.some((each) => each === value))
  if (wrong !== undefined || values.length === 0) {
    const problem =
      values.length === 0 ? `${option}: [] leaves nothing.` : `${option}: ${show(wrong)} is not known.`
    throw new GeneratorOptionError(problem, { option, found, allowed })
  }
  return allowed.filter((value) => values.includes(value))
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
