import { collection, object } from '../src/model/definitions.ts'
import {
  concreteTypesOf,
  envelopeTypes,
  formats,
  objectType,
  odataTypeOf,
  openPropertiesOf,
  type Property,
  propertiesOf,
  receivedTagsOf,
  type ValueType,
} from '../src/model/index.ts'
import {
  type CheckMode,
  envelope,
  isComplete,
  strict,
  tolerant,
  unknownEnumMembers,
} from '../src/read/mode.ts'
import { isExpectedBody } from '../src/read/other-bodies.ts'
import { pascal } from './pascal.ts'

interface Guard {
  readonly name: string
  readonly type: string
  readonly mode: CheckMode
  readonly doc: string
  /** Type that TypeScript narrows a value to. */
  readonly narrowed: string
}

/** The functions that the guard exports. */
const guards: readonly Guard[] = [
  {
    name: 'isCall',
    type: 'call',
    mode: tolerant,
    doc: 'a call in the tolerant mode',
    narrowed: 'ReceivedCall',
  },
  { name: 'isStrictCall', type: 'call', mode: strict, doc: 'a call in the strict mode', narrowed: 'Call' },
  {
    name: 'isCallWithUnknownEnumMembers',
    type: 'call',
    mode: unknownEnumMembers,
    doc: 'a call in the tolerant mode, with any enum members',
    narrowed: 'WithUnknownEnumMembers<ReceivedCall>',
  },
  {
    name: 'isCallError',
    type: 'callError',
    mode: envelope,
    doc: 'the body of an error',
    narrowed: 'CallError',
  },
  {
    name: 'isNotifications',
    type: 'commsNotifications',
    mode: envelope,
    doc: 'a post of notifications',
    narrowed: 'CommsNotifications',
  },
]

/**
 * Generates the guard: one function for each type and mode that `guards` reach. Each walks the properties of an
 * object through a `switch`, which is several times as fast as a schema library on varied calls.
 */
