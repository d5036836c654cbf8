import { openPropertiesOf, type Provenance, receivedTagsOf } from '../model/index.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import type { Path } from '../model/path.ts'
import { bodyKinds } from './body-kinds.ts'
import { isContextOfCall } from './context-of-call.ts'
import { describeValue } from './describe-value.ts'
import { isObject } from './value-checks.ts'

/** Types of bodies that are often confused with other bodies. */
export type ExpectedBody = 'call' | 'commsNotifications'

/** Another body than the expected one. */
export interface OtherBody {
  /** Path of the value that shows it. Empty if it is the body as a whole. */
  readonly path: Path
  readonly expected: string
  readonly found: string
  readonly fix: string
  readonly provenance: Provenance
  readonly origin: string
}

const expectedBodies: Readonly<Record<ExpectedBody, string>> = {
  call: 'a call',
  commsNotifications: 'notifications',
}

/**
 * Returns what a body is instead of the expected one, or undefined if it can be that one. Without this check, an open type
 * such as `call` would accept any object.
 */
export function otherBody(expected: ExpectedBody, body: unknown): OtherBody | undefined {
  if (!isObject(body) || (expected === 'call' && isPlainCall(body))) return undefined
  return otherType(expected, body) ?? otherContext(expected, body) ?? otherKind(expected, body)
}

/** True if a type is one that {@link otherBody} can expect. */
export function isExpectedBody(type: string): type is ExpectedBody {
  return Object.hasOwn(expectedBodies, type)
}

/** True for most calls. It is only faster: the other checks find nothing in such a body. */
function isPlainCall(body: JsonObject): boolean {
  const { '@odata.type': tag, '@odata.context': context } = body
  return (
    tag === '#microsoft.graph.call' &&
    (context === undefined || (typeof context === 'string' && context.endsWith('/calls/$entity')))
  )
}

function otherType(expected: ExpectedBody, body: JsonObject): OtherBody | undefined {
  const tag = body['@odata.type']
  const accepted = receivedTagsOf(expected)
  if (typeof tag !== 'string' || accepted.includes(tag)) return undefined
  const name = tag.replace(/^#?microsoft\.graph\./, '')
  const kind = bodyKinds.find(({ types }) => types?.includes(name))
  return {
    path: ['@odata.type'],
    expected: accepted[0] ?? expected,
    found: describeValue(tag),
    fix: kind ? `This is ${kind.found}. ${kind.fix}` : `This is another resource. ${checkUrl}`,
    provenance: 'documented',
    origin: 'OData JSON Format 4.0, 4.5.3',
  }
}

function otherContext(expected: ExpectedBody, body: JsonObject): OtherBody | undefined {
  const context = body['@odata.context']
  if (expected !== 'call' || typeof context !== 'string' || isContextOfCall(context)) return undefined
  const kind = bodyKinds.find(({ types, isLike }) => isLike(body) && !types?.includes(expected))
  return {
    path: ['@odata.context'],
    expected: 'the context of a call',
    found: describeValue(context.slice(context.indexOf('#'))),
    fix: kind ? `This is ${kind.found}. ${kind.fix}` : `This is another resource. ${checkUrl}`,
    provenance: 'documented',
    origin: 'OData JSON Format 4.0, 4.5.1',
  }
}

function otherKind(expected: ExpectedBody, body: JsonObject): OtherBody | undefined {
  const { state, error, value } = body
  const hasError = error !== undefined && error !== null
  if (expected === 'call' && typeof state === 'string' && !hasError) return undefined
  if (typeof body['@odata.type'] === 'string') return undefined
  const items: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined
  if (expected === 'commsNotifications' && items && !isJsonObject(items[0])) return undefined
  const kind = bodyKinds.find(({ isLike }) => isLike(body))
  if (kind?.types?.includes(expected)) return undefined
  const found = inPascalCase(expected, body, items?.[0]) ?? kind ?? unknownKind(expected, body)
  if (!found) return undefined
  const { provenance, origin } = found
  return {
    path: [],
    expected: expectedBodies[expected],
    found: found.found,
    fix: found.fix,
    provenance,
    origin,
  }
}

type Description = Pick<OtherBody, 'found' | 'fix' | 'provenance' | 'origin'>

/** Describes a body that has properties only in PascalCase, as .NET writes them. */
function inPascalCase(expected: ExpectedBody, body: JsonObject, firstItem: unknown): Description | undefined {
  const isItem = expected === 'commsNotifications' && isJsonObject(firstItem)
  if (!isPascalCase(expected, body) && !(isItem && isPascalCase('commsNotification', firstItem)))
    return undefined
  return {
    found: 'an object with properties in PascalCase',
    fix: 'Graph spells properties in camelCase. Pass the received JSON, not the log of an SDK.',
    provenance: 'metadata',
    origin: `$metadata v1.0, ${expected}`,
  }
}

function isPascalCase(type: string, object: JsonObject): boolean {
  const names = Object.keys(openPropertiesOf(type))
  return (
    !hasPropertyOf(type, object) &&
    names.some((name) => Object.hasOwn(object, name.charAt(0).toUpperCase() + name.slice(1)))
  )
}

/** Describes an object that has no property of the expected body. */
function unknownKind(expected: ExpectedBody, body: JsonObject): Description | undefined {
  if (hasPropertyOf(expected, body)) return undefined
  return {
    found: `an object without any property of ${expectedBodies[expected]}`,
    fix: `${checkUrl} Also check that this is the right variable.`,
    provenance: 'metadata',
    origin: `$metadata v1.0, ${expected}`,
  }
}

/** Looks for the names of the model, because a body can have many more. */
function hasPropertyOf(type: string, object: JsonObject): boolean {
  return Object.keys(openPropertiesOf(type)).some((name) => name in object)
}

const checkUrl = 'Check the URL and the status of the response.'
