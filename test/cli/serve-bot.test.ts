import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createTenant } from 'graph-call-testkit/tenant'
import { expect, onTestFinished, test } from 'vitest'
import { runCommand } from './run-command.ts'

const appId = '9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11'
const callbackUri = 'http://127.0.0.1:3978/api/calls'
const { tenantId } = createTenant().registerBot({ appId, callbackUri })
const ivr = fileURLToPath(new URL('../consumers/ivr-bot/src/main.ts', import.meta.url))

async function serve(...argv: string[]) {
  const terminal = runCommand('serve', ...argv)
  onTestFinished(async () => {
    terminal.stop()
    await terminal.exit
  })
  const url = /https?:\/\/[^\s"]+/.exec(await terminal.firstLine())?.[0] ?? ''
  return {
    ...terminal,
    url,
    /** Lets a person act. */
    async act(step: unknown, method = 'POST') {
      const body = typeof step === 'string' ? step : JSON.stringify(step)
      const response = await fetch(`${url}/_testkit/people`, { method, ...(method === 'POST' && { body }) })
      return { status: response.status, ...(await response.json()) }
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** Starts the IVR bot in its own process, and waits until it listens. */
async function startIvr(port: number, serviceUrl: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', ivr], {
    env: {
      ...process.env,
      PORT: String(port),
      BOT_APP_ID: appId,
      BOT_APP_SECRET: 'secret of a test',
      BOT_TENANT_ID: tenantId,
      BOT_URL: `http://127.0.0.1:${port}`,
      GRAPH_URL: serviceUrl,
      AUTHORITY: serviceUrl,
      OPENID_CONFIGURATION: `${serviceUrl}/v1/.well-known/OpenIdConfiguration`,
      OPERATOR_ID: '05e40000-0000-4000-8000-000000000009',
    },
    stdio: 'ignore',
  })
  onTestFinished(async () => {
    child.kill()
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  })
  while (child.exitCode === null) {
    const isListening = await fetch(`http://127.0.0.1:${port}/audio/menu.wav`).then(
      (response) => response.ok,
      () => false,
    )
    if (isListening) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The bot has not started.')
}

test('--bot: people call a bot in another process, press keys, and hang up', {
  timeout: 60_000,
}, async () => {
  const port = await freePort()
  const { url, act, out, err } = await serve('--bot', `${appId}=http://127.0.0.1:${port}/api/calls`)
  await startIvr(port, url)
  const { status, callId } = await act({ person: 'Mira Holm', does: 'calls' })
  expect(status).toBe(200)
  expect(await act({ person: 'Mira Holm', does: 'presses', keys: '1' })).toEqual({ status: 200 })
  expect(await act({ person: 'Mira Holm', does: 'hangsUp' })).toEqual({ status: 200 })
  const requests = out()
  for (const path of ['answer', 'subscribeToTone', 'playPrompt'])
    expect(requests).toContain(`${callId}/${path}`)
  const call = await fetch(`${url}/v1.0/communications/calls/${callId}`, {
    headers: { Authorization: 'Bearer any' },
  })
  expect(await call.json()).toMatchObject({ state: 'terminated', resultInfo: { code: 200, subcode: 5002 } })
  expect(err()).toBe('')
})

test('a bot that does not respond is reported once', async () => {
  const port = await freePort()
  const { act, err } = await serve('--bot', `${appId}=http://127.0.0.1:${port}/api/calls`)
  expect(await act({ person: 'Mira Holm', does: 'calls' })).toMatchObject({ state: 'terminated' })
  await act({ person: 'Mira Holm', does: 'calls' })
  expect(err().replaceAll(String(port), 'PORT')).toMatchInlineSnapshot(`
    "A notification was not delivered to http://127.0.0.1:PORT/api/calls: fetch failed: connect ECONNREFUSED 127.0.0.1:PORT
    "
  `)
})

test('a step that is not valid gets 400 with a reason', async () => {
  const { act } = await serve('--bot', `${appId}=${callbackUri}`)
  const errors = [
    await act('no JSON'),
    await act({ does: 'calls' }),
    await act({ person: 'Mira Holm', does: 'sings' }),
    await act({ person: 'Mira Holm', does: 'presses', keys: 'x' }),
    await act({ person: 'Mira Holm', does: 'calls', bot: 'another' }),
    await act({ person: 'Mira Holm', does: 'mutes' }),
    await act({ person: 'Mira Holm', does: 'calls', after: { seconds: 5 } }),
    await act({ person: 'Mira Holm', does: 'hangsUp', when: 'promptEnds' }),
  ]
  expect(errors.map(({ status }) => status)).toEqual(errors.map(() => 400))
  expect(errors.map(({ error }) => error)).toMatchInlineSnapshot(`
    [
      "Invalid body. Expected JSON such as {"person":"Mira Holm","does":"calls"}.",
      "Invalid name: undefined. Expected the name of a person.",
      "Invalid step.does: "sings". Expected one of answers, declines, hangsUp, mutes, unmutes, sharesScreen, stopsSharing, calls, presses, speaks, transfers. Nearest: hangsUp.",
      "Invalid keys: "x". Expected keys of a phone: 0 to 9, *, #, and A to D.",
      "Unknown bot: "another". Start serve with --bot APPID=URL.",
      "Mira Holm cannot mute: Mira Holm is not in a call. Start one with calls(bot), or wait for one with rings().",
      "Unknown property: after. A step happens when you send it, so send it later.",
      "Unknown property: when. A step happens when you send it, so send it later.",
    ]
  `)
  expect((await act({}, 'GET')).status).toBe(405)
})

test('without --bot, the path of people does not exist', async () => {
  const { url } = await serve()
  expect((await fetch(`${url}/_testkit/people`, { method: 'POST', body: '{}' })).status).toBe(401)
})

test.each(['', appId, `${appId}=`, `=${callbackUri}`, `${appId}=ftp://x`, `${appId}=text`])(
  '--bot %j is rejected',
  async (text) => {
    const { exit, err, out } = runCommand('serve', '--bot', text)
    expect(await exit).toBe(2)
    expect(err()).toContain('Expected an application ID and an http or https URL')
    expect(out()).toBe('')
  },
)
