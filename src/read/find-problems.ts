import { collection, object } from '../model/definitions.ts'
import {
  concreteTypesOf,
  enumType,
  formats,
  isReceivedTag,
  objectType,
  odataTypeOf,
  openPropertiesOf,
  type Property,
  propertiesOf,
  receivedTagsOf,
  type ValueType,
} from '../model/index.ts'
import type { Path } from '../model/path.ts'
import { actualTypeOf } from '../model/typed-objects.ts'
import { type CheckMode, isComplete, requestMode } from './mode.ts'
import { isExpectedBody, type OtherBody, otherBody } from './other-bodies.ts'
import { isInt32, isIntegerText, isObject } from './value-checks.ts'

/** Path at which a value violates a rule of the model. */
export interface Problem {
  readonly path: Path
  /** True if the model does not declare the property at this path. */
  readonly isUndeclared: boolean
  /** Set if the body is another one than the expected. */
  readonly other?: OtherBody
}

/**
 * Yields everything that is wrong with a body of the type `name`, in the order of the model. It is slower than the generated
 * guard, which only returns true or false.
 */
export function* findProblems(name: string, body: unknown, mode: CheckMode): Generator<Problem> {
  const other = isExpectedBody(name) ? otherBody(name, body) : undefined
  if (other) yield { path: other.path, isUndeclared: false, other }
  else yield* inObject(name, body, mode, [])
}

/**
 * Yields everything that is wrong with a value that a client sends to the service: other types than declared, and unknown
 * enum members. Unknown properties are accepted.
 */
export function problemsInValue(type: ValueType, value: unknown): Generator<Problem> {
  return inValue(type, value, requestMode, [])
}

function* inObject(name: string, value: unknown, mode: CheckMode, path: Path): Generator<Problem> {
  if (!isObject(value)) return yield at(path)
  const tag = value['@odata.type']
  const tagPath = [...path, '@odata.type']
  if (mode.open) {
    const { oneOf = [] } = objectType(name)
    const named = oneOf.find((each) => receivedTagsOf(each).some((other) => other === tag))
    if (named) return yield* inObject(named, value, mode, path)
    if (!isReceivedTag(tag, name)) yield at(tagPath)
    // A derived type does not require what the other derived types require.
    const required = propertiesOf(actualTypeOf(value, name) ?? name)
    return yield* inProperties(name, openPropertiesOf(name), value, mode, path, required)
  }
  const types = concreteTypesOf(name)
  const named = types.find((type) => tag === odataTypeOf(type) || (tag === undefined && type === name))
  const [only] = types.length === 1 ? types : []
  const type = named ?? only
  if (!named) yield at(tagPath)
  // If the type is unknown, the properties cannot be checked.
  if (type) yield* inProperties(type, propertiesOf(type), value, mode, path)
}

function* inProperties(
  type: string,
  properties: Readonly<Record<string, Property>>,
  value: Readonly<Record<string, unknown>>,
  mode: CheckMode,
  path: Path,
  required = properties,
): Generator<Problem> {
  const complete = isComplete(type, mode)
  const declared = mode.open ? undefined : new Set(['@odata.type'])
  for (const [key, property] of Object.entries(properties)) {
    if (!mode.open && property.tolerantOnly) continue
    declared?.add(key)
    const item = value[key]
    const isRequired = complete && property.required && Object.hasOwn(required, key)
    const isLeftOut = item === undefined || (item === null && (property.nullable || !complete))
    if (isLeftOut && !isRequired) continue
    yield* inValue(property.type, item, mode, [...path, key])
  }
  if (!declared) return
  for (const key in value) if (!declared.has(key)) yield { path: [...path, key], isUndeclared: true }
}

function* inValue(type: ValueType, value: unknown, mode: CheckMode, path: Path): Generator<Problem> {
  if (type.kind === 'object') return yield* inObject(type.name, value, mode, path)
  if (type.kind === 'one-or-many') {
    const named = Array.isArray(value) ? collection(object(type.many)) : object(type.one)
    return yield* inValue(named, value, mode, path)
  }
  if (type.kind === 'collection' && Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* inValue(type.of, item, mode, [...path, index])
  } else if (!isValid(type, value, mode)) yield at(path)
}

function isValid(type: ValueType, value: unknown, mode: CheckMode): boolean {
  switch (type.kind) {
    case 'string':
      return (
        typeof value === 'string' &&
        (!type.format || !mode.formatted || new RegExp(formats[type.format]).test(value))
      )
    case 'boolean':
      return typeof value === 'boolean'
    case 'int32':
      return isInt32(value) || (mode.open && type.alsoText === true && isIntegerText(value))
    case 'int64':
      if (!mode.open) return Number.isSafeInteger(value)
      return Number.isInteger(value) || (type.alsoText === true && isIntegerText(value))
    case 'double':
      return typeof value === 'number'
    case 'enum':
      return typeof value === 'string' && (!mode.closedEnums || isMember(type.name, value, mode))
    case 'any':
      return true
    default:
      return false
  }
}

function isMember(name: string, value: string, mode: CheckMode): boolean {
  const { members, alsoReceived = [], flags } = enumType(name)
  if (!mode.open) return members.includes(value)
  const parts = flags ? value.split(/, ?/) : [value]
  return parts.every((part) => members.includes(part) || alsoReceived.includes(part))
}

function at(path: Path): Problem {
  return { path, isUndeclared: false }
}
