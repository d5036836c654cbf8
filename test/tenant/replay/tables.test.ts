import { expect, test } from 'vitest'
import { endReasons } from '../../../src/lifecycle/end-reasons.ts'
import { recordingResults } from '../../../src/model/actions/media-results.ts'
import { signInErrors } from '../../../src/model/sign-in.ts'
import type { Json } from '../actions/group-bot.ts'
import { requestIn, tables } from './documents.ts'
import { callId, graph, type ReplayBot, replayBot } from './replay-bot.ts'

const rowsOf = (name: string): readonly Json[] => tables[name]

async function createCall(bot: ReplayBot, more: object = {}): Promise<Json> {
  const { body, ...rest } = requestIn('create-p2p')
  const created = await bot.send({ ...rest, body: { ...body, ...more } })
  if (created.status === 201) bot.ids.pair(callId, created.body.id)
  await bot.pass(3)
  return created
}

const appHosted = { '@odata.type': '#microsoft.graph.appHostedMediaConfig', blob: 'blob' }

/** Requests that get the error of each row, by the beginning of its text. */
const requests: Readonly<Record<string, (bot: ReplayBot) => Promise<Json>>> = {
  'create/answer without mediaConfig': (bot) => createCall(bot, { mediaConfig: undefined }),
  'transfer after an invite': async (bot) => {
    await createCall(bot)
    bot.kim()
    await bot.send(requestIn('invite'))
    await bot.pass(5)
    return bot.send(requestIn('transfer'))
  },
  'empty or wrong id segment': (bot) =>
    bot.send({
      ...requestIn('incoming-answer', 1),
      url: `${graph}/calls/${callId}/call/microsoft.graph.answer`,
    }),
  'action without call id': (bot) =>
    bot.send({ method: 'POST', url: `${graph}/calls/playPrompt`, body: requestIn('playprompt').body }),
  'bot not registered': (bot) => failing(bot, '7503'),
  'permission or consent': (bot) => failing(bot, '7504'),
  'token of another tenant': (bot) => failing(bot, '7505'),
  'ended call': async (bot) => {
    await createCall(bot)
    await bot.send(requestIn('delete-call'))
    await bot.pass(1)
    return bot.send(requestIn('playprompt'))
  },
  'updateRecordingStatus outside': async (bot) => {
    await createCall(bot)
    return bot.send(requestIn('updaterecordingstatus'))
  },
  'more than 10,000': async (bot) => {
    await createCall(bot)
    return createCall(bot)
  },
  'subscribeToTone on app-hosted': async (bot) => {
    await createCall(bot, { mediaConfig: appHosted })
    return bot.send(requestIn('subscribetotone'))
  },
  'action on a call that is not': async (bot) => {
    bot.tenant.person('Alex Example', { id: bot.alex().id, answers: false })
    await createCall(bot)
    return bot.send(requestIn('playprompt'))
  },
  'service-hosted action': async (bot) => {
    await createCall(bot, { mediaConfig: appHosted })
    return bot.send(requestIn('playprompt'))
  },
  'mute, invite on a peer-to-peer': async (bot) => {
    await createCall(bot)
    return bot.send(requestIn('mute'))
  },
  'no or bad token': (bot) => bot.send({ ...requestIn('get-call'), headers: { Authorization: '' } }),
}

async function failing(bot: ReplayBot, code: string): Promise<Json> {
  const id = bot.tenant.addCall({ id: callId, state: 'established' })
  bot.tenant.forbid(id, code === '7503' || code === '7504' ? code : '7505')
  return bot.send(requestIn('get-call'))
}

/** Differences of the tenant, whose reasons follow. */
const known: Readonly<Record<string, readonly string[]>> = {
  // 500/9999 is reported, for `subscribeToTone`. 400/8500 is the error of a sister product.
  'service-hosted action on an app-hosted call': ['status: 400 -> 500', 'code: "8500" -> "9999"'],
}

/** Errors that have no cause that a test can make, and are sent with `failNext`. */
const withoutCause = ['unspecific', 'playPrompt']

test.each(rowsOf('errors').map((row) => [row.when, row] as const))('error: %s', async (when, row) => {
  const limits = when.startsWith('more than') ? { callsPerMonth: 1 } : undefined
  const bot = replayBot('reported', { limits })
  const { error } = row.body
  const request = Object.entries(requests).find(([start]) => when.startsWith(start))?.[1]
  if (!request) {
    expect(withoutCause.some((start) => when.startsWith(start))).toBe(true)
    bot.tenant.addCall({ id: callId, state: 'established' })
    bot.tenant.failNext({ status: row.status, body: row.body })
  }
  const got = await (request ?? ((each) => each.send(requestIn('get-call'))))(bot)
  const own = got.body.error
  const [code, message] = [own.code, own.message]
  expect(bot.ids.differences({ status: row.status, code: error.code }, { status: got.status, code })).toEqual(
    known[when] ?? [],
  )
  // A text in braces is any text.
  if (/^\{[a-z ,:]+\}$/.test(error.message)) return
  expect(message.replace(/'.*' on|URI '.*'/, '')).toBe(error.message.replace(/'.*' on|URI '.*'/, ''))
})

test('every result of a call that has ended is in the model', () => {
  const known = [...endReasons, { code: 0, subcode: 7015 }].map(({ code, subcode }) => `${code}/${subcode}`)
  const rows = rowsOf('end-results').map(({ code, subcode }) => `${code}/${subcode}`)
  expect(rows.filter((row) => !known.includes(row))).toEqual([])
})

