import { endMessage, endReasons } from '../lifecycle/end-reasons.ts'
import { failedTransfer as afterFailedTransfer } from '../lifecycle/paths.ts'
import type {
  AnyCommsOperation,
  CommsOperation,
  InviteParticipantsOperation,
  RecordOperation,
  ResultInfo,
  SendDtmfTonesOperation,
} from '../model/types.generated.ts'
import type { Build } from './choices/choices.ts'
import { membersOf } from './choices/members.ts'
import { type Complete, omitUndefined } from './complete.ts'
import { guid } from './ids.ts'
import { invitationParticipantInfo } from './participant.ts'
import { openText, openUri, prose } from './text.ts'

const status = membersOf('operationStatus', 'Completed')

/** Returns a builder of results with a code and a subcode. */
export function resultInfo({
  code,
  subcode,
}: {
  readonly code: number
  readonly subcode: number
}): Build<ResultInfo> {
  return (choices) =>
    omitUndefined<ResultInfo>({
      '@odata.type': choices.tag('#microsoft.graph.resultInfo'),
      code,
      subcode,
      message: choices.optional((choices) =>
        choices.flag() ? endMessage({ code, subcode }) : message(choices),
      ),
    })
}

const message = prose('Call ended.')

/** Builds the reason why a call ended. */
export const endResult: Build<ResultInfo> = (choices) => resultInfo(choices.pickRanked(endReasons))(choices)

/** Builds the result of a failed transfer. */
export const failedTransfer = resultInfo(afterFailedTransfer)

/** Builds the result of an operation. */
const operationResult: Build<ResultInfo> = (choices) => resultInfo(choices.pick(operationResults))(choices)

const operationResults = [
  { code: 200, subcode: 0 },
  { code: 500, subcode: 0 },
] as const

type OperationOf<Type> = Extract<AnyCommsOperation, { '@odata.type': Type }>

const operationTypes = [
  '#microsoft.graph.commsOperation',
  '#microsoft.graph.playPromptOperation',
  '#microsoft.graph.recordOperation',
  '#microsoft.graph.inviteParticipantsOperation',
  '#microsoft.graph.cancelMediaProcessingOperation',
  '#microsoft.graph.muteParticipantOperation',
  '#microsoft.graph.startHoldMusicOperation',
  '#microsoft.graph.stopHoldMusicOperation',
  '#microsoft.graph.subscribeToToneOperation',
  '#microsoft.graph.unmuteParticipantOperation',
  '#microsoft.graph.updateRecordingStatusOperation',
  '#microsoft.graph.addLargeGalleryViewOperation',
  '#microsoft.graph.sendDtmfTonesOperation',
] as const

/** Builds an operation of the bot in a call. */
export const operation: Build<AnyCommsOperation> = (choices) => {
  const type = choices.pick(operationTypes)
  const common: Complete<Omit<CommsOperation, '@odata.type'>> = {
    id: operationId(choices),
    status: choices.member(status),
    clientContext: choices.optional(clientContext),
    resultInfo: choices.optional(operationResult),
  }
  switch (type) {
    case '#microsoft.graph.commsOperation':
      return omitUndefined<CommsOperation>({ '@odata.type': choices.tag(type), ...common })
    case '#microsoft.graph.recordOperation':
      return omitUndefined<RecordOperation>({
        '@odata.type': type,
        ...common,
        recordingLocation: choices.optional(recordingLocation),
        recordingAccessToken: choices.optional(recordingAccessToken),
      })
    case '#microsoft.graph.inviteParticipantsOperation':
      return omitUndefined<InviteParticipantsOperation>({
        '@odata.type': type,
        ...common,
        participants: choices.longList(0, 2, invitationParticipantInfo),
      })
    case '#microsoft.graph.sendDtmfTonesOperation':
      return omitUndefined<SendDtmfTonesOperation>({
        '@odata.type': type,
        ...common,
        completionReason: choices.optional(completionReason),
      })
    default:
      return omitUndefined<OperationOf<typeof type>>({ '@odata.type': type, ...common })
  }
}

const operationId = guid('dedfce6e-f4cd-4773-8296-4dd508455358')
const clientContext = prose('d45324c1-fcb5-430a-902c-f20af696537c')
const completionReason = openText('completedSuccessfully', 'mediaOperationCanceled', 'unknown')
const recordingLocation = openUri('https://recordings.contoso.com/answer.wav', '')
const recordingAccessToken = openText('<recording access token>', '')
