import {
  concreteTypesOf,
  enumType,
  odataTypeOf,
  type Property,
  propertiesOf,
  type StringFormat,
  type ValueType,
} from '../model/index.ts'
import type { Build, Choices } from './choices/choices.ts'
import { guid } from './ids.ts'
import { mediaConfig } from './media.ts'
import { chatInfo, meetingInfo } from './meeting.ts'
import { invitationParticipantInfo, participantInfo } from './participant.ts'
import { dateTime, pickText, prose } from './text.ts'

/** Builders of types whose properties depend on each other. The others are built from the model. */
const builders: Readonly<Record<string, Build<object>>> = {
  invitationParticipantInfo,
  participantInfo,
  mediaConfig: (choices) => mediaConfig(choices),
  meetingInfo: (choices) => meetingInfo(choices),
  chatInfo,
}

/** Limits of a value. */
export interface ValueLimits {
  readonly minimum?: number
  readonly maximum?: number
  readonly minimumItems?: number
  readonly maximumItems?: number
  readonly maximumLength?: number
}

/** Returns a builder of values of a type of the model, as the strict schema accepts them. */
export function valueOfType(type: ValueType, limits: ValueLimits = {}): Build<unknown> {
  switch (type.kind) {
    case 'string':
      return type.format ? formatted[type.format] : textOf(limits)
    case 'boolean':
      return (choices) => choices.flag()
    case 'int32':
    case 'int64':
      return numberOf(limits)
    case 'double':
      return (choices) => choices.pickOr([0.5, 0, 1, 99.9], (choices) => choices.digits(10_000) / 100)
    case 'enum':
      return memberOf(type.name)
    case 'object':
      return builders[type.name] ?? objectOf(type.name)
    case 'collection':
      return listOf(valueOfType(type.of), limits)
    case 'one-or-many':
      return (choices) => choices.one(objectOf(type.one))
    case 'any':
      return () => ({})
  }
}

const formatted: Readonly<Record<StringFormat, Build<string>>> = {
  'date-time': dateTime,
  'https-uri': pickText('https://bot.contoso.com/callback', 'https://bot.contoso.com:9441/api/calls?retry=1'),
  guid: guid('a79f20ca-1492-45d1-866f-83ae58c0beec'),
  duration: pickText('PT0.04S', 'PT20M', 'PT0S', 'P1DT2H'),
}

function textOf({ maximumLength = Infinity }: ValueLimits): Build<string> {
  const text = prose('main-0')
  return (choices) => text(choices).slice(0, maximumLength)
}

/** Numbers at and between the limits: 5 or the nearest one first. */
function numberOf({ minimum = 0, maximum = 99_999 }: ValueLimits): Build<number> {
  const simplest = Math.min(Math.max(5, minimum), maximum)
  const middle = Math.floor((minimum + maximum) / 2)
  const numbers = [...new Set([simplest, minimum, maximum, middle])]
  return (choices) => choices.pickOr(numbers, (choices) => minimum + choices.digits(maximum - minimum + 1))
}

function memberOf(name: string): Build<string> {
  const { members } = enumType(name)
  const isFuture = (member: string) => member === 'unknownFutureValue'
  const current = members.filter((member) => !isFuture(member))
  const all = [...current, ...members.filter(isFuture)]
  return (choices) => choices.member({ current, all })
}

/** Lists of a few items, and sometimes as many as possible. */
function listOf(item: Build<unknown>, { minimumItems = 0, maximumItems = 3 }: ValueLimits): Build<unknown[]> {
  const few = Math.min(minimumItems + 3, maximumItems)
  return (choices) =>
    choices.flag(1 / 8)
      ? choices.list(maximumItems, maximumItems, item)
      : choices.list(minimumItems, few, item)
}

/** Objects of a type, or of a type that extends it, with some of the properties that the strict schema accepts. */
function objectOf(name: string): Build<object> {
  return (choices) => {
    const type = choices.pick(concreteTypesOf(name))
    const tag = type === name ? choices.tag(odataTypeOf(type)) : odataTypeOf(type)
    const properties = Object.entries(propertiesOf(type)).flatMap(([key, property]) => {
      if (property.tolerantOnly) return []
      const value = propertyValue(choices, property)
      return value === undefined ? [] : [[key, value] as const]
    })
    return Object.fromEntries([...(tag ? [['@odata.type', tag] as const] : []), ...properties])
  }
}

function propertyValue(choices: Choices, { type, required, nullable }: Property): unknown {
  const build = valueOfType(type)
  if (required) return choices.one(build)
  return nullable ? choices.optional(build, 1 / 2) : choices.absentOr(build, 1 / 2)
}
