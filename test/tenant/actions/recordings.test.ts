import { describe, expect, test } from 'vitest'
import { readWav } from '../../../src/tenant/media/read-wav.ts'
import { isRecording, spoken } from '../../../src/tenant/media/record.ts'
import { toneReceived } from '../../../src/tenant/media/tone-events.ts'
import { liveCall } from './live-call.ts'
import { callId, ended, hosts, mediaBot, prompt, resultInfo } from './media-bot.ts'

const seconds = (count: number) => count * 1_000

describe.each(hosts)('%s', (host) => {
  test('a recording is started, ends with silence, and has the documented form', async () => {
    const bot = await mediaBot(host)
    const { body, ...response } = await bot.act('recordResponse', {
      clientContext: 'answer',
      playBeep: false,
    })
    const started = {
      '@odata.type': '#microsoft.graph.recordOperation',
      id: body.id,
      status: 'running',
      clientContext: 'answer',
      resultInfo: null,
      recordingLocation: null,
    }
    expect(response).toEqual({ status: 200, location: bot.location(body.id), assumed: false })
    expect(JSON.stringify(body)).toBe(JSON.stringify(started))
    await bot.pass(5)
    const expected = ended(body.id, {
      '@odata.type': '#microsoft.graph.recordOperation',
      recordingLocation: '',
      recordingAccessToken: '',
      completionReason: 'initialSilenceTimeout',
      status: 'failed',
      clientContext: 'answer',
      resultInfo: resultInfo(400, 8510, 'Action failed, the initial silence timeout was reached.'),
      id: body.id,
    })
    expect(JSON.stringify(bot.received)).toBe(JSON.stringify([expected]))
  })

  test('the bot fetches a recording with its token only, until 60 seconds after the call', async () => {
    const bot = await mediaBot(host)
    const { body } = await bot.act('recordResponse', {
      playBeep: false,
      maxRecordDurationInSeconds: 3,
      initialSilenceTimeoutInSeconds: 10,
    })
    await bot.pass(3)
    const [{ resourceData }] = bot.received
    const { recordingLocation, recordingAccessToken } = resourceData
    expect(JSON.stringify(resourceData)).toBe(
      JSON.stringify({
        '@odata.type': '#microsoft.graph.recordOperation',
        recordingLocation,
        recordingAccessToken,
        completionReason: 'maxRecordDurationReached',
        status: 'completed',
        resultInfo: resultInfo(200, 8515, 'Action completed, the maximum record duration was reached.'),
        id: body.id,
      }),
    )
    const get = (token = recordingAccessToken, method = 'GET') =>
      bot.send(method, recordingLocation, undefined, token)
    const response = await get()
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/octet-stream'])
    const file = new Uint8Array(await response.arrayBuffer())
    expect(readWav(file, file.length)).toEqual({ milliseconds: 3_000 })
    if (host === 'over a port') expect(response.headers.get('transfer-encoding')).toBe('chunked')

    expect((await get(recordingAccessToken, 'HEAD')).status).toBe(200)
    expect((await get(recordingAccessToken, 'DELETE')).status).toBe(405)
    for (const other of ['any', `${recordingAccessToken}x`]) {
      const rejected = await get(other)
      expect([rejected.status, rejected.headers.get('x-testkit-assumption')]).toEqual([
        401,
        'docs/media.md#assumptions',
      ])
    }
    await bot.send('DELETE', `/v1.0/communications/calls/${callId}`)
    await bot.pass(59.999)
    expect((await get()).status).toBe(200)
    await bot.pass(0.001)
    expect((await get()).status).toBe(404)
    expect(JSON.stringify(bot.tenant.requests)).not.toContain(recordingAccessToken)
    expect(bot.tenant.snapshot().tenant.recordings).toEqual([])
  })
})

test('a recording without a token is rejected, and faults apply to it', async () => {
  const bot = await mediaBot()
  await bot.act('recordResponse', { maxRecordDurationInSeconds: 1 })
  await bot.pass(1.5)
  const { recordingLocation, recordingAccessToken } = bot.received[0].resourceData
  expect((await bot.tenant.fetch(new Request(recordingLocation))).status).toBe(401)
  bot.tenant.failNext({ status: 503 })
  expect((await bot.send('GET', recordingLocation, undefined, recordingAccessToken)).status).toBe(503)
  bot.tenant.failNext({ connection: 'truncated' })
  const truncated = await bot.send('GET', recordingLocation, undefined, recordingAccessToken)
  await expect(truncated.arrayBuffer()).rejects.toThrow()
})

