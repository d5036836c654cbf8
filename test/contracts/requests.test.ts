import { readdir } from 'node:fs/promises'
import { Agent, get as httpGet } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { type InteractionContext, RequestMismatchError } from 'graph-call-testkit/contracts'
import { fixtures } from 'graph-call-testkit/fixtures'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runs } from '../runs.ts'
import { temporaryFolder } from './committed.ts'
import { define } from './define.ts'

type Context = Pick<InteractionContext<'group', unknown>, 'baseUrl' | 'fetch' | 'token' | 'callId'>
type Send = (context: Context, id?: string) => Promise<unknown>

/** Clients of different kinds. Each one requests a call, and waits for the response. */
const clients: Readonly<Record<string, Send>> = {
  'fetch of the context': async ({ fetch, token, callId }, id = callId) => {
    const headers = { Authorization: `Bearer ${token}` }
    return (await fetch(`https://graph.microsoft.com/v1.0/communications/calls/${id}`, { headers })).text()
  },
  'fetch of the context, with the base URL': async ({ baseUrl, fetch, token, callId }, id = callId) => {
    const headers = { Authorization: `Bearer ${token}` }
    return (await fetch(`${baseUrl}/v1.0/communications/calls/${id}`, { headers })).text()
  },
  'global fetch': async ({ baseUrl, token, callId }, id = callId) => {
    const headers = { Authorization: `Bearer ${token}` }
    return (await fetch(`${baseUrl}/v1.0/communications/calls/${id}`, { headers })).text()
  },
  'node:http': (context, id) => sendByHttp(context, id),
  'node:http, by the name localhost': ({ baseUrl, ...context }, id) =>
    sendByHttp({ ...context, baseUrl: baseUrl.replace('127.0.0.1', 'localhost') }, id),
}

function sendByHttp({ baseUrl, token, callId }: Context, id = callId, agent?: Agent): Promise<unknown> {
  const url = new URL(`${baseUrl}/v1.0/communications/calls/${id}`)
  const headers = { Authorization: `Bearer ${token}` }
  return new Promise((resolve, reject) => {
    httpGet(url, { headers, ...(agent && { agent }) }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode))
    }).once('error', reject)
  })
}

/** Defines a contract with one interaction, and returns the error of its run. */
async function errorOf(send: (context: Context) => unknown) {
  const dir = await temporaryFolder()
  const contract = define(dir, ['group'], { warn: () => {} })
  const error: unknown = await contract
    .interaction('group')
    .run(send)
    .then(
      () => undefined,
      (reason: unknown) => reason,
    )
  // Whatever fails writes neither a pact nor a result.
  const results = (await readdir(dir, { recursive: true })).filter((file) => /\.json$|\d\.staged$/.test(file))
  expect(results).toHaveLength(error === undefined ? 2 : 0)
  return error
}

const callId = fixtures.group.body.id

describe.each(Object.entries(clients))('a client with %s', (_, send) => {
  test.each([
    ['a lost id', `${undefined}`],
    ['an object for an id', `${{}}`],
    ['no id', ''],
    ['the id of another call', 'f7d0e3b6-0000-4000-8000-000000000000'],
    ['the id in upper case', callId.toUpperCase()],
    ['the id with a space', `${callId}%20`],
    ['a part of the id', callId.slice(1)],
    ['an id with an invalid encoding', 'a%ZZ'],
    ['the id as an encoded path', `${callId}%2F`],
  ])('must not request %s', async (_, id) => {
    const error = await errorOf((context) => send(context, id.replaceAll(' ', '%20')))
    expect(error).toBeInstanceOf(RequestMismatchError)
    const requestedId = id === 'a%ZZ' ? id : decodeURIComponent(id)
    expect(error).toMatchObject({ requestedId, expectedId: callId })
    expect(error).toMatchObject({
      message: expect.stringContaining(`It requested the call "${requestedId}" instead of "${callId}".`),
    })
  })

  test('may encode the id', async () => {
    const encoded = [...callId].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('')
    expect(await errorOf((context) => send(context, encoded))).toBeUndefined()
    expect(await errorOf((context) => send(context, callId.replace('-', '%2D')))).toBeUndefined()
  })

  test.each([
    ['a slash after the id', () => `${callId}/`],
    ['a part of the call', () => `${callId}/participants`],
  ])('must not request %s', async (_, id) => {
    const error = await errorOf((context) => send(context, id()))
    expect(error).toBeInstanceOf(RequestMismatchError)
    expect(error).toMatchObject({ requestedId: undefined, expectedId: undefined })
  })

  test('must not request another call after the right one, or before it', async () => {
    const both = [callId, 'undefined']
    for (const ids of [both, both.toReversed()]) {
      const error = await errorOf(async (context) => {
        for (const id of ids) await send(context, id)
      })
      expect(error).toMatchObject({ name: 'RequestMismatchError', requestedId: 'undefined' })
    }
  })

  test('must not ignore that its second request does not match', async () => {
    const error = await errorOf(async (context) => {
      await send(context)
      await send(context, `${callId}?$select=id`)
    })
    expect(error).toMatchObject({
      mismatches: expect.arrayContaining(["Unexpected query parameter '$select' received"]),
    })
  })

  test('must await its request', async () => {
    for (let time = 0; time < runs(3, 100); time += 1) {
      const error = await errorOf((context) => {
        send(context).catch(() => {})
      })
      expect(error).toBeInstanceOf(RequestMismatchError)
      expect(error).toMatchObject({ message: expect.stringMatching(/[Aa]dd the missing await, or return/) })
    }
  })

  test('must await every request', async () => {
    for (let time = 0; time < runs(3, 100); time += 1) {
      const error = await errorOf(async (context) => {
        await send(context)
        send(context).catch(() => {})
      })
      expect(error).toMatchObject({
        name: 'RequestMismatchError',
        message: `The consumer did not await a request for a call (group):\n- GET /v1.0/communications/calls/${callId} had no response when the test function returned. Add the missing await, or return the promise.`,
      })
    }
  })

  test('may send several requests at once', async () => {
    const send5 = (context: Context) => Promise.all([1, 2, 3, 4, 5].map(() => send(context)))
    expect(await errorOf(send5)).toBeUndefined()
  })
})

