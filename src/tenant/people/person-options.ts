import type { ResultCode } from '../../lifecycle/paths.ts'
import type { OptionKinds } from '../../model/known-options.ts'
import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import { type CallEndReason, endReasonKinds } from '../call-end-reason.ts'
import { checkedInt32 } from '../checked-values.ts'
import { checkedDelay, type Delay, type StoredDelay } from './delay.ts'
import { type PersonIdentity, userIdOf } from './identities.ts'
import { checkedScript, type PersonStep, type StoredStep } from './script-steps.ts'

/**
 * Options of `tenant.person`: the response of the person to calls. Without options, a person answers after two seconds.
 *
 * @example
 * ```ts
 * tenant.person('Lee Ash', { declines: true })
 * tenant.person('Kim Ode', { answersAfter: { seconds: 20 }, phone: '+15550100' })
 * ```
 * Sources: call end reasons; reported calls. The results of a call that is declined or busy are assumed.
 */
export interface PersonOptions {
  /** If false, the phone rings until `answers()`, `declines()`, or the ringing timeout. Defaults to true. */
  readonly answers?: boolean | undefined
  /** Time until the person answers or declines. Defaults to 2 seconds. */
  readonly answersAfter?: Delay | undefined
  /** True if the person declines calls. Defaults to false. */
  readonly declines?: boolean | undefined
  /** True if the person is busy. Defaults to false. */
  readonly busy?: boolean | undefined
  /** True if calls do not reach the person (480/10037), or the result of such a call. Defaults to false. */
  readonly unreachable?: boolean | CallEndReason | undefined
  /** Id of the user. Defaults to a GUID that depends on the name. */
  readonly id?: string | undefined
  /** Phone number. The person then calls and is called by phone. */
  readonly phone?: string | undefined
  /** Steps that the person takes by themselves in each call. */
  readonly script?: readonly PersonStep[] | undefined
}

/** Responses to a ringing phone. */
export const ringResponses = ['answers', 'declines', 'busy', 'unreachable', 'silent'] as const

export type RingResponse = (typeof ringResponses)[number]

/** Person with the response to calls, as plain data. */
export interface StoredPerson extends PersonIdentity {
  readonly response: RingResponse
  readonly after: StoredDelay
  /** Result of a call that the person does not answer. */
  readonly result?: ResultCode | undefined
  readonly script: readonly StoredStep[]
}

/** Source: captured notifications of an unanswered call. */
export const unanswered: ResultCode = { code: 200, subcode: 5002 }
/** Assumed: the numbers of a sister product. */
const declined: ResultCode = { code: 603, subcode: 8538 }
/** Assumed: the numbers of a sister product. */
const busy: ResultCode = { code: 486, subcode: 8539 }
/** Source: call end reasons. */
const noEndpoint: ResultCode = { code: 480, subcode: 10037 }

const defaultDelay = { from: 2_000, to: 2_000 } as const

/** Returns a person with the default response. */
export function defaultPerson(identity: PersonIdentity): StoredPerson {
  return { ...identity, response: 'answers', after: defaultDelay, script: [] }
}

const personOptionKinds: OptionKinds<PersonOptions> = {
  answers: 'boolean',
  answersAfter: 'checked',
  declines: 'boolean',
  busy: 'boolean',
  unreachable: 'checked',
  id: 'checked',
  phone: 'checked',
  script: 'checked',
}

/** @throws TypeError if an option is unknown or not valid, or two of them contradict each other */
export function checkedPerson(name: string, options: PersonOptions = {}): StoredPerson {
  if (typeof name !== 'string' || name.trim() === '') throw invalidValue('name', name, 'the name of a person')
  checkOptions('person', options, personOptionKinds)
  const { answers, declines, busy: isBusy, unreachable, answersAfter, id, phone } = options
  const responses = [
    ...(answers === false ? (['silent'] as const) : []),
    ...(declines ? (['declines'] as const) : []),
    ...(isBusy ? (['busy'] as const) : []),
    ...(unreachable ? (['unreachable'] as const) : []),
  ]
  const [response = 'answers', ...others] = responses
  if (others.length > 0 || (answers === true && response !== 'answers')) {
    const given = [...(answers === true ? ['answers'] : []), ...responses].join(' and ')
    throw new TypeError(
      `Invalid options of person: ${given}. Expected only one of answers, declines, busy and unreachable.`,
    )
  }
  const result = resultOf(response, unreachable)
  return {
    name,
    id: checkedText('id', id) ?? userIdOf(name),
    ...(phone !== undefined && { phone: checkedText('phone', phone) }),
    response,
    after: answersAfter === undefined ? defaultDelay : checkedDelay('answersAfter', answersAfter),
    ...(result && { result }),
    script: checkedScript(options.script ?? []),
  }
}

function resultOf(response: RingResponse, unreachable: PersonOptions['unreachable']): ResultCode | undefined {
  if (response === 'declines') return declined
  if (response === 'busy') return busy
  if (response !== 'unreachable') return undefined
  if (unreachable === true) return noEndpoint
  checkOptions('unreachable', unreachable, endReasonKinds)
  if (!unreachable) return undefined
  return {
    code: checkedInt32('unreachable.code', unreachable.code),
    subcode: checkedInt32('unreachable.subcode', unreachable.subcode),
  }
}

function checkedText(name: string, text: string | undefined): string | undefined {
  if (text === undefined || (typeof text === 'string' && text !== '')) return text
  throw invalidValue(name, text, 'a string that is not empty')
}

/** Result of a call that a person declines. */
export const declinedResult = declined
