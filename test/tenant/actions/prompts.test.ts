import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { wavFile } from '../media/wav-file.ts'
import { callId, type File, hosts, type MediaBot, mediaBot, prompt } from './media-bot.ts'

const files = {
  '/menu.wav': wavFile({ milliseconds: 1_500 }),
  '/long.wav': wavFile({ milliseconds: 60_000 }),
  '/stereo.wav': wavFile({ channels: 2, rate: 44_100 }),
  '/page.wav': Buffer.from('<!doctype html>'),
  '/empty.wav': Buffer.alloc(0),
}

/** Plays one prompt to its end, and returns what the notification reports. */
async function endOf(bot: MediaBot, uri: string) {
  const id = await bot.play(uri)
  await bot.pass(600)
  const found = bot.received.map(({ resourceData }) => resourceData).find((data) => data.id === id)
  const { status, completionReason, resultInfo } = found
  return {
    status,
    completionReason,
    result: `${resultInfo.code}/${resultInfo.subcode}`,
    message: resultInfo.message,
  }
}

describe.each(hosts)('%s', (host) => {
  test('a prompt on loopback is fetched, and plays as long as it is', async () => {
    const bot = await mediaBot(host, {}, files)
    await bot.play(`${bot.url}/menu.wav`)
    await bot.pass(1.499)
    expect(bot.received).toEqual([])
    await bot.pass(0.001)
    expect(bot.received).toMatchObject([{ resourceData: { status: 'completed' } }])
    expect(bot.requested).toEqual(['/menu.wav'])
  })

  test.each([
    [
      '/stereo.wav',
      '400/8535',
      'It has 2 channels, has 44100 Hz. Expected PCM, 1 channel, 16 bits and 16000 Hz.',
    ],
    ['/page.wav', '400/8535', 'It is not a WAV file.'],
    ['/empty.wav', '400/8535', 'It is not a WAV file.'],
    ['/missing.wav', '500/8536', 'The response is 404.'],
  ])('%s fails with %s, and the message says why', async (path, result, reason) => {
    const bot = await mediaBot(host, {}, files)
    const end = await endOf(bot, `${bot.url}${path}`)
    expect(end).toMatchObject({ status: 'failed', completionReason: 'unknown', result })
    expect(end.message).toContain(`Prompt "${bot.url}${path}": ${reason}`)
  })
})

test('a file that is closed, too large or redirected too often fails with 8536', async () => {
  const bot = await mediaBot(
    'in process',
    {},
    {
      '/closed.wav': (request) => request.socket.destroy(),
      '/cut.wav': (_request, response) => {
        response.writeHead(200, { 'Content-Length': 100_000 }).write(wavFile())
        setTimeout(() => response.destroy(), 20)
      },
      '/endless.wav': (_request, response) => {
        const piece = Buffer.alloc(2 ** 20)
        const write = () => {
          while (!response.destroyed && response.write(piece));
        }
        response.on('drain', write)
        write()
      },
      '/loop.wav': (_request, response) => response.writeHead(302, { Location: '/loop.wav' }).end(),
      '/away.wav': (_request, response) =>
        response.writeHead(302, { Location: 'https://cdn.contoso.com/a.wav?sig=abcdef123456' }).end(),
      '/nowhere.wav': (_request, response) => response.writeHead(302).end(),
    },
  )
  const expectEnd = async (path: string, message: RegExp) => {
    const end = await endOf(bot, `${bot.url}${path}`)
    expect(end).toMatchObject({
      status: 'failed',
      result: '500/8536',
      message: expect.stringMatching(message),
    })
  }
  await expectEnd('/closed.wav', /fetch failed/)
  await expectEnd('/cut.wav', /terminated|aborted/)
  await expectEnd('/endless.wav', /more than 32 MiB/)
  await expectEnd('/loop.wav', /redirects more than 5 times/)
  await expectEnd('/away.wav', /redirects to "https:\/\/cdn.contoso.com\/a.wav\?sig=\{secret\}", from which/)
  await expectEnd('/nowhere.wav', /The response is 302/)
})

test('a redirect on loopback is followed', async () => {
  const redirect: File = (_request, response) => response.writeHead(307, { Location: '/menu.wav' }).end()
  const bot = await mediaBot('in process', {}, { ...files, '/moved.wav': redirect })
  expect(await endOf(bot, `${bot.url}/moved.wav`)).toMatchObject({ status: 'completed' })
  expect(bot.requested).toEqual(['/moved.wav', '/menu.wav'])
})

