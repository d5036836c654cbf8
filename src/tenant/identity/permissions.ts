import type { JsonObject } from '../../model/json.ts'
import type { CallRole } from '../../model/sign-in.ts'

/**
 * Returns the permissions of which an app needs one of each list to create a call. The permissions of other actions are
 * checked when the call is created.
 *
 * Sources: Create call, permissions; Get call and Play prompt, permissions.
 */
export function rolesToCreate({
  meetingInfo,
  targets,
  mediaConfig,
}: JsonObject): readonly (readonly CallRole[])[] {
  const isAppHosted = typeof mediaConfig === 'object' && mediaConfig !== null && 'blob' in mediaConfig
  const media: readonly CallRole[] = ['Calls.AccessMedia.All']
  const ofCall: readonly CallRole[] = meetingInfo
    ? ['Calls.JoinGroupCall.All', 'Calls.JoinGroupCallAsGuest.All']
    : Array.isArray(targets) && targets.length > 1
      ? ['Calls.InitiateGroupCall.All']
      : ['Calls.Initiate.All']
  return isAppHosted ? [ofCall, media] : [ofCall]
}

/** True if the roles contain one of each list. */
export function hasRoles(roles: readonly string[], needed: readonly (readonly CallRole[])[]): boolean {
  return needed.every((alternatives) => alternatives.some((role) => roles.includes(role)))
}
