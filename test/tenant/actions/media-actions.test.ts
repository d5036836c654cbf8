import { describe, expect, test } from 'vitest'
import { callId, ended, hosts, mediaBot, prompt, resultInfo } from './media-bot.ts'

const uri = 'https://bot.contoso.com/audio/prompt.wav'

describe.each(hosts)('%s', (host) => {
  test('playPrompt returns a running operation, and its notification has the form of real traffic', async () => {
    const bot = await mediaBot(host)
    const prompts = [prompt(uri, 'main-0')]
    const { body, ...response } = await bot.act('playPrompt', { prompts, clientContext: 'main' })
    const { id } = body
    const running = {
      '@odata.type': '#microsoft.graph.playPromptOperation',
      id,
      status: 'running',
      clientContext: 'main',
    }
    expect(response).toEqual({ status: 200, location: bot.location(id), assumed: false })
    expect(JSON.stringify(body)).toBe(JSON.stringify(running))
    expect(bot.received).toEqual([])
    await bot.pass(2)
    const expected = ended(id, {
      '@odata.type': '#microsoft.graph.playPromptOperation',
      prompts,
      completionReason: 'completedSuccessfully',
      status: 'completed',
      clientContext: 'main',
      resultInfo: resultInfo(200, 0, 'Action completed successfully.'),
      id,
    })
    // The order of the properties is that of real traffic too.
    expect(JSON.stringify(bot.received)).toBe(JSON.stringify([expected]))
  })

  test('cancelMediaProcessing is completed at once, and each canceled operation reports itself, in order', async () => {
    const bot = await mediaBot(host)
    const play = await bot.act('playPrompt', { prompts: [prompt(uri)], clientContext: 'a' })
    const record = await bot.act('recordResponse', { prompts: [prompt(uri)], clientContext: 'b' })
    const canceled = await bot.act('cancelMediaProcessing', { clientContext: 'c' })
    expect(canceled).toEqual({
      status: 200,
      location: bot.location(canceled.body.id),
      assumed: false,
      body: {
        '@odata.type': '#microsoft.graph.cancelMediaProcessingOperation',
        id: canceled.body.id,
        status: 'completed',
        clientContext: 'c',
      },
    })
    await bot.pass(3_600)
    const result = resultInfo(400, 8508, 'Action failed, the operation was canceled.')
    const expected = [
      ended(play.body.id, {
        '@odata.type': '#microsoft.graph.playPromptOperation',
        completionReason: 'mediaOperationCanceled',
        status: 'failed',
        clientContext: 'a',
        resultInfo: result,
        id: play.body.id,
      }),
      ended(record.body.id, {
        '@odata.type': '#microsoft.graph.recordOperation',
        recordingLocation: '',
        recordingAccessToken: '',
        completionReason: 'operationCanceled',
        status: 'failed',
        clientContext: 'b',
        resultInfo: result,
        id: record.body.id,
      }),
    ]
    expect(JSON.stringify(bot.received)).toBe(JSON.stringify(expected))
  })

  test('subscribeToTone is completed at once', async () => {
    const bot = await mediaBot(host)
    const { body, ...response } = await bot.act('subscribeToTone', { clientContext: 'keys' })
    expect(response).toEqual({ status: 200, location: bot.location(body.id), assumed: false })
    expect(body).toEqual({
      '@odata.type': '#microsoft.graph.subscribeToToneOperation',
      id: body.id,
      status: 'completed',
      clientContext: 'keys',
    })
  })

  test('sendDtmfTones ends after all of its tones, without resultInfo', async () => {
    const bot = await mediaBot(host)
    const tones = { tones: ['tone1', 'tone2', 'pound'], delayBetweenTonesMs: 500, clientContext: 'pin' }
    const { body, ...response } = await bot.act('sendDtmfTones', tones)
    expect(response).toEqual({ status: 200, location: bot.location(body.id), assumed: false })
    expect(body).toEqual({
      '@odata.type': '#microsoft.graph.sendDtmfTonesOperation',
      id: body.id,
      status: 'running',
      clientContext: 'pin',
    })
    await bot.pass(1.499)
    expect(bot.received).toEqual([])
    await bot.pass(0.001)
    const expected = ended(body.id, {
      '@odata.type': '#microsoft.graph.sendDtmfTonesOperation',
      completionReason: 'completedSuccessfully',
      status: 'completed',
      clientContext: 'pin',
      id: body.id,
    })
    expect(JSON.stringify(bot.received)).toBe(JSON.stringify([expected]))
  })

  test('updateRecordingStatus is allowed only in a call of policy-based recording', async () => {
    const bot = await mediaBot(host)
    const status = { status: 'recording', clientContext: 'x' }
    expect(await bot.act('updateRecordingStatus', status)).toMatchObject({
      status: 400,
      assumed: true,
      body: { error: { code: '8506' } },
    })
    bot.tenant.addCall(
      {
        id: callId,
        state: 'established',
        incomingContext: { observedParticipantId: '5810cede-f3cc-42eb-b2c1-e9bd5d53ec96' },
      },
      { replace: true },
    )
    const { body, ...response } = await bot.act('updateRecordingStatus', status)
    expect(response).toEqual({ status: 200, location: bot.location(body.id), assumed: false })
    expect(body).toEqual({
      '@odata.type': '#microsoft.graph.updateRecordingStatusOperation',
      id: body.id,
      status: 'completed',
      clientContext: 'x',
      resultInfo: null,
    })
  })
})

