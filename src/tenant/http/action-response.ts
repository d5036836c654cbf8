import { fixtures } from '../../../fixtures/index.ts'
import type { NamedAction } from '../../model/actions/index.ts'
import { withoutNames } from '../../model/metadata-version.ts'
import type { RequestContext } from '../../odata/error-envelope.ts'
import { type ActionResult, callNotFound, type ServiceError } from '../actions/action.ts'
import { type CheckedBody, checkBody } from '../actions/check-action-body.ts'
import { errorInCall } from '../actions/check-call.ts'
import { actionHandlers } from '../actions/index.ts'
import { graphHostOf, isGraphHost, isUsGovernment } from '../hosts/graph-hosts.ts'
import { hasRoles, rolesToCreate } from '../identity/permissions.ts'
import type { LiveParts } from '../live-parts.ts'
import type { ActionAddress } from './address.ts'
import type { Caller } from './authorization.ts'
import type { IncomingRequest, TenantResponse } from './exchange.ts'
import { matchAction } from './match-action.ts'
import {
  actionError,
  actionOnOpenProperty,
  actionSuccess,
  methodNotAllowed,
  noHttpResource,
  segmentNotFound,
} from './responses.ts'

/** Responds to everything but GET and DELETE of a call. */
export function actionResponse(
  live: LiveParts,
  incoming: IncomingRequest,
  address: ActionAddress,
  caller: Caller,
  context: RequestContext,
): TenantResponse {
  // Reported: the id of the call is missing, as in /communications/calls//playPrompt.
  if (address.segments[0] === '' && address.segments.length > 1) return noHttpResource(incoming, context)
  const match = matchAction(incoming.method, address)
  if ('isWithoutCall' in match) return noHttpResource(incoming, context)
  if ('actionOnOpenProperty' in match) return actionOnOpenProperty(match.actionOnOpenProperty, context)
  if ('unknownSegment' in match) return segmentNotFound(match.unknownSegment, context)
  if ('methods' in match) return methodNotAllowed([...match.methods, 'OPTIONS'].join(', '), context)
  const { action, ids } = match
  const { missing, isMissing } = missingIn(live.absent, action, incoming.host)
  if (isMissing) return segmentNotFound(address.segments.at(-1) ?? '', context)
  const callId = ids['id'] ?? ''
  const error = ids['id'] === undefined ? undefined : callError(live, action, callId)
  if (error) return actionError(error, context)
  const encoding = incoming.header('content-encoding')
  if (encoding && incoming.body && encoding.toLowerCase() !== 'identity')
    return actionError(encodedBody(encoding), context)
  const checked = checkBody(action, incoming.body, missing)
  if ('problem' in checked) return actionError(invalidBody(checked), context)
  if (action.name === 'createCall' && caller.roles && !hasRoles(caller.roles, rolesToCreate(checked.body))) {
    return actionError(missingPermission, context)
  }
  // From now on, the bot of a call that a test has added is notified of what follows.
  const isNotified = action.notifications.length > 0 || 'operation' in action.response
  if (callId !== '' && isNotified && !live.sessions.has(callId)) {
    live.sessions.join(
      callId,
      live.bots.of(caller.appId, live.calls.callNamed(callId).callbackUri)?.appId ?? caller.appId,
    )
  }
  const host = graphHostOf(incoming.host)
  // A client that reaches the tenant under an address of its own must not send its next request to Graph.
  const { origin = `https://${host}` } = isGraphHost(incoming.host) ? {} : incoming
  const { version, namespace } = address
  const result: ActionResult | undefined = actionHandlers.get(action.name)?.(live, {
    action,
    callId,
    ids,
    body: live.absent.size === 0 ? checked.body : withoutNames(checked.body, 'call', live.absent),
    callsUrl: `${origin}/${version}/communications/calls`,
    context: `https://${host}/${version}/$metadata#${version === 'beta' ? 'app' : namespace}/calls`,
    origin: incoming.origin,
    appId: caller.appId,
    header: incoming.header,
  })
  if (!result) return segmentNotFound(address.segments.at(-1) ?? '', context)
  return 'error' in result ? actionError(result.error, context) : actionSuccess(action, result, context)
}

function callError(live: LiveParts, action: NamedAction, callId: string): ServiceError | undefined {
  const { calls } = live
  calls.settle(callId)
  if ('fixture' in calls.find(callId)) return callNotFound.error
  calls.adopt(callId)
  return errorInCall(live, action, callId)
}

/** Returns the action or the parameters that the metadata of a request does not have. Source: metadata of the clouds. */
function missingIn(absent: ReadonlySet<string>, action: NamedAction, host: string) {
  const { name, path, parameters = {}, notInUsGovernment } = action
  const inCloud = isUsGovernment(host) && notInUsGovernment !== undefined ? notInUsGovernment : []
  if (absent.size === 0 && inCloud !== true) return { missing: inCloud, isMissing: false }
  const isAbsent = absent.has(name) || path.split('/').some((segment) => absent.has(`call.${segment}`))
  if (isAbsent || inCloud === true) return { missing: [], isMissing: true }
  const keys = Object.keys(parameters).filter((key) => absent.has(`${name}.${key}`))
  return { missing: [...inCloud, ...keys], isMissing: false }
}

const { code, message } = fixtures['insufficient-tenant-permissions'].body.error
/** The code is reported for an app without consent. No source shows it for each permission. */
const missingPermission: ServiceError = { status: 403, code, message: message ?? '', isAssumed: true }

/**
 * No source shows the response to an invalid parameter. The code is the one of a missing media configuration.
 * Reported: 400 with the code BadRequest for a body that is not JSON.
 */
function invalidBody({ problem, isJson }: Extract<CheckedBody, { problem: string }>): ServiceError {
  return { status: 400, code: isJson ? '8523' : 'BadRequest', message: problem, isAssumed: isJson }
}

/** No source shows the response to a compressed body. Kiota's clients send it again without compression. Source: RFC 9110, 15.5.16. */
function encodedBody(encoding: string): ServiceError {
  const message = `The content encoding '${encoding}' is not supported. Send the body without Content-Encoding.`
  return { status: 415, code: 'UnsupportedMediaType', message, isAssumed: true }
}