export function writeGuard(): string {
  const functions = new Map<string, string>()
  const patterns = new Map<string, string>()
  const variants = new Map<string, string>()
  const exported = guards.map(({ name, type, mode, doc, narrowed }) => {
    const isCallBody = type === 'call' && mode.open
    const inner = isCallBody ? callBodyGuard(mode) : objectGuard(type, mode)
    const other = isExpectedBody(type) && !isCallBody ? `otherBody('${type}', value) === undefined && ` : ''
    return `/** Returns true if a value is ${doc}. */\nexport function ${name}(value: unknown): value is ${narrowed} {\n  return ${other}${inner}(value${flagFor(mode)})\n}`
  })
  return [
    '// Written by `npm run generate` from src/model. Change the model, not this file.',
    "import { isReceivedTag } from '../model/index.ts'\nimport { withoutNumberSign } from '../model/json.ts'\nimport type { Call, CallError, CommsNotifications, ReceivedCall } from '../model/types.generated.ts'\nimport type { WithUnknownEnumMembers } from '../model/unknown-enum-members.ts'\nimport { isContextOfCall } from './context-of-call.ts'\nimport { otherBody } from './other-bodies.ts'\nimport { isInt32, isIntegerText, isListOf, isMember, isObject, isReceivedMember, isUnknownTag } from './value-checks.ts'",
    ...[...patterns].map(([pattern, name]) => `const ${name} = new RegExp(${JSON.stringify(pattern)})`),
    ...exported,
    ...functions.values(),
  ].join('\n\n')

  function objectGuard(type: string, mode: CheckMode): string {
    const name = `${prefixOf(type, mode)}${pascal(type)}`
    if (!functions.has(name)) {
      functions.set(name, '') // Reserves its position: the guards of its properties come after it.
      functions.set(name, mode.open ? openGuard(name, type, mode) : closedGuard(name, type, mode))
    }
    return name
  }

  /**
   * Checks a call that is the whole body. The walk also shows that most bodies are not another one: `otherBody` reads
   * properties by their names, which takes a quarter as long as the walk.
   */
  function callBodyGuard(mode: CheckMode): string {
    const name = `${prefixOf('call', mode)}CallBody`
    if (functions.has(name)) return name
    functions.set(name, '') // Reserves its position.
    const text = propertiesGuard(name, 'call', mode, openPropertiesOf('call'), tagRejection('call'), {
      '@odata.type': 'isNamed = true',
      '@odata.context': 'if (!isContextOfCall(item)) return false',
      state: 'hasState = true',
      error: 'hasError = true',
    })
    functions.set(
      name,
      text
        .replace('  for (', '  let isNamed = false\n  let hasState = false\n  let hasError = false\n  for (')
        .replace(
          /return true\n\}$/,
          "return (hasState && (isNamed || !hasError)) || otherBody('call', value) === undefined\n}",
        ),
    )
    return name
  }

  /** Checks the properties of the type and of all types that can take its place. Some types are one of several by their tag. */
  function openGuard(name: string, type: string, mode: CheckMode): string {
    const write = (own: string) =>
      propertiesGuard(own, type, mode, openPropertiesOf(type), tagRejection(type))
    const { oneOf } = objectType(type)
    if (!oneOf) return write(name)
    const cases = oneOf.map((each) => {
      const names = receivedTagsOf(each).filter((tag) => !tag.startsWith('#'))
      const labels = names.map((tag) => `    case '${tag}':\n`)
      return `${labels.join('')}      return ${objectGuard(each, mode)}(value${flagFor(mode, true)})`
    })
    const other = `${name}OfUnknownType`
    functions.set(other, write(other))
    return `function ${name}(value: unknown${parameterFor(mode)}): boolean {
  if (!isObject(value)) return false
  switch (withoutNumberSign(value['@odata.type'])) {
${cases.join('\n')}
    default:
      return ${other}(value${flagFor(mode, true)})
  }
}`
  }

  /** Returns the condition that is true if `item` is a tag that the type does not accept. The first comparison decides most. */
  function tagRejection(type: string): string {
    const [first] = objectType(type).oneOf ? [] : receivedTagsOf(type)
    return first === undefined
      ? '!isUnknownTag(item)'
      : `item !== '${first}' && !isReceivedTag(item, '${type}')`
  }

  /** Accepts each type by its own tag. Only the declared type itself may leave the tag out. */
  function closedGuard(name: string, type: string, mode: CheckMode): string {
    const cases = concreteTypesOf(type).map((each) => {
      const inner = variant(`${name}As${pascal(each)}`, (own) =>
        propertiesGuard(own, each, mode, propertiesOf(each), ''),
      )
      const absent = each === type ? '    case undefined:\n' : ''
      return `${absent}    case '${odataTypeOf(each)}':\n      return ${inner}(value)`
    })
    return `function ${name}(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
${cases.join('\n')}
    default:
      return false
  }
}`
  }

  /** Adds a function unless the same one exists under another name. Returns the name to call. */
  function variant(name: string, write: (name: string) => string): string {
    const text = write('it')
    const known = variants.get(text) ?? name
    if (!variants.has(text)) functions.set(known, write(known))
    variants.set(text, known)
    return known
  }

  /**
   * @param rejectsTag - the condition that rejects an `@odata.type`; empty if the caller has checked it
   * @param statements - further statements by the key of their property
   */
  function propertiesGuard(
    name: string,
    type: string,
    mode: CheckMode,
    properties: Readonly<Record<string, Property>>,
    rejectsTag: string,
    statements: Readonly<Record<string, string>> = {},
  ): string {
    const complete = isComplete(type, mode)
    const allowed = Object.entries(properties).filter(([, { tolerantOnly }]) => mode.open || !tolerantOnly)
    const keysByCheck = new Map<string, string[]>()
    const add = (key: string, condition: string) => {
      const lines = [condition && `if (${condition}) return false`, statements[key] ?? '']
      const check = lines.flatMap((line) => (line ? [`        ${line}\n`] : [])).join('')
      keysByCheck.set(check, [...(keysByCheck.get(check) ?? []), key])
    }
    add(
      '@odata.type',
      complete && rejectsTag ? `item !== undefined && item !== null && ${rejectsTag}` : rejectsTag,
    )
    for (const [key, property] of allowed) add(key, conditionFor(property, complete, mode))
    for (const key of Object.keys(statements))
      if (!allowed.some(([name]) => name === key) && key !== '@odata.type') add(key, '')
    if (mode.open) keysByCheck.delete('')
    const cases = [...keysByCheck].map(([check, keys]) => {
      const labels = keys.map((key) => `      case '${key}':\n`).join('')
      return `${labels}${check}        break\n`
    })
    const required = complete ? allowed.flatMap(([key, property]) => (property.required ? [key] : [])) : []
    const missing = required.map((key) => `  if (value['${key}'] === undefined) return false\n`).join('')
    const rest = mode.open ? '' : '      default:\n        return false\n'
    const skip = complete ? '' : '    if (item === undefined || item === null) continue\n'
    const loop =
      cases.length === 0 && rest === ''
        ? ''
        : `  for (const key in value) {\n    const item = value[key]\n${skip}    switch (key) {\n${cases.join('')}${rest}    }\n  }\n`
    return `function ${name}(value: unknown${parameterFor(mode, loop.includes('closed'))}): boolean {
  if (!isObject(value)) return false
${missing}${loop}  return true
}`
  }

  function conditionFor(property: Property, complete: boolean, mode: CheckMode): string {
    const test = rejection(property.type, mode)
    if (test === '' || !complete || property.required) return test
    const present = !property.nullable ? 'item !== undefined' : 'item !== undefined && item !== null'
    return `${present} && ${test}`
  }

  /** Returns the condition that is true if `item` is wrong, or an empty string if any value is right. */
  function rejection(type: ValueType, mode: CheckMode): string {
    switch (type.kind) {
      case 'string':
        return type.format && mode.formatted
          ? `(typeof item !== 'string' || !${pattern(formats[type.format], type.format)}.test(item))`
          : "typeof item !== 'string'"
      case 'boolean':
        return "typeof item !== 'boolean'"
      case 'int32':
        return mode.open && type.alsoText ? '!isInt32(item) && !isIntegerText(item)' : '!isInt32(item)'
      case 'int64':
        return mode.open && type.alsoText
          ? '!Number.isInteger(item) && !isIntegerText(item)'
          : '!Number.isSafeInteger(item)'
      case 'double':
        return "typeof item !== 'number'"
      case 'enum':
        return mode.open
          ? `!isReceivedMember(item, '${type.name}', closed)`
          : `!isMember(item, '${type.name}')`
      case 'object':
        return `!${objectGuard(type.name, mode)}(item${flagFor(mode, true)})`
      case 'collection':
        return `!isListOf(item, ${itemGuard(type.of, mode)}, ${mode.open ? 'closed' : 'true'})`
      case 'one-or-many': {
        const [one, many] = [object(type.one), collection(object(type.many))]
        return `(Array.isArray(item) ? ${rejection(many, mode)} : ${rejection(one, mode)})`
      }
      case 'any':
        return ''
    }
  }

  function pattern(text: string, label: string): string {
    const known = patterns.get(text)
    if (known) return known
    const name = `${label.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Pattern`
    patterns.set(text, name)
    return name
  }

  /** Returns the function that checks an item of a list. */
  function itemGuard(type: ValueType, mode: CheckMode): string {
    if (type.kind === 'object') return objectGuard(type.name, mode)
    const test = rejection(type, mode)
    const parameters = test.includes('closed') ? '(item, closed)' : test ? '(item)' : '()'
    return `${parameters} => ${test ? `!(${test})` : 'true'}`
  }
}

/** Guards of the open modes share their functions: `closed` says whether they check enum members. */
function parameterFor(mode: CheckMode, isUsed = true): string {
  return mode.open ? `, ${isUsed ? '' : '_'}closed: boolean` : ''
}

function flagFor(mode: CheckMode, isWithin = false): string {
  return mode.open ? `, ${isWithin ? 'closed' : mode.closedEnums}` : ''
}

/** Only the types around a call differ between the tolerant mode and that of envelopes. */
function prefixOf(type: string, mode: CheckMode): string {
  if (!mode.open) return 'strict'
  return mode.complete === 'envelopes' && type in envelopeTypes ? 'envelope' : 'tolerant'
}
