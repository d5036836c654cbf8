import { hasInvitations, type NamedAction, type Parameter } from '../../model/actions/index.ts'
import { declaredParameterType } from '../../model/declared.ts'
import { objectTypeOf } from '../../model/definitions.ts'
import { derivedTypesOf, enumType, objectType, odataTypeOf } from '../../model/index.ts'
import { isJsonObject, type JsonObject, withoutNumberSign } from '../../model/json.ts'
import { nearestNames } from '../../model/nearest-names.ts'
import { parseUrl } from '../../model/parse-url.ts'
import { pathText } from '../../model/path.ts'
import { describeValue } from '../../read/describe-value.ts'
import { problemsInValue } from '../../read/find-problems.ts'
import { isLoopback } from '../hosts/loopback.ts'

/** Body of an action, or what is wrong with it. */
export type CheckedBody =
  | { readonly body: JsonObject }
  | { readonly problem: string; readonly isJson: boolean }

/**
 * Checks the body of an action against the model.
 *
 * @param text - body of the request, or undefined if it has none
 * @param missing - names of parameters that the cloud of the request does not have
 */
export function checkBody(
  { parameters = {}, open }: NamedAction,
  text: string | undefined,
  missing: readonly string[],
): CheckedBody {
  const body = parsed(text)
  if (!isJsonObject(body)) {
    return { problem: 'The request body must be a JSON object.', isJson: body !== undefined }
  }
  const names = Object.keys(parameters).filter((name) => !missing.includes(name))
  for (const name of open ? [] : Object.keys(body)) {
    if (names.includes(name) || name.startsWith('@odata.')) continue
    const [nearest] = nearestNames(name, names)
    return {
      problem: `The parameter '${name}' does not exist.${nearest ? ` Did you mean '${nearest}'?` : ''}`,
      isJson: true,
    }
  }
  for (const [name, parameter] of Object.entries(parameters)) {
    const problem = problemOf(name, parameter, body[name])
    if (problem) return { problem, isJson: true }
  }
  return { body }
}

/** Returns the JSON in a text, or undefined if it is not JSON. */
function parsed(text: string | undefined): unknown {
  if (!text?.trim()) return {}
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function problemOf(name: string, parameter: Parameter, value: unknown): string | undefined {
  if (value === undefined || value === null) {
    return parameter.required ? `The parameter '${name}' is missing.` : undefined
  }
  const checked = parameter.ignoreCase ? spelled(parameter, value) : value
  for (const { path } of problemsInValue(parameter.type, checked)) {
    const found = path.reduce<unknown>(valueAt, value)
    if (found === undefined) return `The parameter '${pathText([name, ...path])}' is missing.`
    return `The value of '${pathText([name, ...path])}' is not valid: ${describeValue(found)}.`
  }
  return (
    limitProblem(name, parameter, value) ??
    invitationProblem(name, parameter, value) ??
    typeProblem(name, parameter, value)
  )
}

/** Values of a parameter with their paths: the items of a list, or the value itself. */
function valuesIn(name: string, value: unknown): readonly (readonly [path: string, value: unknown])[] {
  return Array.isArray(value)
    ? value.map((each: unknown, index) => [pathText([name, index]), each])
    : [[name, value]]
}

/** An abstract type has no instances, so an `@odata.type` must name one that extends it. Source: $metadata v1.0. */
function typeProblem(name: string, { type }: Parameter, value: unknown): string | undefined {
  const item = objectTypeOf(type)
  if (item === undefined) return undefined
  const declared = declaredParameterType[item] ?? item
  if (!objectType(declared).abstract) return undefined
  const types = derivedTypesOf(declared).map(odataTypeOf)
  const wrong = valuesIn(name, value).find(([, each]) => {
    const found = withoutNumberSign(valueAt(each, '@odata.type'))
    return found !== undefined && !types.some((tag) => withoutNumberSign(tag) === found)
  })
  return wrong && `The '@odata.type' of '${wrong[0]}' must be '${types.join("' or '")}'.`
}

/** A person is found by an ID, which can be a phone number, or by the name that a test has given. */
function invitationProblem(name: string, parameter: Parameter, value: unknown): string | undefined {
  if (!hasInvitations(parameter)) return undefined
  const wrong = valuesIn(name, value).find(([, each]) => !isNamed(valueAt(each, 'identity')))
  return wrong && `The value of '${wrong[0]}.identity' has no user, phone or application with an 'id'.`
}

function isNamed(identity: unknown): boolean {
  if (!isJsonObject(identity)) return false
  return Object.values(identity).some((each) => Boolean(valueAt(each, 'id') || valueAt(each, 'displayName')))
}

/** Returns the member of an enum that a text spells in another case. */
function spelled({ type }: Parameter, value: unknown): unknown {
  if (type.kind !== 'enum' || typeof value !== 'string') return value
  return enumType(type.name).members.find((member) => member.toLowerCase() === value.toLowerCase()) ?? value
}

function valueAt(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function limitProblem(name: string, parameter: Parameter, value: unknown): string | undefined {
  const { minimum = -Infinity, maximum = Infinity, minimumItems = 0, maximumItems = Infinity } = parameter
  const { maximumLength = Infinity, form } = parameter
  if (typeof value === 'number' && (value < minimum || value > maximum)) {
    return `The value of '${name}' must be ${rangeText(minimum, maximum)}, but it is ${value}.`
  }
  if (Array.isArray(value) && (value.length < minimumItems || value.length > maximumItems)) {
    return `The number of items in '${name}' must be ${rangeText(minimumItems, maximumItems)}, but it is ${value.length}.`
  }
  if (typeof value !== 'string') return undefined
  if (value.length > maximumLength) {
    return `The text '${name}' must have at most ${maximumLength} characters, but it has ${value.length}.`
  }
  if (form === 'callback' && !isCallback(value)) {
    return `The value of '${name}' must be an https URL, but it is ${describeValue(value)}.`
  }
  return undefined
}

function rangeText(minimum: number, maximum: number): string {
  if (maximum === Infinity) return `at least ${minimum}`
  return minimum === -Infinity ? `at most ${maximum}` : `from ${minimum} to ${maximum}`
}

/** True for https, and for http on loopback, which bots use in tests. */
export function isCallback(text: string): boolean {
  const url = parseUrl(text)
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
}
