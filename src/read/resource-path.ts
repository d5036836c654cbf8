/** A resource of a call in the path of a notification. */
export interface ResourcePath {
  /** ID of the call, decoded. */
  readonly callId: string
  /** Navigation property, in lower case, for example `participants`. Undefined for the call itself. */
  readonly collection: string | undefined
  /** ID of the resource in the collection, decoded. */
  readonly id: string | undefined
}

/**
 * Parses the path of a resource, such as `/communications/calls/{id}/operations/{id}`. Accepts both roots (`/communications` and
 * `/app`), any ID, a path with a version or a host, and OData keys such as `calls('{id}')`. Returns undefined for other paths.
 */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const [clean = ''] = path.split(/[?#]/, 1)
  const segments = clean.split('/').flatMap(segmentsWithKey)
  const at = segments.findIndex(
    (segment, index) =>
      segment.toLowerCase() === 'calls' && /^(app|communications)$/i.test(segments[index - 1] ?? ''),
  )
  const callId = segments[at + 1]
  if (at < 0 || !callId) return undefined
  return {
    callId: decoded(callId),
    collection: segments[at + 2]?.toLowerCase(),
    id: decodedOrNone(segments[at + 3]),
  }
}

/** Splits `calls('1')` into `calls` and `1`. A quote in a key is doubled: OData 4.0, URL Conventions, 4.3. */
function segmentsWithKey(segment: string): string[] {
  const open = segment.indexOf("('")
  if (open < 0 || !segment.endsWith("')")) return [segment]
  return [segment.slice(0, open), segment.slice(open + 2, -2).replaceAll("''", "'")]
}

function decodedOrNone(segment: string | undefined): string | undefined {
  return segment ? decoded(segment) : undefined
}

/** An ID can be any text, also one with a percent sign that encodes nothing. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