describe('a client', () => {
  test('must not request the call as an OData key', async () => {
    const request = (key: string) =>
      errorOf(({ baseUrl }) => fetch(`${baseUrl}/v1.0/communications/calls('${key}')`))
    expect(await request('undefined')).toMatchObject({ requestedId: 'undefined', expectedId: callId })
    const error = await request(callId)
    expect(error).toBeInstanceOf(RequestMismatchError)
    expect(error).toMatchObject({ requestedId: undefined, expectedId: undefined })
  })

  test('must not end before a response that it lost in a race', async () => {
    const error = await errorOf((context) => Promise.race([sendByHttp(context), Promise.resolve()]))
    expect(error).toMatchObject({ message: expect.stringContaining('did not await') })
  })

  test('that sends its request after the test function gets an error that says so', async () => {
    const error = await errorOf((context) => {
      setTimeout(50)
        .then(() => sendByHttp(context))
        .catch(() => {})
    })
    expect(error).toMatchObject({
      message: expect.stringMatching(
        /No request arrived before the test function returned\. .*missing await/,
      ),
    })
  })

  test('may abort a request and send it again', async () => {
    expect(
      await errorOf(async ({ baseUrl, ...context }) => {
        const aborted = fetch(`${baseUrl}/v1.0/communications/calls/${callId}`, {
          headers: { Authorization: 'Bearer any' },
          signal: AbortSignal.abort(),
        })
        await expect(aborted).rejects.toThrow(/abort/)
        await sendByHttp({ baseUrl, ...context })
      }),
    ).toBeUndefined()
  })

  test('may keep its connection open', async () => {
    const agent = new Agent({ keepAlive: true })
    onTestFinished(() => agent.destroy())
    expect(await errorOf((context) => sendByHttp(context, callId, agent))).toBeUndefined()
  })

  test('gets the same status, headers and body with and without the network', async () => {
    const responses: unknown[] = []
    await errorOf(async (context) => {
      const headers = { Authorization: `Bearer ${context.token}` }
      for (const send of [fetch, context.fetch]) {
        const response = await send(`${context.baseUrl}/v1.0/communications/calls/${callId}`, { headers })
        const { date, connection, 'keep-alive': _, ...received } = Object.fromEntries(response.headers)
        responses.push([response.status, received, await response.json()])
      }
    })
    expect(responses[0]).toEqual(responses[1])
    expect(responses[0]).toMatchObject([
      200,
      { 'content-type': 'application/json' },
      { state: 'established' },
    ])
  })

  test('can abort a request with the fetch of the context', async () => {
    const error = await errorOf(({ fetch, baseUrl }) => {
      const controller = new AbortController()
      const sent = fetch(`${baseUrl}/v1.0/communications/calls/${callId}`, { signal: controller.signal })
      controller.abort(new RangeError('too slow'))
      return sent
    })
    expect(error).toEqual(new RangeError('too slow'))
  })
})

describe.each(Object.entries(clients))('a lost token: %s', (_name, send) => {
  test.each(['undefined', 'null'])('rejects "Bearer %s"', async (token) => {
    const error = await errorOf((context) => send({ ...context, token }))
    expect(error).toBeInstanceOf(RequestMismatchError)
    expect(error).toHaveProperty(
      'message',
      expect.stringContaining(`It sent the token "${token}" instead of a real one.`),
    )
  })
})

test('accepts a token that contains the text of a missing value', async () => {
  expect(
    await errorOf((context) => clients['global fetch']?.({ ...context, token: 'undefined-behavior' })),
  ).toBeUndefined()
})
