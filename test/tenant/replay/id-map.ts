/** Values in a text that differ between calls: ids, etags and dates. */
const variable =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{64}\b|\b[0-9a-f]{32}\b|W\/"\d+"|\d{4}-\d\d-\d\dT[\d:.]+Z?/gi

const isId = /^[0-9a-f-]{32,64}$/i

/** Pairs each documented id with that of the tenant. */
export class IdMap {
  readonly #ids = new Map<string, string>()
  readonly #reverse = new Map<string, string>()

  /** Forgets all pairs, before another call. */
  clear(): void {
    this.#ids.clear()
    this.#reverse.clear()
  }

  /** Returns false if one of the ids has another partner. */
  pair(documented: string, actual: string): boolean {
    const known = this.#ids.get(documented)
    if (known !== undefined || this.#reverse.has(actual)) return known === actual
    this.#ids.set(documented, actual)
    this.#reverse.set(actual, documented)
    return true
  }

  /** Returns a documented text with the ids of the tenant. */
  translate(text: string): string {
    return this.#ids.get(text) ?? text.replace(variable, (id) => this.#ids.get(id) ?? id)
  }

  /** Returns how a value differs from the documented one, other than in its ids. A text in braces is any text. */
  differences(documented: unknown, actual: unknown, path = ''): readonly string[] {
    const differs = [`${path}: ${JSON.stringify(documented)} -> ${JSON.stringify(actual)}`]
    if (typeof documented === 'string' && typeof actual === 'string') {
      if (this.#ids.get(documented) === actual) return []
      return this.#isSameText(documented, actual) ? [] : differs
    }
    if (Array.isArray(documented) && Array.isArray(actual)) {
      if (documented.length !== actual.length)
        return [`${path}: ${documented.length} -> ${actual.length} items`]
      return documented.flatMap((item, index) => this.differences(item, actual[index], `${path}[${index}]`))
    }
    if (!isObject(documented) || !isObject(actual)) return documented === actual ? [] : differs
    return [...new Set([...Object.keys(documented), ...Object.keys(actual)])].flatMap((key) => {
      const inner = path ? `${path}.${key}` : key
      if (!(key in actual)) return [`${inner}: missing`]
      if (!(key in documented)) return [`${inner}: additional`]
      return this.differences(documented[key], actual[key], inner)
    })
  }

  #isSameText(documented: string, actual: string): boolean {
    const parts = documented.split(/\{[^}]+\}/)
    if (parts.length > 1) {
      const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^]*')
      return new RegExp(`^${pattern}$`).test(actual)
    }
    const ids = documented.match(variable) ?? []
    const actualIds = actual.match(variable) ?? []
    if (documented.replace(variable, '') !== actual.replace(variable, '')) return false
    return ids.every((id, index) => {
      const other = actualIds[index] ?? ''
      return isId.test(id) ? this.pair(id, other) : true
    })
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
