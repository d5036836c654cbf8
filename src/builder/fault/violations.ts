import {
  concreteTypesOf,
  enumType,
  integerText,
  objectType,
  odataTypeOf,
  propertiesOf,
  type StringFormat,
  type ValueType,
} from '../../model/index.ts'
import type { TypedObject } from '../../model/typed-objects.ts'
import type { FaultKind } from './fault-kinds.ts'

/** One way to break a rule. */
export interface Violation {
  /** The property that gets the value, where the kind of fault does not name it. */
  readonly key?: string
  /** `undefined` takes the property away. */
  readonly value: unknown
  /** Whether the tolerant reading takes it: it was seen, or absence, which never fails. */
  readonly tolerated: boolean
}

/** The ways to break the rule of a kind of fault, the simplest first. `there` is what stands in that place now. */
export function violationsOf(
  { rule, property, value }: FaultKind,
  at: TypedObject,
  there: unknown,
): readonly Violation[] {
  switch (rule) {
    case 'missing':
      return [{ value: undefined, tolerated: true }]
    case 'null':
      return [{ value: null, tolerated: property !== '' && !property.endsWith('[]') }]
    case 'wrong-odata-type':
      return wrongTags(at)
    case 'not-declared':
      return value ? [{ value: value.kind === 'any' ? {} : 1, tolerated: true }] : undeclared(at)
    default:
      return value
        ? wrongValues(rule, value, there).map((wrong) => ({
            value: wrong,
            tolerated: isTolerated(value, wrong),
          }))
        : []
  }
}

function wrongValues(
  rule: 'wrong-type' | 'not-a-member' | 'documented-only-member' | 'wrong-format',
  type: ValueType,
  there: unknown,
): readonly unknown[] {
  if (rule === 'wrong-type') return ofWrongType(type, there)
  if (type.kind === 'string' && type.format) return wrongFormats[type.format]
  if (type.kind !== 'enum') return []
  return rule === 'not-a-member' ? noMembersOf(type.name) : Object.keys(enumType(type.name).disputed ?? {})
}

/** Values of the JSON types that the description does not have here. */
function ofWrongType(type: ValueType, there: unknown): readonly unknown[] {
  switch (type.kind) {
    case 'string':
      return [17, true, {}, [], ['text']]
    case 'boolean':
      return ['true', 1, {}, []]
    case 'int32':
      return ['200', 17.5, 2 ** 31, true, {}, []]
    case 'int64':
      return ['200', 17.5, 2 ** 60, true, {}, []]
    case 'enum':
      return [1, true, {}, []]
    case 'object':
      // Wrong nesting: the object stands in an array, where one object should be.
      return ['text', 17, true, [], [there ?? {}]]
    case 'collection':
      // Wrong nesting: an item stands alone, where a collection should be.
      return [{}, 'text', 17, true, ...(Array.isArray(there) ? there.slice(0, 1) : [])]
    case 'any':
      return []
  }
}

const wrongFormats: Readonly<Record<StringFormat, readonly string[]>> = {
  'date-time': ['', '2020-05-28T00:10:54', '2020-05-28', '28/05/2020', '2020-13-28T00:10:54Z', 'yesterday'],
  'https-uri': [
    '',
    'http://bot.contoso.com/callback',
    'bot.contoso.com',
    'https://',
    'https://bot .contoso.com',
  ],
}

function noMembersOf(name: string): readonly string[] {
  const { members, alsoReceived = [], disputed = {} } = enumType(name)
  const [first = ''] = members
  const inOtherCase = [first[0]?.toUpperCase() + first.slice(1), first.toUpperCase(), first.toLowerCase()]
  const wrong = ['unheardOf', '', `${first} `, ...inOtherCase, ...alsoReceived]
  return [...new Set(wrong)].filter((each) => !members.includes(each) && !Object.hasOwn(disputed, each))
}

/** Whether a value that the strict reading refuses was seen, or is no matter of the tolerant one. */
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

/** Where a derived type stands, its name is needed; where the declared one may stand itself, the name may be absent. */
function wrongTags({ type, declared }: TypedObject): readonly Violation[] {
  const right = odataTypeOf(type)
  const other = odataTypeOf(type === 'call' ? 'user' : 'call')
  const wrong = ['#microsoft.graph.unheardOf', right.slice(1), right.toUpperCase(), other, '', null, 4]
  const absent = objectType(declared).abstract ? [undefined] : []
  return [...wrong, ...absent].map((value) => ({ value, tolerated: value !== 4 }))
}

/** Names that are not declared here: a new one, one as .NET writes it, and, wrongly nested, the object's own once more. */
function undeclared({ type, declared, path }: TypedObject): readonly Violation[] {
  const known = new Set(concreteTypesOf(declared).flatMap((name) => Object.keys(propertiesOf(name))))
  const [first = 'id'] = Object.keys(propertiesOf(type)).filter((key) => /^[a-z]/.test(key))
  const inPascalCase = first.charAt(0).toUpperCase() + first.slice(1)
  const own = path.findLast((key) => typeof key === 'string') ?? 'call'
  return [
    { key: 'unheardOf', value: null, tolerated: true },
    { key: 'unheardOf', value: { of: [1] }, tolerated: true },
    { key: inPascalCase, value: 'text', tolerated: true },
    ...(known.has(own) ? [] : [{ key: own, value: {}, tolerated: true }]),
  ]
}
