import type { Arbitrary } from 'fast-check'
import { readNotifications } from 'graph-call-testkit'
import type { CallJson, FaultyCall, FaultyResponse } from 'graph-call-testkit/generators'
import * as generators from 'graph-call-testkit/generators'
import { callErrorSchema } from 'graph-call-testkit/schema'
import { strict } from '../../src/read/mode.ts'
import { schemaOf } from '../../src/schema/schema-of.ts'
import { isActionRequest } from './valid-action-request.ts'
import { isCallJson } from './valid-call-json.ts'
import { isConversation } from './valid-conversation.ts'
import { isFaultyCall, isFaultyResponse } from './valid-fault.ts'
import { isFutureCall } from './valid-future.ts'
import { isLifecycle } from './valid-lifecycle.ts'
import { areNotifications } from './valid-notifications.ts'
import { failureKindOf, isFailure, isLatency, isThrottle } from './valid-service-fault.ts'

type Generators = typeof generators
type ArbitraryName = { [K in keyof Generators]: K extends `any${string}` ? K : never }[keyof Generators]

export interface NamedArbitrary {
  readonly name: ArbitraryName
  readonly arbitrary: Arbitrary<unknown>
  /** True if a value conforms to the model, or to HTTP. */
  readonly isValid: (value: unknown) => boolean
  /** Returns the part of a value that never shrinks. Defaults to `undefined`. */
  readonly fixedPart: (value: unknown) => unknown
}

const isOfType = (name: string) => {
  const schema = schemaOf(name, strict)
  return (value: unknown) => schema.safeParse(value).success
}
const isCall = isOfType('call')

/** Checks by arbitrary. A new arbitrary is a type error until it has an entry. */
const validity: Readonly<Record<ArbitraryName, (value: unknown) => boolean>> = {
  anyCall: isCall,
  anyCalls: areCalls,
  anyCallJson: typed(isCallJson),
  anyFailure: typed(isFailure),
  anyLatency: typed(isLatency),
  anyThrottle: typed(isThrottle),
  anyPeerToPeerCall: isCall,
  anyGroupCall: isCall,
  anyIdentitySet: isOfType('identitySet'),
  anyParticipantInfo: isOfType('participantInfo'),
  anyInvitationParticipantInfo: isOfType('invitationParticipantInfo'),
  anyParticipant: isOfType('participant'),
  anyMediaConfig: isOfType('mediaConfig'),
  anyMeetingInfo: isOfType('meetingInfo'),
  anyCallError: isErrorResponse,
  anyCallRequest: isRequest,
  anyCallLifecycle: typed(isLifecycle),
  anyCallNotifications: typed(areNotifications),
  anyNotifications: areReadableNotifications,
  anyActionRequest: typed(isActionRequest),
  anyConversation: typed(isConversation),
  anyFaultyCall: typed(isFaultyCall),
  anyFaultyResponse: typed(isFaultyResponse),
  anyFutureCall: isFutureCall,
}

const fixedPart: Readonly<Partial<Record<ArbitraryName, (value: unknown) => unknown>>> = {
  anyFaultyCall: typed(({ fault: { rule, type, property } }: FaultyCall) => [rule, type, property]),
  anyFaultyResponse: typed(({ fault }: FaultyResponse) => fault.kind),
  anyCallJson: typed(({ feature }: CallJson) => feature),
  anyFailure: typed(failureKindOf),
}

/** Adapts a check for the values of one arbitrary. TypeScript cannot infer their type from the name in the table. */
function typed<T, Result>(check: (value: T) => Result): (value: unknown) => Result {
  return (value) => check(value as T)
}

function areCalls(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  const ids = new Set(value.map(({ id }) => id))
  return value.every(isCall) && ids.size === value.length
}

function areReadableNotifications(value: unknown): boolean {
  return readNotifications(value).every(({ callId, resource }) => Boolean(callId) && resource !== 'unknown')
}

function isErrorResponse(value: unknown): boolean {
  if (
    typeof value !== 'object' ||
    value === null ||
    !('status' in value && 'headers' in value && 'body' in value)
  ) {
    return false
  }
  const { status, headers, body } = value
  const response = new Response(JSON.stringify(body), {
    status: Number(status),
    headers: new Headers(headers as never),
  })
  return (
    response.status >= 400 && response.headers.has('request-id') && callErrorSchema.safeParse(body).success
  )
}

function isRequest(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('path' in value && 'headers' in value)) return false
  const request = new Request(`https://graph.microsoft.com${value.path}`, {
    headers: new Headers(value.headers as never),
  })
  return (
    /^\/v1\.0\/communications\/calls\/[\w-]+$/.test(new URL(request.url).pathname) &&
    request.headers.get('Authorization') === 'Bearer {token}'
  )
}

/** Every exported arbitrary, without options. */
export const arbitraries: readonly NamedArbitrary[] = Object.entries(generators).flatMap(([name, make]) =>
  isArbitraryName(name)
    ? [
        {
          name,
          arbitrary: Reflect.apply(make, undefined, []),
          isValid: validity[name],
          fixedPart: fixedPart[name] ?? (() => undefined),
        },
      ]
    : [],
)

function isArbitraryName(name: string): name is ArbitraryName {
  return name.startsWith('any')
}
