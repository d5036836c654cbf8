import { propertiesOf } from '../model/index.ts'
import { typedObjects } from '../model/typed-objects.ts'
import type { Call } from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import { setProperty } from './clone-json.ts'

/**
 * Returns a builder of calls with unknown properties and types, and with unknown enum members if requested.
 *
 * @param kept - properties of the call that keep their members
 */
export function futureCallOf(
  call: Build<Call>,
  unknownEnumMembers: boolean,
  kept: readonly (keyof Call)[] = [],
): Build<Call> {
  return (choices) => {
    const body = choices.one(call)
    choices.list(unknownEnumMembers ? 0 : 1, 4, (choices) =>
      choices.flag(1 / 3) ? renameType(choices, body) : addProperty(choices, body),
    )
    // Last, because a renamed type would otherwise hide the enums of its object.
    if (unknownEnumMembers) choices.list(1, 2, (choices) => renameMember(choices, body, kept))
    return body
  }
}

function addProperty(choices: Choices, body: Call): void {
  const { object } = choices.pick([...typedObjects(body)])
  setProperty(object, choices.pick(names), value(choices))
}

/** Renames the type of an object in the call. No type can take the place of the call itself. */
function renameType(choices: Choices, body: Call): void {
  const [, ...inner] = typedObjects(body)
  if (inner.length === 0) addProperty(choices, body)
  else choices.pick(inner).object['@odata.type'] = choices.pick(types)
}

function renameMember(choices: Choices, body: Call, kept: readonly string[]): void {
  const isChangeable = ({ isRoot, key }: EnumIn) => !isRoot || !kept.includes(key)
  if (![...enumsOf(body)].some(isChangeable)) body.requestedModalities = ['audio']
  const { object, key } = choices.pick([...enumsOf(body)].filter(isChangeable))
  const member = choices.pick(members)
  object[key] = Array.isArray(object[key]) ? [...object[key], member] : member
}

/** Property that holds one or more enum members. */
interface EnumIn {
  readonly object: Record<string, unknown>
  readonly key: string
  /** True if the property belongs to the call itself. */
  readonly isRoot: boolean
}

/** Yields each property that holds one or more enum members, `state` first. */
function* enumsOf(body: Call): Generator<EnumIn> {
  for (const { object, type, path } of typedObjects(body)) {
    for (const [key, { type: value }] of Object.entries(propertiesOf(type))) {
      const isEnum = value.kind === 'enum' || (value.kind === 'collection' && value.of.kind === 'enum')
      if (isEnum && object[key] !== undefined && object[key] !== null)
        yield { object, key, isRoot: path.length === 0 }
    }
  }
}

/** Property names that a service may add and that careless code mishandles. */
const names = [
  'sentiment',
  'sentiment@odata.type',
  '@microsoft.graph.tips',
  'com.contoso.note',
  'length',
  'Übergabe 🚀',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '0',
] as const

const types = [
  '#microsoft.graph.holographicCallInfo',
  '#microsoft.graph.beta.callInfo',
  '#com.contoso.info',
] as const

const members = ['teleported', 'Teleported', 'teleportedToV2'] as const

const values: readonly Build<unknown>[] = [
  () => 'neutral',
  () => null,
  () => true,
  () => 0.75,
  () => [],
  (choices) => choices.list(1, 3, value),
  (choices) => ({ '@odata.type': choices.pick(types), value: choices.one(value) }),
]

/** Builds any JSON value. */
function value(choices: Choices): unknown {
  return choices.pick(values)(choices)
}
