import type { Person } from 'graph-call-testkit/tenant'
import { requestIn } from './documents.ts'
import { appId, callId, graph, type ReplayBot } from './replay-bot.ts'

type Act = (bot: ReplayBot) => Promise<unknown>

/** State of the tenant before the first step of an exchange. */
interface Situation {
  readonly before: Act
  /** Acts of people by the index of the step that follows. */
  readonly acts?: Readonly<Record<number, Act>>
  /** Form of the notifications. Defaults to the captured one. */
  readonly form?: 'documented'
}

const participants = {
  alex: 'da470002-0000-4000-a000-000000000002',
  kim: 'da470003-0000-4000-a000-000000000003',
} as const

/** Has no valid signature: the tenant does not check the signature of an assertion. */
const assertion = [{ alg: 'RS256', typ: 'JWT' }, { sub: appId }, 'signature']
  .map((part) => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url'))
  .join('.')

const nothing: Act = async () => {}

async function create(bot: ReplayBot, request: string, more: object = {}, id = callId) {
  const { body, ...rest } = requestIn(request)
  const created = await bot.send({ ...rest, body: { ...body, ...more } })
  if (created.status !== 201) throw new Error(created.text)
  bot.ids.pair(id, created.body.id)
  if (id === callId) bot.ids.pair('c4a10001-0000-4000-a000-000000000001', created.body.callChainId)
  await bot.pass(5)
  return created.body
}

/** Alex has answered a call of the bot. */
const peerToPeer: Act = async (bot) => {
  bot.alex()
  await create(bot, 'create-p2p')
  bot.received.splice(0)
}

/** The bot is in a meeting with people. */
const meeting =
  (people: readonly ('alex' | 'kim')[], more: object = {}): Act =>
  async (bot) => {
    const created = await create(bot, 'join-meeting-organizer', more)
    bot.ids.pair('da470001-0000-4000-a000-000000000001', created.myParticipantId)
    for (const name of people) {
      const person: Person = bot[name]()
      await person.joins(bot.tenant.call(created.id))
      const list = await bot.send({ method: 'GET', url: `${graph}/calls/${callId}/participants` })
      const own = list.body.value.find(({ info }: { info: object }) =>
        JSON.stringify(info).includes(person.id),
      )
      bot.ids.pair(participants[name], own.id)
    }
    await bot.pass(1)
    bot.received.splice(0)
  }

/** Alex calls the bot. */
const incoming =
  ({ isRecorder = false, skypeFirst = false, status = 202 } = {}): Act =>
  async (bot) => {
    const registered = bot.register(isRecorder)
    bot.replies.next = status
    await bot.alex().calls(registered, { skypeFirst })
  }

/** A second call of the bot, to Kim. */
const callToKim: Act = async (bot) => {
  const { body } = requestIn('create-p2p')
  const target = { '@odata.type': '#microsoft.graph.identity', id: bot.kim().id, displayName: 'Kim Example' }
  const identity = { '@odata.type': '#microsoft.graph.identitySet', user: target }
  const targets = [{ '@odata.type': '#microsoft.graph.invitationParticipantInfo', identity }]
  await create(bot, 'create-p2p', { ...body, targets }, 'ca110002-0000-4000-a000-000000000002')
  bot.received.splice(0)
}

const both =
  (...acts: readonly Act[]): Act =>
  async (bot) => {
    for (const act of acts) await act(bot)
  }

const twoPeople = { before: meeting(['alex', 'kim']) }
const onePerson = { before: meeting(['alex']) }

/** The situation of each exchange. */
export const situations: Readonly<Record<string, Situation>> = {
  addlargegalleryview: onePerson,
  audioroutinggroups: {
    before: both(twoPeople.before, (bot) => bot.send(requestIn('audioroutinggroups', 1))),
    acts: {
      // The page lists the group before it creates it.
      1: async (bot) => {
        await bot.send(requestIn('audioroutinggroups', 4))
      },
    },
  },
  'auth-token': {
    before: async (bot) => bot.ids.pair('{jwt signed with the certificate}', assertion),
  },
  cancelmediaprocessing: { before: peerToPeer },
  changescreensharingrole: {
    before: meeting(['alex'], {
      mediaConfig: { '@odata.type': '#microsoft.graph.appHostedMediaConfig', blob: 'blob' },
    }),
  },
  contentsharing: {
    before: both(
      meeting(['alex', 'kim'], {
        callOptions: {
          '@odata.type': '#microsoft.graph.outgoingCallOptions',
          isContentSharingNotificationEnabled: true,
        },
      }),
      async (bot) => bot.alex().sharesScreen(),
    ),
    acts: {
      3: (bot) => bot.alex().sharesScreen(),
      4: (bot) => bot.alex().stopsSharing(),
    },
  },
  'create-group': { before: async (bot) => [bot.alex(), bot.kim()] },
  'create-p2p': { before: async (bot) => bot.alex() },
  'create-p2p-unanswered': {
    before: async (bot) => bot.tenant.person('Alex Example', { id: bot.alex().id, answers: false }),
  },
  'create-pstn': { before: nothing },
  'delete-call': { before: peerToPeer },
  'get-call': { before: peerToPeer },
  'get-operation': {
    before: both(peerToPeer, async (bot) => {
      const { body } = await bot.send(requestIn('playprompt'))
      bot.ids.pair('0be40001-0000-4000-a000-000000000001', body.id)
    }),
  },
  'get-participant': onePerson,
  'incoming-answer': { before: incoming(), form: 'documented' },
  'incoming-group-invite': { before: incoming() },
  'incoming-legacy': { before: incoming({ skypeFirst: true, status: 204 }) },
  'incoming-region-redirect': { before: incoming({ status: 302 }) },
  'incoming-reported': { before: incoming() },
  'incoming-unanswered': { before: incoming() },
  'invite-failed': {
    before: both(onePerson.before, async (bot) =>
      bot.tenant.person('Kim Example', { id: bot.kim().id, answers: false }),
    ),
  },
  'invite-replace': { before: both(onePerson.before, callToKim) },
  invite: { before: both(onePerson.before, async (bot) => bot.kim()) },
  'join-meeting-id': { before: nothing },
  'join-meeting-organizer': {
    before: nothing,
    acts: {
      3: async (bot) => {
        await bot.pass(2)
        bot.received.splice(0)
        await bot.alex().joins(bot.tenant.call(bot.ids.translate(callId)))
      },
    },
  },
  keepalive: { before: peerToPeer },
  'list-participants': twoPeople,
  logteleconferencedevicequality: { before: nothing },
  mute: onePerson,
  'participant-delete': twoPeople,
  'participant-mute': onePerson,
  'playprompt-cancelled': { before: peerToPeer },
  playprompt: { before: peerToPeer },
  'policy-recording': {
    before: incoming({ isRecorder: true }),
    acts: {
      2: async (bot) => {
        await bot.pass(2)
        bot.replies.next = 200
        await bot.kim().joins(bot.tenant.call(bot.ids.translate(callId)))
      },
      3: (bot) => bot.kim().leaves(),
    },
  },
  'recordresponse-cancelled': {
    form: 'documented',
    before: peerToPeer,
    acts: {
      1: (bot) => bot.send({ ...requestIn('cancelmediaprocessing') }),
    },
  },
  recordresponse: {
    form: 'documented',
    before: peerToPeer,
    acts: {
      1: async (bot) => {
        await bot.pass(4)
        await bot.alex().speaks({ seconds: 60 })
      },
    },
  },
  redirect: { before: both(incoming(), async (bot) => bot.kim()) },
  reject: { before: incoming() },
  'remote-hangup': {
    before: both(peerToPeer, (bot) => bot.alex().hangsUp()),
    acts: {
      1: async (bot) => {
        // The notification of another call, with the same ids.
        bot.ids.clear()
        await meeting(['alex'])(bot)
        await bot.alex().leaves()
      },
    },
  },
  senddtmftones: { before: peerToPeer },
  startholdmusic: onePerson,
  stopholdmusic: {
    before: both(onePerson.before, async (bot) => {
      const { body, ...rest } = requestIn('startholdmusic')
      await bot.send({ ...rest, body })
      await bot.pass(2)
      bot.received.splice(0)
    }),
  },
  subscribetotone: { before: peerToPeer, acts: { 1: (bot) => bot.alex().presses('5') } },
  'transfer-consultative': { before: both(peerToPeer, callToKim) },
  'transfer-failed': {
    before: both(peerToPeer, async (bot) =>
      bot.tenant.person('Kim Example', { id: bot.kim().id, answers: false }),
    ),
  },
  'transfer-from-group': { before: both(onePerson.before, async (bot) => bot.kim()) },
  transfer: { before: both(peerToPeer, async (bot) => bot.kim()) },
  unmute: { before: both(onePerson.before, async (bot) => bot.send({ ...requestIn('mute') })) },
  updaterecordingstatus: {
    before: both(incoming({ isRecorder: true }), async (bot) => {
      const { id } = bot.received[0].resourceData
      bot.ids.pair(callId, id)
      await bot.send(requestIn('policy-recording', 1))
      await bot.pass(2)
    }),
  },
}
