import { faker } from '@faker-js/faker'
import { Factory } from 'fishery'
import type {
  AnyIdentitySet,
  Call,
  Identity,
  InvitationParticipantInfo,
  ParticipantInfo,
} from 'graph-call-testkit'

/** What a team writes that knows fishery and faker: factories of the parts, and a call made of them. It does not shrink. */
const maybe = <T>(value: () => T): T | null => (faker.datatype.boolean() ? value() : null)

const identity = Factory.define<Identity>(() => ({
  '@odata.type': '#microsoft.graph.identity',
  displayName: maybe(() => faker.person.fullName()),
  id: maybe(() => faker.string.uuid()),
  tenantId: maybe(() => faker.string.uuid()),
  identityProvider: maybe(() => faker.helpers.arrayElement(['AAD', 'MSA'])),
}))

const identitySet = Factory.define<AnyIdentitySet>(() => ({
  '@odata.type': '#microsoft.graph.identitySet',
  application: null,
  device: null,
  user: null,
  guest: null,
  phone: null,
  [faker.helpers.arrayElement(['application', 'device', 'user', 'guest', 'phone'])]: identity.build(),
}))

const participant = Factory.define<ParticipantInfo>(() => ({
  '@odata.type': '#microsoft.graph.participantInfo',
  identity: identitySet.build(),
  region: maybe(() => faker.helpers.arrayElement(['amer', 'emea', 'apac'])),
  languageId: maybe(() => faker.helpers.arrayElement(['en-US', 'de-DE'])),
  countryCode: maybe(() => faker.location.countryCode()),
  participantId: maybe(() => faker.string.uuid()),
}))

const target = Factory.define<InvitationParticipantInfo>(() => ({
  '@odata.type': '#microsoft.graph.invitationParticipantInfo',
  identity: identitySet.build(),
  participantId: maybe(() => faker.string.uuid()),
  hidden: maybe(() => faker.datatype.boolean()),
  replacesCallId: maybe(() => faker.string.uuid()),
}))

export const call = Factory.define<Call>(() => ({
  '@odata.type': '#microsoft.graph.call',
  state: faker.helpers.arrayElement(['established', 'establishing', 'hold', 'terminating', 'transferring']),
  direction: faker.helpers.arrayElement(['incoming', 'outgoing']),
  callbackUri: 'https://bot.contoso.com/callback',
  source: participant.build(),
  targets: target.buildList(faker.number.int({ min: 1, max: 3 })),
  answeredBy: maybe(() => participant.build()),
  requestedModalities: faker.helpers.arrayElements(['audio', 'video', 'data']),
  mediaConfig: maybe(() => ({
    '@odata.type': '#microsoft.graph.serviceHostedMediaConfig',
    removeFromDefaultAudioGroup: maybe(() => faker.datatype.boolean()),
    preFetchMedia: [
      {
        '@odata.type': '#microsoft.graph.mediaInfo',
        uri: faker.internet.url({ protocol: 'https' }),
        resourceId: maybe(() => faker.string.uuid()),
      },
    ],
  })),
  mediaState: maybe(() => ({
    '@odata.type': '#microsoft.graph.callMediaState',
    audio: faker.helpers.arrayElement(['active', 'inactive']),
  })),
  callRoutes: Array.from({ length: faker.number.int({ max: 2 }) }, () => ({
    '@odata.type': '#microsoft.graph.callRoute',
    routingType: faker.helpers.arrayElement(['forwarded', 'lookup']),
    original: identitySet.build(),
    final: identitySet.build(),
  })),
  callChainId: maybe(() => faker.string.uuid()),
  tenantId: maybe(() => faker.string.uuid()),
  myParticipantId: maybe(() => faker.string.uuid()),
  id: faker.string.uuid(),
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#communications/calls/$entity',
  subject: maybe(() => faker.lorem.sentence()),
  ringingTimeoutInSeconds: maybe(() => faker.number.int({ max: 120 })),
  resultInfo: null,
  chatInfo: null,
  meetingInfo: null,
  transcription: null,
  toneInfo: maybe(() => ({ '@odata.type': '#microsoft.graph.toneInfo', sequenceId: 1, tone: 'pound' })),
}))
