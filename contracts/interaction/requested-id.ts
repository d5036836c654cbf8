/** Finds the id of a call in a path, as a segment or as an OData key: `calls/{id}` and `calls('{id}')`. */
const idInPath = /\/communications\/calls(?:\/([^/?]*)|\('([^'?]*)'\))/

/** Returns the id of the call that a request asks for, decoded. Returns `undefined` if the path is not that of a call. */
export function requestedId(path: string): string | undefined {
  const [, segment, key] = idInPath.exec(path) ?? []
  const encoded = segment ?? key
  if (encoded === undefined) return undefined
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
