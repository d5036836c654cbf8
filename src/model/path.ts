/** Keys and indexes from a value to one of the values in it. */
export type Path = readonly PropertyKey[]

/** Formats a path, for example `targets[0].identity` or `mediaConfig['@odata.type']`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    if (!/^[a-z_$][\w$]*$/i.test(String(key))) return `${text}['${escaped(String(key))}']`
    return text ? `${text}.${String(key)}` : String(key)
  }, '')
}

/** Escapes quotes and control characters. A line break in a key would otherwise look like a new line of the message. */
function escaped(key: string): string {
  return JSON.stringify(key).slice(1, -1).replaceAll("'", "\\'")
}
