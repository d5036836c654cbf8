import type { ActionName } from '../../model/actions/index.ts'
import { handleGroupRinging } from '../calls/group-ringing.ts'
import { handleRosters } from '../calls/roster.ts'
import { handleTransfers } from '../calls/transfers.ts'
import type { LiveParts } from '../live-parts.ts'
import type { ActionHandler } from './action.ts'
import {
  createAudioRoutingGroup,
  deleteAudioRoutingGroup,
  getAudioRoutingGroup,
  listAudioRoutingGroups,
  updateAudioRoutingGroup,
} from './audio-routing-groups.ts'
import { changeScreenSharingRole } from './change-screen-sharing-role.ts'
import { configureMixer, handleMixer } from './configure-mixer.ts'
import { getContentSharingSession, listContentSharingSessions } from './content-sharing-sessions.ts'
import { deleteParticipant } from './delete-participant.ts'
import { handleHoldMusic, startHoldMusic, stopHoldMusic } from './hold-music.ts'
import { handleInvitations, invite } from './invite.ts'
import { addLargeGalleryView, handleLargeGalleryView } from './large-gallery-view.ts'
import { logTeleconferenceDeviceQuality } from './log-device-quality.ts'
import { mute, muteAll, muteParticipant, unmute } from './mute.ts'
import { getParticipant, listParticipants } from './read-participants.ts'
import { handleRedirects, redirect } from './redirect.ts'
import { transfer } from './transfer.ts'

/** Actions on the participants of a call. */
export const participantHandlers = {
  redirect,
  transfer,
  listParticipants,
  getParticipant,
  deleteParticipant,
  invite,
  mute,
  unmute,
  muteParticipant,
  muteAll,
  configureMixer,
  startHoldMusic,
  stopHoldMusic,
  listAudioRoutingGroups,
  createAudioRoutingGroup,
  getAudioRoutingGroup,
  updateAudioRoutingGroup,
  deleteAudioRoutingGroup,
  listContentSharingSessions,
  getContentSharingSession,
  addLargeGalleryView,
  changeScreenSharingRole,
  logTeleconferenceDeviceQuality,
} as const satisfies Partial<Record<ActionName, ActionHandler>>

/** Registers what happens later to the participants of a call. */
export function handleParticipants(live: LiveParts): void {
  handleRosters(live)
  handleGroupRinging(live)
  handleInvitations(live)
  handleTransfers(live)
  handleRedirects(live)
  handleHoldMusic(live)
  handleMixer(live)
  handleLargeGalleryView(live)
}