test('an operation without a client context has none in its notification', async () => {
  const bot = await mediaBot()
  const id = await bot.play(uri)
  await bot.pass(2)
  expect(bot.received[0].resourceData).not.toHaveProperty('clientContext')
  expect(bot.received[0].resourceData.id).toBe(id)
})

test.each(hosts)('GET of the Location shows an operation while it runs, %s', async (host) => {
  const bot = await mediaBot(host)
  const id = await bot.play(uri)
  const get = async () => (await bot.send('GET', bot.location(id))).json()
  expect(await get()).toMatchObject({ id, status: 'running' })
  await bot.pass(2)
  expect(await get()).toMatchObject({ error: { code: '8522' } })
})

test.each([
  ['playPrompt', { prompts: [] }, 'prompts'],
  ['playPrompt', { prompts: Array.from({ length: 21 }, () => prompt(uri)) }, 'prompts'],
  ['playPrompt', { prompts: [prompt(uri), {}] }, 'prompts[1].mediaInfo'],
  ['playPrompt', { prompts: [{ mediaInfo: null }] }, 'prompts[0].mediaInfo'],
  ['playPrompt', { prompts: [{ mediaInfo: {} }] }, 'prompts[0].mediaInfo.uri'],
  ['playPrompt', { prompts: [{ mediaInfo: { uri: null } }] }, 'prompts[0].mediaInfo.uri'],
  ['playPrompt', { prompts: [null] }, 'prompts[0]'],
  ['playPrompt', { prompts: [prompt(uri)], loop: 'yes' }, 'loop'],
  ['recordResponse', { prompts: [prompt(uri), prompt(uri)] }, 'prompts'],
  ['recordResponse', { stopTones: ['#', 'hash'] }, 'stopTones'],
  ['recordResponse', { maxRecordDurationInSeconds: 121 }, 'maxRecordDurationInSeconds'],
  ['sendDtmfTones', { tones: ['1'] }, 'tones[0]'],
])('%s with %j is rejected, and the message names %s', async (name, body, part) => {
  const bot = await mediaBot()
  const response = await bot.act(name, body)
  expect(response).toMatchObject({ status: 400, body: { error: { code: '8523' } } })
  expect(response.body.error.message).toContain(`'${part}'`)
  await bot.pass(600)
  expect(bot.received).toEqual([])
})

test('prompts and recordings of a call run one after the other', async () => {
  const bot = await mediaBot()
  const first = await bot.play(uri, uri)
  const record = await bot.act('recordResponse', { playBeep: false, maxRecordDurationInSeconds: 3 })
  const last = await bot.play(uri)
  const endedIds = () => bot.received.map(({ resourceData }) => resourceData.id)
  await bot.pass(3.999)
  expect(endedIds()).toEqual([])
  await bot.pass(0.001)
  expect(endedIds()).toEqual([first])
  await bot.pass(3)
  expect(endedIds()).toEqual([first, record.body.id])
  await bot.pass(2)
  expect(endedIds()).toEqual([first, record.body.id, last])
})

test('a recording with bargeInAllowed cancels what runs and waits', async () => {
  const bot = await mediaBot()
  await bot.play(uri)
  await bot.play(uri)
  await bot.act('recordResponse', { bargeInAllowed: true })
  await bot.tenant.settled()
  expect(bot.received.map(({ resourceData }) => resourceData.completionReason)).toEqual([
    'mediaOperationCanceled',
    'mediaOperationCanceled',
  ])
  await bot.pass(5.5)
  expect(bot.received).toHaveLength(3)
})

test('prompts with loop play until they are canceled', async () => {
  const bot = await mediaBot()
  const { body } = await bot.act('playPrompt', { prompts: [prompt(uri)], loop: true })
  await bot.pass(2_000)
  expect(bot.received).toEqual([])
  await bot.act('cancelMediaProcessing')
  await bot.tenant.settled()
  expect(bot.received[0].resourceData).toMatchObject({
    id: body.id,
    completionReason: 'mediaOperationCanceled',
  })
})

test('a call that ends during a prompt, a recording and tones gets no notification of them', async () => {
  const bot = await mediaBot()
  await bot.play(uri)
  await bot.act('recordResponse')
  await bot.act('sendDtmfTones', { tones: ['tone1'] })
  await bot.send('DELETE', `/v1.0/communications/calls/${callId}`)
  await bot.pass(600)
  expect(bot.received.map(({ changeType, resourceData }) => [changeType, resourceData.state])).toEqual([
    ['updated', 'terminating'],
    ['deleted', 'terminated'],
  ])
  expect(bot.tenant.snapshot().tenant).toMatchObject({ sessions: [], clock: { tasks: [] }, prompts: [] })
})

test('media actions in a call whose media the bot hosts fail', async () => {
  const bot = await mediaBot()
  const mediaConfig = { '@odata.type': '#microsoft.graph.appHostedMediaConfig' } as const
  bot.tenant.addCall({ id: callId, state: 'established', mediaConfig }, { replace: true })
  expect(await bot.act('playPrompt', { prompts: [prompt(uri)] })).toMatchObject({
    status: 500,
    body: { error: { code: '9999' } },
  })
})
