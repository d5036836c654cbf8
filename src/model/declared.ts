/**
 * Facts of the metadata that the rest of the model does not have, because it describes the bodies that are sent and received.
 * Source: $metadata v1.0, August 2026.
 */

/** Types that accept undeclared properties. Types that extend them do as well. */
export const openTypes: readonly string[] = [
  'call',
  'commsNotification',
  'commsOperation',
  'contentSharingSession',
  'identity',
  'identitySet',
  'invitationParticipantInfo',
  'joinMeetingIdMeetingInfo',
  'organizerMeetingInfo',
  'teleconferenceDeviceMediaQuality',
  'teleconferenceDeviceQuality',
]

/** Properties that are nullable in the metadata, although the strict schema requires them, or not although it does not. */
export const declaredNullable: Readonly<Record<string, boolean>> = {
  'call.direction': true,
  'call.source': true,
  'call.state': true,
  'commsNotification.resourceUrl': false,
  'commsNotifications.value': true,
  // The documentation requires only `acceptedModalities` and `mediaConfig`.
  'answer.callbackUri': false,
}

/** Types that extend another type in the metadata than in the model. They inherit its properties. */
export const declaredBase: Readonly<Record<string, string>> = {
  teleconferenceDeviceScreenSharingQuality: 'teleconferenceDeviceVideoQuality',
}

/** Types of parameters that the documentation makes more specific. */
export const declaredParameterType: Readonly<Record<string, string>> = { mediaPrompt: 'prompt' }

/**
 * Types that all of Graph uses. The metadata has many types that extend them and never occur in a call: those that do have
 * names that begin with one of the prefixes.
 */
export const sharedTypes: readonly string[] = ['entity', 'identity', 'identitySet']
export const callIdentityPrefixes: readonly string[] = ['communications', 'azureCommunicationServices']