test('the token of a tenant is not valid for a recording, and that of a recording not for the tenant', async () => {
  const bot = await mediaBot('in process', { token: 'tenant-token' })
  const record = { maxRecordDurationInSeconds: 1 }
  await bot.send('POST', `/v1.0/communications/calls/${callId}/recordResponse`, record, 'tenant-token')
  await bot.pass(1.5)
  const { recordingLocation, recordingAccessToken } = bot.received[0].resourceData
  const get = async (path: string, token: string) => (await bot.send('GET', path, undefined, token)).status
  expect(await get(recordingLocation, 'tenant-token')).toBe(401)
  expect(await get(recordingLocation, recordingAccessToken)).toBe(200)
  expect(await get(`/v1.0/communications/calls/${callId}`, recordingAccessToken)).toBe(401)
})

test('a recording is kept by a snapshot', async () => {
  const bot = await mediaBot()
  await bot.act('recordResponse', { maxRecordDurationInSeconds: 1 })
  await bot.pass(1.5)
  const { recordingLocation, recordingAccessToken } = bot.received[0].resourceData
  bot.tenant.restore(JSON.parse(JSON.stringify(bot.tenant.snapshot())))
  expect((await bot.send('GET', recordingLocation, undefined, recordingAccessToken)).status).toBe(200)
  await bot.send('DELETE', `/v1.0/communications/calls/${callId}`)
  await bot.pass(30)
  const saved = bot.tenant.snapshot()
  bot.tenant.reset()
  bot.tenant.restore(saved)
  expect(bot.tenant.snapshot()).toEqual(saved)
  await bot.pass(29)
  expect((await bot.send('GET', recordingLocation, undefined, recordingAccessToken)).status).toBe(200)
  await bot.pass(1)
  expect((await bot.send('GET', recordingLocation, undefined, recordingAccessToken)).status).toBe(404)
})

test('the prompt of a recording plays first, then the beep', async () => {
  const { live, tenant, act } = liveCall()
  await act('recordResponse', { prompts: [prompt('https://bot.contoso.com/question.wav')] })
  tenant.clock.advance(seconds(2) + 499)
  expect(isRecording(live, callId)).toBe(false)
  tenant.clock.advance(1)
  expect(isRecording(live, callId)).toBe(true)
})

test('a prompt that cannot be had fails the recording', async () => {
  const bot = await mediaBot()
  await bot.act('recordResponse', { prompts: [prompt(`${bot.url}/missing.wav`)] })
  await bot.tenant.settled()
  const { resourceData } = bot.received[0]
  expect(resourceData).toMatchObject({
    status: 'failed',
    completionReason: 'playPromptFailed',
    recordingLocation: '',
    resultInfo: { code: 500, subcode: 8511 },
  })
  expect(resourceData.resultInfo.message).toContain('/missing.wav": The response is 404.')
})

