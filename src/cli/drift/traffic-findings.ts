import type { TrafficBody } from '../../capture/bodies-in.ts'
import {
  declarationsOf,
  enumType,
  isKnownTag,
  isReceivedTag,
  objectType,
  receivedTagsOf,
  type ValueType,
} from '../../model/index.ts'
import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { actualTypeOf } from '../../model/typed-objects.ts'
import { isInt32, isIntegerText } from '../../read/value-checks.ts'

/** Something in captured traffic that the model does not know. Contains no values of the traffic. */
export interface TrafficFinding {
  /** `breaking` if the tolerant schema rejects it. */
  readonly severity: 'breaking' | 'new'
  readonly kind: 'unknown-property' | 'unknown-type' | 'unknown-member' | 'unknown-shape'
  /** Type of the body. */
  readonly type: string
  /** Path in the body, with `[]` for every item of a list. */
  readonly path: string
  /** Type or members in the model. Absent for a property that the model does not know. */
  readonly expected?: string
  /** JSON type of the value, or the name of a type or member. */
  readonly found: string
  /** Number of values in the traffic. */
  readonly count: number
}

type Found = Omit<TrafficFinding, 'count' | 'type'>

/** Counts equal findings of many bodies. */
export class TrafficFindings {
  readonly #byKey = new Map<string, TrafficFinding>()
  /** Number of bodies about calls. */
  bodies = 0

  add({ type, body }: TrafficBody): void {
    this.bodies++
    for (const found of inObject(type, body, '')) {
      const key = JSON.stringify([type, found])
      const count = (this.#byKey.get(key)?.count ?? 0) + 1
      this.#byKey.set(key, { ...found, type, count })
    }
  }

  /** Findings, breaking ones first. */
  get all(): readonly TrafficFinding[] {
    const findings = [...this.#byKey.values()]
    return [
      ...findings.filter(({ severity }) => severity === 'breaking'),
      ...findings.filter(({ severity }) => severity === 'new'),
    ]
  }
}

function* inObject(declared: string, value: unknown, path: string): Generator<Found> {
  if (!isJsonObject(value)) return yield shape(path, `object (${declared})`, value)
  const tag = value['@odata.type']
  if (tag !== undefined && tag !== null && !receivedTagsOf(declared).some((each) => each === tag)) {
    yield {
      severity: isReceivedTag(tag, declared) ? 'new' : 'breaking',
      kind: 'unknown-type',
      path: within(path, '@odata.type'),
      expected: declared,
      found: isKnownTag(tag) || isTypeName(tag) ? String(tag) : jsonType(tag),
    }
  }
  const { oneOf = [] } = objectType(declared)
  const type = actualTypeOf(value, declared) ?? declared
  const untagged =
    type === declared && oneOf.length > 0 ? oneOf.find((each) => isLike(each, value)) : undefined
  const declarations = declarationsOf(untagged ?? type)
  for (const [key, item] of Object.entries(value)) {
    const declaration = declarations.get(key) ?? declarationsOf(declared).get(key)
    const own = within(path, key)
    if (declaration) {
      if (item !== null || !declaration.property.nullable)
        yield* inValue(declaration.property.type, item, own)
      continue
    }
    // An annotation names the property before the @. One that the model knows, or that is in the object, is not a second finding.
    const [name = ''] = key.split('@')
    const isAnnotation = name !== key
    if (
      isAnnotation &&
      (name === '' || declarations.has(name) || item === undefined || value[name] !== undefined)
    )
      continue
    yield {
      severity: 'new',
      kind: 'unknown-property',
      path: within(path, name),
      found: isAnnotation ? 'only an annotation' : jsonType(item),
    }
  }
}

/** True if an object without `@odata.type` has only properties of a type. */
function isLike(type: string, value: JsonObject): boolean {
  const declarations = declarationsOf(type)
  return Object.keys(value).some((key) => key !== 'id' && declarations.has(key))
}

function* inValue(type: ValueType, value: unknown, path: string): Generator<Found> {
  switch (type.kind) {
    case 'any':
      return
    case 'object':
      return yield* inObject(type.name, value, path)
    case 'one-or-many':
      if (!Array.isArray(value)) return yield* inObject(type.one, value, path)
      for (const item of value) yield* inObject(type.many, item, `${path}[]`)
      return
    case 'collection':
      if (!Array.isArray(value)) return yield shape(path, 'array', value)
      for (const item of value) yield* inValue(type.of, item, `${path}[]`)
      return
    case 'enum':
      return yield* inEnum(type.name, value, path)
    default:
      if (!isOfKind(type, value)) yield shape(path, type.kind, value)
  }
}

function* inEnum(name: string, value: unknown, path: string): Generator<Found> {
  if (typeof value !== 'string') return yield shape(path, `string (${name})`, value)
  const { members, alsoReceived = [], flags } = enumType(name)
  for (const member of flags ? value.split(/, */) : [value]) {
    if (members.includes(member) || alsoReceived.includes(member)) continue
    yield {
      severity: 'breaking',
      kind: 'unknown-member',
      path,
      expected: name,
      found: isMemberName(member) ? member : 'a string that is not the name of a member',
    }
  }
}

function isOfKind(type: ValueType, value: unknown): boolean {
  switch (type.kind) {
    case 'int32':
      return isInt32(value) || (type.alsoText === true && isIntegerText(value))
    case 'int64':
      return Number.isInteger(value) || isIntegerText(value)
    case 'double':
      return typeof value === 'number'
    default:
      return typeof value === type.kind
  }
}

function shape(path: string, expected: string, value: unknown): Found {
  return { severity: 'breaking', kind: 'unknown-shape', path, expected, found: jsonType(value) }
}

function jsonType(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}

/** A key can be a value, such as an ID or an address. Only keys that look like names are shown. */
function within(path: string, key: string): string {
  const name = isKeyName(key) ? key : '{key}'
  return path === '' ? name : `${path}.${name}`
}

const isKeyName = (key: string) =>
  key === '@odata.type' || (/^[a-z_]\w{0,59}$/i.test(key) && !/\d{4}/.test(key))
const isMemberName = (text: string) => /^[a-z]+([A-Z][a-z]+)*$/.test(text) && text.length <= 40
const isTypeName = (tag: unknown) =>
  typeof tag === 'string' &&
  /^#?microsoft\.graph\.([a-z]\w*\.)?[a-z]\w{0,79}$/i.test(tag) &&
  !/\d{4}/.test(tag)
