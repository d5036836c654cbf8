import { receivedTagsOf } from '../model/index.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import { bodyKinds } from './body-kinds.ts'
import type { CallFormatIssue } from './call-format-error.ts'
import { isCall, isCallError, isNotifications, isStrictCall } from './guard.generated.ts'
import { issuesOf, notJsonIssue } from './issues.ts'
import { type CheckMode, envelope, strict, tolerant } from './mode.ts'

/** Type of a body that the service sends: in a response, in an error response, or to the bot. */
export type BodyType = 'call' | 'callError' | 'commsNotifications'

/** Types of bodies. */
export const bodyTypes: readonly BodyType[] = ['call', 'callError', 'commsNotifications']

/** Returns the type of a valid body, and undefined for one that is not valid. In strict mode, calls follow the strict schema. */
export function typeOfValidBody(body: unknown, isStrict: boolean): BodyType | undefined {
  if (!isJsonObject(body)) return undefined
  if (isStrict ? isStrictCall(body) : isCall(body)) return 'call'
  const type = typeOfBody(body)
  if (type === 'callError') return isCallError(body) ? type : undefined
  if (type === 'commsNotifications') return isNotifications(body) ? type : undefined
  return undefined
}

/** Returns the problems of a body, at most 100. A body that looks like neither an error nor notifications should be a call. */
export function issuesOfBody(body: unknown, isStrict: boolean): readonly CallFormatIssue[] {
  if (!isJsonObject(body)) return issuesOrNotJson('call', body, tolerant)
  const type = typeOfBody(body)
  return issuesOrNotJson(type, body, type === 'call' ? (isStrict ? strict : tolerant) : envelope)
}

function issuesOrNotJson(type: BodyType, body: unknown, mode: CheckMode): readonly CallFormatIssue[] {
  const issues = issuesOf(type, body, mode)
  return issues.length > 0 ? issues : [notJsonIssue(type, body)]
}

function typeOfBody(body: JsonObject): BodyType {
  const tag = body['@odata.type']
  const tagged = bodyTypes.find((type) => receivedTagsOf(type).some((each) => each === tag))
  if (tagged) return tagged
  const kind = bodyKinds.find(({ isLike }) => isLike(body))
  return bodyTypes.find((type) => kind?.types?.includes(type)) ?? 'call'
}
