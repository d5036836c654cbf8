/** What a path asks for: one call, or the first segment that leads nowhere. */
export type Address = CallAddress | { readonly unknownSegment: string }

export interface CallAddress {
  readonly version: 'v1.0' | 'beta'
  /** `app` is the older name of `communications`. */
  readonly namespace: 'communications' | 'app'
  readonly callId: string
}

/**
 * Reads a path: `/v1.0/communications/calls/{id}`, or with `beta`, with `app`, with the key as OData writes it
 * (`calls('{id}')`), in any case, with a slash at the end.
 *
 * Sources: Get call; OData URL Conventions 4.0, 4.3 (keys in parentheses); Graph reads its paths in any case.
 */
export function readPath(path: string): Address {
  const [, version, namespace, callId] = usual.exec(path) ?? []
  if (callId) {
    return {
      version: version === 'beta' ? version : 'v1.0',
      namespace: namespace === 'app' ? namespace : 'communications',
      callId,
    }
  }
  return readPathOfAnyForm(path)
}

/** As nearly all clients write it. The other forms are read with more care, and this one would be read alike. */
const usual = /^\/(v1\.0|beta)\/(communications|app)\/calls\/([\w-]+)$/

function readPathOfAnyForm(path: string): Address {
  const [first = '', second = '', third = '', ...rest] = path.replace(/^\/|\/$/g, '').split('/')
  const version = oneOf(['v1.0', 'beta'], first)
  if (!version) return { unknownSegment: first }
  const namespace = oneOf(['communications', 'app'], second)
  if (!namespace) return { unknownSegment: second }
  const [calls, key, beyond] = keyOf(third, rest)
  if (!oneOf(['calls'], calls)) return { unknownSegment: third }
  const callId = key && decoded(key)
  if (!callId) return { unknownSegment: key || third }
  return beyond === undefined ? { version, namespace, callId } : { unknownSegment: beyond }
}

/** The collection, the key, and what comes after it: `calls('2e1a')` is `calls/2e1a`. */
function keyOf(segment: string, rest: readonly string[]): readonly (string | undefined)[] {
  const quoted = /^([^(]*)\((?:'|%27)(.*)(?:'|%27)\)$/.exec(segment)
  if (!quoted) return [segment, ...rest]
  return [quoted[1], quoted[2]?.replace(/(?:'|%27){2}/g, "'"), ...rest]
}

function oneOf<Name extends string>(names: readonly Name[], segment = ''): Name | undefined {
  return names.find((name) => name === segment.toLowerCase())
}

/** Nothing where the percent-encoding is broken. */
function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