test('every end of a recording has the same result', () => {
  const known: Json = recordingResults
  const found = rowsOf('recordresponse-endings').filter(({ completionReason, code, subcode, status }) => {
    const own = known[completionReason]
    return own?.code !== code || own?.subcode !== subcode || own?.status !== status
  })
  // In the virtual tenant, neither a beep nor the media fails.
  expect(found.map(({ completionReason }) => completionReason)).toEqual([
    'playBeepFailed',
    'mediaReceiveTimeout',
  ])
})

test('the token endpoint has every error, with its status', () => {
  const known: Json = signInErrors
  const rows = rowsOf('auth-token-errors').map(({ status, body }) => [
    body.error_codes[0],
    status,
    body.error,
  ])
  const own = rows.map(([code]) => [code, known[code]?.status, known[code]?.error])
  expect(own).toEqual(rows)
})

test.each(['auth-entra-openid', 'auth-notification-openid'])(
  '%s: the documents have every property',
  async (name) => {
    const bot = replayBot()
    const documents: readonly Json[] = Object.values(tables[name]).filter((each: Json) => each.url)
    expect(documents.length).toBeGreaterThan(1)
    for (const { url, body } of documents) {
      const got = await bot.send({ method: 'GET', url })
      expect(got.status, url).toBe(200)
      expect(Object.keys(got.body)).toEqual(expect.arrayContaining(Object.keys(body)))
      const [key] = body.keys ?? []
      if (key) expect(Object.keys(got.body.keys[0])).toEqual(expect.arrayContaining(Object.keys(key)))
    }
  },
)

/** Returns the header and the claims of a token, with its times in seconds since it was issued. */
function decoded(token: string): Json {
  const [header, claims]: readonly Json[] = token
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()))
  return { header, payload: sinceIssued(claims) }
}

function sinceIssued({ iat, nbf, exp, ...claims }: Json): Json {
  return { ...claims, nbf: nbf - iat, exp: exp - iat }
}

test('access tokens for Graph have the documented claims', async () => {
  const bot = replayBot()
  const { body } = await bot.send(requestIn('auth-token'))
  const { header, payload } = tables['auth-graph-token']
  const own = decoded(body.access_token)
  expect(bot.ids.differences({ header, payload: sinceIssued(payload) }, own)).toEqual([
    // An app without an option has every role.
    'payload.roles: 4 -> 5 items',
    // By a manual clock, tokens are valid for as long as any test.
    'payload.exp: 3600 -> 2303683200',
    // Every token of the service has this claim.
    'payload.uti: additional',
  ])
})

test('tokens of notifications have the documented claims', async () => {
  const bot = replayBot()
  await bot.alex().calls(bot.register())
  const token = bot.headers[0]?.get('authorization')?.replace('Bearer ', '') ?? ''
  const { header, payload } = tables['auth-notification-token']
  const found = bot.ids.differences({ header, payload: sinceIssued(payload) }, decoded(token))
  // Each service has its own keys.
  expect(found.filter((each) => !/^header\.(kid|x5t): /.test(each))).toEqual([
    'payload.exp: 3900 -> 2303683200',
  ])
})

test.each(['incoming', 'later, incoming call', 'later, outgoing call'])(
  'notifications have the headers of: %s',
  async (name) => {
    const bot = replayBot()
    if (name.endsWith('outgoing call')) await createCall(bot)
    else await bot.alex().calls(bot.register())
    if (name.startsWith('later')) {
      bot.ids.pair(callId, bot.received[0].resourceUrl.split('/')[3])
      if (name.endsWith('incoming call')) await bot.send(requestIn('incoming-answer', 1))
      await bot.pass(3)
    }
    const headers = bot.headers.at(name === 'incoming' ? 0 : -1)
    const names = Object.keys(tables['notification-headers'][name])
    // Sent if the client had one when it created the call.
    const expected = names.filter((each) => name !== 'later, outgoing call' || each !== 'Scenario-Id')
    expect(expected.filter((each) => !headers?.has(each))).toEqual([])
    expect(headers?.get('user-agent')).toBe(tables['notification-headers'][name]['User-Agent'])
  },
)

test('every response of a bot is recorded, and the tenant goes on', async () => {
  const statuses: readonly number[] = rowsOf('bot-answers').flatMap(({ status }) => status ?? [])
  for (const status of statuses) {
    const bot = replayBot()
    bot.replies.next = status
    await createCall(bot)
    await bot.tenant.settled()
    const [first] = bot.tenant.notifications
    const found = first && 'status' in first ? first.status : undefined
    // The tenant follows a redirection, to the same bot.
    expect([status, found]).toEqual([status, [302, 307].includes(status) ? 202 : status])
    expect(bot.tenant.call(bot.ids.translate(callId)).state).toBe('established')
  }
})

test('every table has a test', () => {
  // The other documented examples are exchanges, and exchanges.test.ts replays each of them.
  expect(Object.keys(tables).toSorted()).toEqual([
    'auth-entra-openid',
    'auth-graph-token',
    'auth-notification-openid',
    'auth-notification-token',
    'auth-token-errors',
    'bot-answers',
    'end-results',
    'errors',
    'notification-headers',
    'recordresponse-endings',
  ])
})