test.each([
  'http://bot.contoso.com/a.wav',
  'ftp://127.0.0.1/a.wav',
  'data:audio/wav;base64,UklGRg==',
  'menu.wav',
])('the service does not play %s', async (uri) => {
  const bot = await mediaBot('in process', { prompts: { hosts: ['bot.contoso.com'], fetch: unexpected } })
  expect(await endOf(bot, uri)).toMatchObject({
    status: 'failed',
    completionReason: 'unknown',
    result: '500/8536',
    message: expect.stringContaining('Expected an https URL, or http on loopback.'),
  })
})

const unexpected: typeof fetch = async (input) => {
  throw new Error(`Unexpected request: ${String(input)}`)
}

describe('a prompt that the tenant may not fetch', () => {
  test.each([
    ['on a host that is not named', {}, 'https://cdn.contoso.com/a.wav'],
    [
      'on a host that is not named, with the fetch of the test',
      { prompts: { fetch: unexpected } },
      'https://cdn.contoso.com/a.wav',
    ],
    ['with prompts: false', { prompts: false }, 'http://127.0.0.1:9/a.wav'],
  ])('%s plays for 2 seconds', async (_name, options, uri) => {
    const bot = await mediaBot('in process', options)
    await bot.play(uri)
    await bot.pass(1.999)
    expect(bot.received).toEqual([])
    await bot.pass(0.001)
    expect(bot.received).toMatchObject([{ resourceData: { status: 'completed' } }])
  })
})

test('a named host is fetched, with the fetch of the test', async () => {
  const urls: string[] = []
  const bot = await mediaBot('in process', {
    prompts: {
      hosts: ['CDN.contoso.com', 'bücher.contoso.com'],
      fetch: async (input) => {
        urls.push(String(input))
        return new Response(wavFile({ milliseconds: 7_000 }))
      },
    },
  })
  await bot.play('https://cdn.contoso.com/a.wav?sig=1')
  await bot.pass(6.999)
  expect(bot.received).toEqual([])
  await bot.pass(0.001)
  expect(bot.received).toHaveLength(1)
  await bot.play('https://bücher.contoso.com./a.wav')
  expect(urls).toEqual(['https://cdn.contoso.com/a.wav?sig=1', 'https://xn--bcher-kva.contoso.com./a.wav'])
})

test('a fetch that never settles is aborted when the call ends', async () => {
  const never: typeof fetch = () => new Promise(() => {})
  const bot = await mediaBot('in process', { prompts: { fetch: never } })
  await bot.play('http://127.0.0.1/a.wav')
  await bot.send('DELETE', `/v1.0/communications/calls/${callId}`)
  await bot.tenant.settled()
  expect(bot.received.at(-1)).toMatchObject({ changeType: 'deleted', resourceData: { state: 'terminated' } })
})

test('a prompt that is canceled while it is fetched ends once', async () => {
  const bot = await mediaBot('in process', {}, files)
  await bot.play(`${bot.url}/menu.wav`)
  await bot.act('cancelMediaProcessing')
  await bot.pass(600)
  expect(bot.received).toMatchObject([{ resourceData: { completionReason: 'mediaOperationCanceled' } }])
})

test('a prompt is fetched once if others are added meanwhile', async () => {
  const bot = await mediaBot('in process', {}, files)
  for (let i = 0; i < 3; i++) await bot.play(`${bot.url}/menu.wav`)
  await bot.tenant.settled()
  expect(bot.requested).toEqual(['/menu.wav'])
  for (let i = 0; i < 3; i++) await bot.pass(1.5)
  expect(bot.received).toHaveLength(3)
  expect(bot.requested).toHaveLength(3)
})

test('a prompt with a resourceId is fetched once for each call', async () => {
  const bot = await mediaBot('in process', {}, files)
  const play = (resourceId: string) =>
    bot.act('playPrompt', {
      prompts: [prompt(`${bot.url}/menu.wav`, resourceId), prompt(`${bot.url}/menu.wav`, resourceId)],
    })
  for (const resourceId of ['main-0', 'main-0', 'other']) {
    await play(resourceId)
    await bot.pass(3)
  }
  expect(bot.requested).toEqual(['/menu.wav', '/menu.wav'])
  expect(bot.received).toHaveLength(3)
  expect(bot.tenant.snapshot().tenant.prompts).toEqual([
    {
      callId,
      cached: [
        ['main-0', 1_500],
        ['other', 1_500],
      ],
    },
  ])
})

