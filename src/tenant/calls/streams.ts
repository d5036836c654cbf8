import type { Modality, ReceivedMediaStream, ReceivedParticipant } from '../../model/types.generated.ts'

/** Returns the media streams of a participant with another direction or mute of one kind. A missing stream is added. */
export function withStream(
  { mediaStreams, info }: ReceivedParticipant,
  mediaType: Modality,
  changes: Partial<ReceivedMediaStream>,
): Pick<ReceivedParticipant, 'mediaStreams'> {
  const streams = mediaStreams ?? []
  if (streams.some((stream) => stream.mediaType === mediaType)) {
    return {
      mediaStreams: streams.map((stream) =>
        stream.mediaType === mediaType ? { ...stream, ...changes } : stream,
      ),
    }
  }
  const number = Number.parseInt(info?.endpointId?.slice(-12) ?? '', 16) || 0
  const added: ReceivedMediaStream = {
    '@odata.type': '#microsoft.graph.mediaStream',
    mediaType,
    label: 'applicationsharing-video',
    sourceId: String(number * 100 + 13),
    direction: 'receiveOnly',
    serverMuted: false,
    ...changes,
  }
  return { mediaStreams: [...streams, added] }
}
