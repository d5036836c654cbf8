import {
  concreteTypesOf,
  enumType,
  integerText,
  isReceivedTag,
  objectType,
  odataTypeOf,
  propertiesOf,
  type StringFormat,
  type ValueType,
} from '../../model/index.ts'
import type { TypedObject } from '../../model/typed-objects.ts'
import type { FaultKind } from './fault-kinds.ts'
import { simplestValue } from './routes.ts'

/** One way to violate a rule. */
export interface Violation {
  /** Property that gets the value, if the kind of fault does not name one. */
  readonly key?: string
  /** New value. `undefined` removes the property. */
  readonly value: unknown
  /** True if the tolerant schema accepts it, because it was observed or because a property is only absent. */
  readonly tolerated: boolean
}

/** Returns the ways to violate the rule of a kind of fault, the simplest first. `current` is the value to replace. */
export function violationsOf(
  { rule, property, value }: FaultKind,
  at: TypedObject,
  current: unknown,
): readonly Violation[] {
  switch (rule) {
    case 'missing':
      return [{ value: undefined, tolerated: true }]
    case 'null':
      return [{ value: null, tolerated: property !== '' && !property.endsWith('[]') }]
    case 'wrong-odata-type':
      return wrongTags(at)
    case 'not-declared':
      return value
        ? [{ value: value.kind === 'any' ? {} : simplestValue(value), tolerated: true }]
        : undeclared(at)
    default:
      return value
        ? wrongValues(rule, value, current).map((wrong) => ({
            value: wrong,
            tolerated: isTolerated(value, wrong),
          }))
        : []
  }
}

function wrongValues(
  rule: 'wrong-type' | 'not-a-member' | 'documented-only-member' | 'wrong-format',
  type: ValueType,
  current: unknown,
): readonly unknown[] {
  if (rule === 'wrong-type') return ofWrongType(type, current)
  if (type.kind === 'string' && type.format) return wrongFormats[type.format]
  if (type.kind !== 'enum') return []
  return rule === 'not-a-member' ? nonMembersOf(type.name) : Object.keys(enumType(type.name).disputed ?? {})
}

/** Returns values of JSON types that the model does not allow here. */
function ofWrongType(type: ValueType, current: unknown): readonly unknown[] {
  switch (type.kind) {
    case 'string':
      return [17, true, {}, [], ['text']]
    case 'boolean':
      return ['true', 1, {}, []]
    case 'int32':
      return ['200', 17.5, 2 ** 31, true, {}, []]
    case 'int64':
      return ['200', 17.5, 2 ** 60, true, {}, []]
    case 'double':
      return ['200', true, {}, []]
    case 'enum':
      return [1, true, {}, []]
    case 'object':
      // Wrong nesting: an array instead of an object.
      return ['text', 17, true, [], [current ?? {}]]
    case 'collection':
      // Wrong nesting: a single item instead of a collection.
      return [{}, 'text', 17, true, ...(Array.isArray(current) ? current.slice(0, 1) : [])]
    case 'one-or-many':
    case 'any':
      return []
  }
}

const wrongFormats: Readonly<Record<StringFormat, readonly string[]>> = {
  'date-time': ['', '2020-05-28T00:10:54', '2020-05-28', '28/05/2020', '2020-13-28T00:10:54Z', 'yesterday'],
  guid: ['', '2e1a0b00', '2e1a0b002db440229570243709c565ab'],
  duration: ['', 'P', '1.5', 'PT'],
  'https-uri': [
    '',
    'http://bot.contoso.com/callback',
    'bot.contoso.com',
    'https://',
    'https://bot .contoso.com',
  ],
}

function nonMembersOf(name: string): readonly string[] {
  const { members, alsoReceived = [], disputed = {} } = enumType(name)
  const [first = ''] = members
  const inOtherCase = [first[0]?.toUpperCase() + first.slice(1), first.toUpperCase(), first.toLowerCase()]
  const wrong = ['unheardOf', '', `${first} `, ...inOtherCase, ...alsoReceived]
  return [...new Set(wrong)].filter((each) => !members.includes(each) && !Object.hasOwn(disputed, each))
}

/** True if the tolerant schema accepts a value that the strict schema rejects. */
function isTolerated(type: ValueType, wrong: unknown): boolean {
  switch (type.kind) {
    case 'string':
      return typeof wrong === 'string'
    case 'int32':
    case 'int64': {
      const isText = typeof wrong === 'string' && new RegExp(integerText).test(wrong)
      return type.alsoText === true && (isText || (type.kind === 'int64' && Number.isInteger(wrong)))
    }
    case 'enum':
      return (enumType(type.name).alsoReceived ?? []).some((member) => member === wrong)
    default:
      return false
  }
}

/** The `@odata.type` is required only if the declared type is abstract. */
function wrongTags({ type, declared }: TypedObject): readonly Violation[] {
  const right = odataTypeOf(type)
  const other = odataTypeOf(type === 'call' ? 'user' : 'call')
  const wrong = ['#microsoft.graph.unheardOf', right.slice(1), right.toUpperCase(), other, '', null, 4]
  const absent = objectType(declared).abstract ? [undefined] : []
  return [...wrong, ...absent].map((value) => ({ value, tolerated: isReceivedTag(value, declared) }))
}

/** Returns undeclared properties: an unknown name, a PascalCase name as .NET writes it, and the object's own name nested in itself. */
function undeclared({ type, declared, path }: TypedObject): readonly Violation[] {
  const known = new Set(concreteTypesOf(declared).flatMap((name) => Object.keys(propertiesOf(name))))
  const [first = 'id'] = Object.keys(propertiesOf(type)).filter((key) => /^[a-z]/.test(key))
  const inPascalCase = first.charAt(0).toUpperCase() + first.slice(1)
  const ownKey = path.findLast((key) => typeof key === 'string') ?? 'call'
  return [
    { key: 'unheardOf', value: null, tolerated: true },
    { key: 'unheardOf', value: { of: [1] }, tolerated: true },
    { key: inPascalCase, value: 'text', tolerated: true },
    ...(known.has(ownKey) ? [] : [{ key: ownKey, value: {}, tolerated: true }]),
  ]
}