test('preFetchMedia is fetched when the bot creates or answers a call', async () => {
  const bot = await mediaBot('in process', {}, files)
  const body = {
    callbackUri: `${bot.url}/api/calls`,
    mediaConfig: {
      '@odata.type': '#microsoft.graph.serviceHostedMediaConfig',
      preFetchMedia: [
        { uri: `${bot.url}/menu.wav`, resourceId: 'menu' },
        { uri: `${bot.url}/missing.wav`, resourceId: 'gone' },
      ],
    },
  }
  const targets = [{ identity: { user: { id: '112f7296-5fa4-42ca-bae8-6a692b15d4b8' } } }]
  await bot.send('POST', '/v1.0/communications/calls', { ...body, requestedModalities: ['audio'], targets })
  await bot.tenant.settled()
  expect([...bot.requested].sort()).toEqual(['/menu.wav', '/missing.wav'])
  bot.tenant.addCall({ id: 'ring', state: 'incoming', callbackUri: `${bot.url}/api/calls` })
  await bot.send('POST', '/v1.0/communications/calls/ring/answer', { ...body, acceptedModalities: ['audio'] })
  await bot.tenant.settled()
  expect(bot.requested).toHaveLength(4)
  expect(bot.tenant.snapshot().tenant.prompts).toHaveLength(2)
})

test('a fast clock waits while a prompt is fetched', async () => {
  let arrived = 0
  const bot = await mediaBot(
    'in process',
    { clock: 'fast' },
    {
      '/slow.wav': async (_request, response) => {
        await new Promise((resolve) => setTimeout(resolve, 200))
        arrived = bot.tenant.clock.now()
        response.end(wavFile({ milliseconds: 5_000 }))
      },
    },
  )
  const start = bot.tenant.clock.now()
  await bot.play(`${bot.url}/slow.wav`)
  await bot.act('sendDtmfTones', { tones: ['tone1'], delayBetweenTonesMs: 1_000 })
  await expect.poll(() => bot.received.length).toBe(2)
  // Without the wait, the tone would have moved the clock before the file arrived.
  expect(arrived).toBe(start)
  expect(bot.received.map(({ resourceData }) => resourceData['@odata.type'])).toEqual([
    '#microsoft.graph.sendDtmfTonesOperation',
    '#microsoft.graph.playPromptOperation',
  ])
  expect(bot.tenant.clock.now()).toBe(start + 5_000)
})

test('a snapshot that is taken while a prompt is fetched continues with another fetch', async () => {
  const bot = await mediaBot('in process', {}, files)
  const id = await bot.play(`${bot.url}/menu.wav`)
  const saved = bot.tenant.snapshot()
  const other = createTenant({ clock: 'manual' })
  other.restore(saved)
  expect(other.snapshot()).toEqual(saved)
  await other.settled()
  expect(bot.requested).toEqual(['/menu.wav', '/menu.wav'])
  other.clock.advance(1_500)
  await other.settled()
  const ends = bot.received.filter(({ resourceData }) => resourceData.id === id)
  expect(ends).toMatchObject([{ resourceData: { status: 'completed' } }])
  bot.tenant.reset()
})

test.each([
  [{ hosts: ['https://cdn.contoso.com'] }, 'Invalid prompts.hosts: "https://cdn.contoso.com".'],
  ['yes', 'Invalid prompts: "yes".'],
  [null, 'Invalid prompts: null.'],
])('the option prompts: %j is an error', (prompts, message) => {
  expect(() => Reflect.apply(createTenant, undefined, [{ prompts }])).toThrow(message)
})

test('a real clock plays a prompt in real time', async () => {
  const bot = await mediaBot(
    'over a port',
    { clock: 'real' },
    { '/short.wav': wavFile({ milliseconds: 30 }) },
  )
  await bot.play(`${bot.url}/short.wav`)
  await expect.poll(() => bot.received.length).toBe(1)
})
