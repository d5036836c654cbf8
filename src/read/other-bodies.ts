import { openPropertiesOf, type Provenance, receivedTagsOf } from '../model/index.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import { spellingOf } from '../model/nearest-names.ts'
import type { Path } from '../model/path.ts'
import { type BodyKind, bodyKinds } from './body-kinds.ts'
import { isContextOfCall } from './context-of-call.ts'
import { describeValue } from './describe-value.ts'
import { isObject } from './value-checks.ts'

/** Type of a body that is often confused with other bodies. */
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

/** Fix for JSON that an SDK wrote. */
export const passReceivedJson = 'Pass the received JSON, not the log of an SDK.'

/** Messages about an expected body, and its context. */
interface Expectation {
  readonly text: string
  /** Fix for a body of a known kind, and for one of an unknown kind. */
  readonly fix: string
  readonly fixOfUnknown: string
  /** True if an `@odata.context` can be that of the expected body. */
  readonly isContext: (context: string) => boolean
}

const expectations: Readonly<Record<ExpectedBody, Expectation>> = {
  call: {
    text: 'a call',
    fix: 'Check the URL: GET /communications/calls/{id} returns a call.',
    fixOfUnknown: 'Check the URL and the status of the response.',
    isContext: isContextOfCall,
  },
  commsNotifications: {
    text: 'notifications',
    fix: 'Pass the body that the service posts to the callbackUri of a call.',
    fixOfUnknown: 'Pass the body that the service posts to the callbackUri of a call.',
    isContext: (context) => !context.includes('#') || context.endsWith('commsNotifications'),
  },
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
  return Object.hasOwn(expectations, type)
}

/** True for most calls. It only saves time: such a body passes the other checks. */
function isPlainCall(body: JsonObject): boolean {
  const { '@odata.type': tag, '@odata.context': context } = body
  return (
    tag === '#microsoft.graph.call' &&
    Object.hasOwn(body, 'state') &&
    (context === undefined || (typeof context === 'string' && context.endsWith('/calls/$entity')))
  )
}

function otherType(expected: ExpectedBody, body: JsonObject): OtherBody | undefined {
  const tag = body['@odata.type']
  const accepted = receivedTagsOf(expected)
  if (typeof tag !== 'string' || accepted.includes(tag)) return undefined
  const name = tag.replace(/^#?microsoft\.graph\./i, '')
  const kind = bodyKinds.find(({ types = [] }) => spellingOf(name, types))
  const meant = spellingOf(tag, accepted) ?? (spellingOf(name, [expected]) && accepted[0])
  return {
    path: ['@odata.type'],
    expected: accepted[0] ?? expected,
    found: describeValue(tag),
    fix: meant ? `Graph spells it "${meant}".` : fixFor(expected, kind),
    provenance: 'documented',
    origin: 'OData JSON Format 4.0, 4.5.3',
  }
}

function otherContext(expected: ExpectedBody, body: JsonObject): OtherBody | undefined {
  const context = body['@odata.context']
  const { text, isContext } = expectations[expected]
  if (typeof context !== 'string' || isContext(context)) return undefined
  const kind = bodyKinds.find(({ types, isLike }) => isLike(body) && !types?.includes(expected))
  return {
    path: ['@odata.context'],
    expected: `the context of ${text}`,
    found: describeValue(context.slice(context.indexOf('#'))),
    fix: fixFor(expected, kind),
    provenance: 'documented',
    origin: 'OData JSON Format 4.0, 4.5.1',
  }
}

/** Returns what a body of another type is, and the fix. */
function fixFor(expected: ExpectedBody, kind: BodyKind | undefined): string {
  const { fix, fixOfUnknown } = expectations[expected]
  return kind ? `This is ${kind.found}. ${kind.fix ?? fix}` : `This is another resource. ${fixOfUnknown}`
}

function otherKind(expected: ExpectedBody, body: JsonObject): OtherBody | undefined {
  const kind = kindOf(expected, body)
  if (!kind) return undefined
  const { found, fix = expectations[expected].fix, provenance, origin } = kind
  return { path: [], expected: expectations[expected].text, found, fix, provenance, origin }
}

function kindOf(expected: ExpectedBody, body: JsonObject): Description | undefined {
  const { state, error, value, $values, validationTokens, '@odata.context': context } = body
  const hasError = error !== undefined && error !== null
  if (expected === 'call' && typeof state === 'string' && !hasError) return undefined
  const isTyped = typeof body['@odata.type'] === 'string'
  // The context of a list of calls does not end with $entity.
  if (isTyped || (typeof context === 'string' && context.endsWith('/$entity'))) {
    // A call with a type or a context needs no property, so only the case of its properties can be wrong.
    return expected === 'call' ? inPascalCase(expected, body) : undefined
  }
  const items: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined
  const isEmpty = items && !isJsonObject(items[0]) && validationTokens === undefined
  if (expected === 'commsNotifications' && isEmpty) return undefined
  const kind = bodyKinds.find(({ isLike }) => isLike(body))
  if (kind?.types?.includes(expected)) return undefined
  return (
    (Array.isArray($values) ? listWithReferences : undefined) ??
    inPascalCase(expected, body, items?.[0]) ??
    kind ??
    unknownKind(expected, body)
  )
}

type Description = Pick<BodyKind, 'found' | 'fix' | 'provenance' | 'origin'>

const listWithReferences: Description = {
  found: 'a list with references ($values)',
  fix: `A .NET serializer wrote it. ${passReceivedJson}`,
  provenance: 'documented',
  origin: 'System.Text.Json, ReferenceHandler.Preserve',
}

/** Describes a body that has properties only in PascalCase, as .NET writes them. */
function inPascalCase(
  expected: ExpectedBody,
  body: JsonObject,
  firstItem?: unknown,
): Description | undefined {
  const isItem = expected === 'commsNotifications' && isJsonObject(firstItem)
  if (!isPascalCase(expected, body) && !(isItem && isPascalCase('commsNotification', firstItem)))
    return undefined
  return {
    found: 'an object with properties in PascalCase',
    fix: `Graph spells properties in camelCase. ${passReceivedJson}`,
    provenance: 'metadata',
    origin: `$metadata v1.0, ${expected}`,
  }
}

function isPascalCase(type: string, object: JsonObject): boolean {
  // An SDK writes the names of OData as they are.
  const names = Object.keys(openPropertiesOf(type)).filter((name) => !name.startsWith('@'))
  return (
    !names.some((name) => name in object) &&
    names.some((name) => Object.hasOwn(object, name.charAt(0).toUpperCase() + name.slice(1)))
  )
}

/** Describes an object that has no property of the expected body. */
function unknownKind(expected: ExpectedBody, body: JsonObject): Description | undefined {
  if (hasPropertyOf(expected, body)) return undefined
  return {
    found: `an object without any property of ${expectations[expected].text}`,
    fix: `${expectations[expected].fixOfUnknown} Also check that this is the right variable.`,
    provenance: 'metadata',
    origin: `$metadata v1.0, ${expected}`,
  }
}

/** Looks for the names of the model, because a body can have many more. */
function hasPropertyOf(type: string, object: JsonObject): boolean {
  return Object.keys(openPropertiesOf(type)).some((name) => name in object)
}
