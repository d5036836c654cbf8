/** Text for a value that throws when it is read. */
const unreadable = 'a value that cannot be read'

/** Returns a thrown value as text. Never throws, although any value can be thrown, also one without `toString`. */
export function thrownText(thrown: unknown): string {
  try {
    return String(thrown)
  } catch {
    return unreadable
  }
}

/** Returns the message of a thrown value, with its cause: only the cause explains why a `fetch` of Node failed. Never throws. */
export function thrownMessage(thrown: unknown): string {
  try {
    if (!(thrown instanceof Error)) return String(thrown)
    const { message, cause } = thrown
    return cause instanceof Error ? `${message}: ${cause.message || cause.name}` : String(message)
  } catch {
    return unreadable
  }
}
