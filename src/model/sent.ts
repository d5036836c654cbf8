import {
  boolean,
  collection,
  double,
  duration,
  enumeration,
  guid,
  httpsUri,
  int32,
  int64,
  type ObjectType,
  object,
  property,
  string,
} from './definitions.ts'

const origin = '$metadata v1.0'
const mixer = 'beta: participant: configureMixer'

const video = {
  averageInboundBitRate: property(double, 'Average inbound bit rate.'),
  averageInboundFrameRate: property(double, 'Average inbound frame rate.'),
  averageOutboundBitRate: property(double, 'Average outbound bit rate.'),
  averageOutboundFrameRate: property(double, 'Average outbound frame rate.'),
} as const

/** Types that only a bot sends: in the bodies of its requests, or in its response to a notification. */
export const sentTypes = {
  participantJoiningResponse: {
    doc: 'Response of a recording bot to a participantJoiningNotification.',
    origin,
    abstract: true,
    properties: {},
  },
  acceptJoinResponse: {
    doc: 'Accepts that the participant is added to the recorded call.',
    origin,
    base: 'participantJoiningResponse',
    properties: {},
  },
  rejectJoinResponse: {
    doc: 'Rejects the participant.',
    origin,
    base: 'participantJoiningResponse',
    properties: {
      reason: property(enumeration('rejectReason'), 'Reason for the rejection.', { nullable: false }),
    },
  },
  inviteNewBotResponse: {
    doc: 'Asks the service to invite another bot for the participant.',
    origin,
    base: 'participantJoiningResponse',
    properties: {
      inviteUri: property(httpsUri, 'HTTPS URL of the other bot.', { nullable: false }),
    },
  },
  teleconferenceDeviceQuality: {
    doc: 'Quality of a call, measured by a video teleconferencing device.',
    origin,
    properties: {
      callChainId: property(guid, 'ID shared by all legs of the conversation.', { nullable: false }),
      cloudServiceDeploymentEnvironment: property(
        string,
        'Environment of the cloud service, for example "test".',
      ),
      cloudServiceDeploymentId: property(string, 'ID of the deployment of the cloud service.'),
      cloudServiceInstanceName: property(string, 'Name of the instance of the cloud service.'),
      cloudServiceName: property(string, 'Name of the cloud service.'),
      deviceDescription: property(string, 'Description of the device.', { nullable: false }),
      deviceName: property(string, 'Name of the device.', { nullable: false }),
      mediaLegId: property(guid, 'ID of the media leg.', { nullable: false }),
      mediaQualityList: property(
        collection(object('teleconferenceDeviceMediaQuality')),
        'Quality of each media stream.',
        { nullable: false },
      ),
      participantId: property(guid, 'ID of the participant.', { nullable: false }),
    },
  },
  teleconferenceDeviceMediaQuality: {
    doc: 'Quality of a media stream.',
    origin,
    abstract: true,
    properties: {
      averageInboundJitter: property(duration, 'Average inbound jitter.'),
      averageInboundPacketLossRateInPercentage: property(double, 'Average inbound packet loss in percent.'),
      averageInboundRoundTripDelay: property(duration, 'Average inbound round-trip delay.'),
      averageOutboundJitter: property(duration, 'Average outbound jitter.'),
      averageOutboundPacketLossRateInPercentage: property(double, 'Average outbound packet loss in percent.'),
      averageOutboundRoundTripDelay: property(duration, 'Average outbound round-trip delay.'),
      channelIndex: property(int32, 'Index of the channel.', { nullable: false }),
      inboundPackets: property(int64, 'Number of inbound packets.'),
      localIPAddress: property(string, 'Local IP address.'),
      localPort: property(int32, 'Local port.'),
      maximumInboundJitter: property(duration, 'Maximum inbound jitter.'),
      maximumInboundPacketLossRateInPercentage: property(double, 'Maximum inbound packet loss in percent.'),
      maximumInboundRoundTripDelay: property(duration, 'Maximum inbound round-trip delay.'),
      maximumOutboundJitter: property(duration, 'Maximum outbound jitter.'),
      maximumOutboundPacketLossRateInPercentage: property(double, 'Maximum outbound packet loss in percent.'),
      maximumOutboundRoundTripDelay: property(duration, 'Maximum outbound round-trip delay.'),
      mediaDuration: property(duration, 'Duration of the stream.'),
      networkLinkSpeedInBytes: property(int64, 'Speed of the network link in bytes per second.'),
      outboundPackets: property(int64, 'Number of outbound packets.'),
      remoteIPAddress: property(string, 'Remote IP address.'),
      remotePort: property(int32, 'Remote port.'),
    },
  },
  teleconferenceDeviceAudioQuality: {
    doc: 'Quality of an audio stream.',
    origin,
    base: 'teleconferenceDeviceMediaQuality',
    properties: {},
  },
  teleconferenceDeviceVideoQuality: {
    doc: 'Quality of a video stream.',
    origin,
    base: 'teleconferenceDeviceMediaQuality',
    properties: video,
  },
  // In the metadata it extends teleconferenceDeviceVideoQuality.
  teleconferenceDeviceScreenSharingQuality: {
    doc: 'Quality of a screen sharing stream.',
    origin,
    base: 'teleconferenceDeviceMediaQuality',
    properties: video,
  },
  participantMixerLevel: {
    doc: 'Audio levels that a participant hears.',
    origin: mixer,
    properties: {
      participant: property(string, 'ID of the participant.', { documented: mixer }),
      exclusive: property(boolean, 'True if the participant hears only the listed sources.', {
        documented: mixer,
      }),
      ducking: property(object('audioDuckingConfiguration'), 'Lowers some sources while others speak.', {
        documented: mixer,
      }),
      sourceLevels: property(collection(object('audioSourceLevel')), 'Level of each source.', {
        documented: mixer,
      }),
    },
  },
  audioDuckingConfiguration: {
    doc: 'Levels of sources while others speak.',
    origin: mixer,
    properties: {
      rampActive: property(int32, 'Time in milliseconds to lower the sources.', { documented: mixer }),
      rampInactive: property(int32, 'Time in milliseconds to raise them again.', { documented: mixer }),
      lowerLevel: property(int32, 'Level while others speak.', { documented: mixer }),
      upperLevel: property(int32, 'Level while no other speaks.', { documented: mixer }),
    },
  },
  audioSourceLevel: {
    doc: 'Level of a source.',
    origin: mixer,
    properties: {
      participant: property(string, 'ID of the participant that speaks.', { documented: mixer }),
      level: property(int32, 'Level of the source.', { documented: mixer }),
      duckOthers: property(boolean, 'True if the source lowers the others.', { documented: mixer }),
    },
  },
} as const satisfies Record<string, ObjectType>
