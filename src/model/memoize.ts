/** Wraps a function of a type name so that it runs once for each name. */
export function memoize<T>(compute: (name: string) => T): (name: string) => T {
  const results = new Map<string, T>()
  return (name) => {
    const result = results.get(name) ?? compute(name)
    results.set(name, result)
    return result
  }
}
