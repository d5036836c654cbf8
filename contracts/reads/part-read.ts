/**
 * Part of a body at the paths that are read: `{ state?: CallState | null }` for `state`. An object at the end of a path is
 * empty, or complete if the path ends with `*`. If the type of the paths is `string`, the part is the whole body.
 */
export type PartRead<Body, Path extends string> = string extends Path ? Body : Part<Body, StepsOf<Path>>

/** Steps of a path, as `stepsOf` returns them. */
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

/** Text before the first dot or bracket. */
type NameIn<Path extends string> = Path extends `${infer Name}[${string}`
  ? NameIn<Name>
  : Path extends `${infer Name}.${string}`
    ? Name
    : Path

/** Part at the steps of all paths, for each type of a union. A branded string is not an object. */
type Part<T, Steps extends readonly string[]> = T extends string
  ? T
  : T extends readonly (infer Element)[]
    ? Part<Element, After<Steps, '[]'>>[]
    : T extends object
      ? '*' extends Steps[0]
        ? T
        : {
            [Key in keyof T as Key extends Steps[0] | Discriminator<T, Steps> ? Key : never]: Part<
              T[Key],
              After<Steps, Key>
            >
          }
      : T

/** Rest of the paths that begin with a step. */
type After<Steps extends readonly string[], Step> = Steps extends readonly [
  Step,
  ...infer Rest extends string[],
]
  ? Rest
  : never

/** `@odata.type`, if it is a literal type and so discriminates a union. */
type Discriminator<T, Steps extends readonly string[]> = Steps[0] extends undefined
  ? never
  : T extends { readonly '@odata.type'?: infer Type }
    ? string extends Type
      ? never
      : '@odata.type'
    : never