describe('a recording', () => {
  const record = {
    playBeep: false,
    maxRecordDurationInSeconds: 60,
    maxSilenceTimeoutInSeconds: 2,
    stopTones: ['#'],
  }

  /** Returns the end of the recording, and its length in milliseconds. */
  async function endOf({ data, sizeOf }: ReturnType<typeof liveCall>) {
    const end = data().find(({ completionReason }) => completionReason)
    if (!end) return undefined
    const { completionReason, recordingLocation, recordingAccessToken, resultInfo: result } = end
    const size = recordingLocation ? await sizeOf(recordingLocation, recordingAccessToken) : 44
    return [completionReason, `${result.code}/${result.subcode}`, (size - 44) / 32]
  }

  test('ends after silence that follows speech', async () => {
    const call = liveCall()
    await call.act('recordResponse', record)
    call.tenant.clock.advance(seconds(4))
    spoken(call.live, callId, seconds(3))
    call.tenant.clock.advance(seconds(3))
    spoken(call.live, callId, seconds(1))
    call.tenant.clock.advance(seconds(2) + 999)
    expect(await endOf(call)).toBeUndefined()
    call.tenant.clock.advance(1)
    expect(await endOf(call)).toEqual(['maxSilenceTimeout', '200/8509', 10_000])
  })

  test('does not end while one of two people speaks', async () => {
    const call = liveCall()
    await call.act('recordResponse', record)
    call.tenant.clock.advance(1)
    spoken(call.live, callId, seconds(8))
    spoken(call.live, callId, seconds(1))
    call.tenant.clock.advance(seconds(9))
    expect(await endOf(call)).toBeUndefined()
    call.tenant.clock.advance(seconds(1))
    expect(await endOf(call)).toEqual(['maxSilenceTimeout', '200/8509', 10_001])
  })

  test('leaves nothing in the clock after it was canceled', async () => {
    const call = liveCall()
    await call.act('recordResponse', record)
    call.tenant.clock.advance(1)
    expect(call.tenant.snapshot().tenant.clock.tasks).toHaveLength(2)
    await call.act('cancelMediaProcessing')
    expect(call.tenant.snapshot().tenant.clock.tasks).toEqual([])
  })

  test('ends at a stop tone, and at no other tone', async () => {
    const call = liveCall()
    await call.act('recordResponse', record)
    call.tenant.clock.advance(seconds(1))
    toneReceived(call.live, callId, 'tone1')
    expect(await endOf(call)).toBeUndefined()
    toneReceived(call.live, callId, 'pound')
    expect(await endOf(call)).toEqual(['stopToneDetected', '200/8514', 1_000])
    expect(call.events).toHaveLength(1)
  })

  test.each(['1', 'tone1', '*', 'star', 'A'])('accepts the stop tone %s', async (key) => {
    const call = liveCall()
    expect(await call.act('recordResponse', { stopTones: [key] })).toMatchObject({ status: 200 })
  })

  test('ends at its longest duration while somebody speaks', async () => {
    const call = liveCall()
    await call.act('recordResponse', record)
    call.tenant.clock.advance(1)
    spoken(call.live, callId, seconds(600))
    call.tenant.clock.advance(seconds(60))
    expect(await endOf(call)).toEqual(['maxRecordDurationReached', '200/8515', 60_000])
  })

  test('contains speech that began before the recording', async () => {
    const call = liveCall()
    await call.act('recordResponse', { ...record, playBeep: true })
    spoken(call.live, callId, seconds(8))
    call.tenant.clock.advance(seconds(9) + 999)
    expect(await endOf(call)).toBeUndefined()
    call.tenant.clock.advance(1)
    expect(await endOf(call)).toEqual(['maxSilenceTimeout', '200/8509', 9_500])
  })

  test('has no sound of a call that has ended', async () => {
    const call = liveCall()
    await call.act('recordResponse', record)
    await call.hangUp()
    call.events.length = 0
    spoken(call.live, callId, seconds(1))
    toneReceived(call.live, callId, 'pound')
    call.tenant.clock.advance(seconds(100))
    expect(call.events).toEqual([])
  })

  test('waits for a person if the clock is fast, and ends by itself after speech', async () => {
    const call = liveCall('fast')
    await call.act('recordResponse', record)
    await expect.poll(() => isRecording(call.live, callId)).toBe(true)
    const start = call.tenant.clock.now()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await endOf(call)).toBeUndefined()
    expect(call.tenant.clock.now()).toBe(start)
    spoken(call.live, callId, seconds(3))
    await expect.poll(() => endOf(call)).toEqual(['maxSilenceTimeout', '200/8509', 5_000])
  })
})

test('the bot is notified of tones after subscribeToTone, in the form of real traffic', async () => {
  const call = liveCall()
  await call.act('sendDtmfTones', { tones: ['tone9'] })
  toneReceived(call.live, callId, 'tone9')
  expect(call.events).toEqual([])
  await call.act('subscribeToTone')
  toneReceived(call.live, callId, 'tone1')
  toneReceived(call.live, callId, 'star')
  const toneInfo = (sequenceId: number, tone: string) => ({
    '@odata.type': '#microsoft.graph.toneInfo',
    sequenceId,
    tone,
  })
  const expected = [toneInfo(1, 'tone1'), toneInfo(2, 'star')].map((each) => ({
    '@odata.type': '#microsoft.graph.call',
    state: 'established',
    toneInfo: each,
  }))
  expect(JSON.stringify(call.data())).toBe(JSON.stringify(expected))
  expect(call.events[0]).toMatchObject({ changeType: 'updated', path: '', state: 'established' })
  expect(call.call().toneInfo).toEqual(toneInfo(2, 'star'))
})
