/** The same function of a type's name, which searches the tables once for each type, when it is first asked. */
export function memoized<T>(find: (type: string) => T): (type: string) => T {
  const found = new Map<string, T>()
  return (type) => {
    const known = found.get(type) ?? find(type)
    found.set(type, known)
    return known
  }
}
