/**
 * The part of a body to which paths lead: `{ state?: CallState | null }` of a call for `state`. An object at which a path
 * ends is there with nothing in it, and whole where the path says `*`. All of it, where the paths are not known.
 */
export type PartRead<Body, Path extends string> = string extends Path ? Body : Part<Body, StepsOf<Path>>

/** A path by its steps, as `stepsOf` takes it apart. */
type StepsOf<Path extends string> = Path extends ''
  ? []
  : Path extends `.${infer Rest}`
    ? StepsOf<Rest>
    : Path extends `[]${infer Rest}`
      ? ['[]', ...StepsOf<Rest>]
      : Path extends `['${infer Key}']${infer Rest}`
        ? [Key, ...StepsOf<Rest>]
        : Path extends `@odata.${string}`
          ? [Path]
          : Path extends `${NameIn<Path>}${infer Rest}`
            ? [NameIn<Path>, ...StepsOf<Rest>]
            : never

/** What stands before the first dot or bracket. */
type NameIn<Path extends string> = Path extends `${infer Name}[${string}`
  ? NameIn<Name>
  : Path extends `${infer Name}.${string}`
    ? Name
    : Path

/** By the steps of all paths; of several types that may stand there, of each. Branded text is no object. */
type Part<T, Steps extends readonly string[]> = T extends string
  ? T
  : T extends readonly (infer Element)[]
    ? Part<Element, After<Steps, '[]'>>[]
    : T extends object
      ? '*' extends Steps[0]
        ? T
        : {
            [Key in keyof T as Key extends Steps[0] | Deciding<T, Steps> ? Key : never]: Part<
              T[Key],
              After<Steps, Key>
            >
          }
      : T

/** What is left of the paths after one step. */
type After<Steps extends readonly string[], Step> = Steps extends readonly [
  Step,
  ...infer Rest extends string[],
]
  ? Rest
  : never

/** `@odata.type`, where that says what the rest means: where it is no plain string. */
type Deciding<T, Steps extends readonly string[]> = Steps[0] extends undefined
  ? never
  : T extends { readonly '@odata.type'?: infer Type }
    ? string extends Type
      ? never
      : '@odata.type'
    : never
