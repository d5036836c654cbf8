import { describe, expect, test, vi } from 'vitest'
import { readyResponse } from '../../../src/tenant/hosts/ready-response.ts'

const texts = ['{"state":"established"}', 'plain', 'ø 👩‍👩‍👧', '"\ud83d"', '{}']
const init = { status: 404, headers: { 'Content-Type': 'application/json', 'request-id': '1' } }

type Use = (response: Response) => unknown

/** Uses of a response, alone and one after another. */
const uses: Readonly<Record<string, Use>> = {
  text: (response) => response.text(),
  json: (response) => response.json(),
  arrayBuffer: async (response) => [...new Uint8Array(await response.arrayBuffer())],
  blob: async (response) => (await response.blob()).text(),
  clone: (response) => response.clone().text(),
  'clone and change headers': (response) => {
    const copy = response.clone()
    copy.headers.set('request-id', '2')
    return [response.headers.get('request-id'), copy.headers.get('request-id'), copy.status]
  },
  body: async (response) => response.body && (await new Response(response.body).text()),
  // Without await: after clone(), it waits until the copy is canceled, too.
  'cancel body': (response) => void response.body?.cancel().catch(() => {}),
  reader: async (response) => (await response.body?.getReader().read())?.value?.length,
  copy: (response) => new Response(response.body, response).text(),
  bodyUsed: (response) => response.bodyUsed,
  locked: (response) => response.body?.locked,
  headers: (response) => [...response.headers],
  status: ({ status, ok, statusText, type, url, redirected }) => [
    status,
    ok,
    statusText,
    type,
    url,
    redirected,
  ],
  instance: (response) => [response instanceof Response, Object.prototype.toString.call(response)],
}

async function outcomeOf(use: Use, response: Response): Promise<unknown> {
  try {
    return { returned: await use(response) }
  } catch (error) {
    return { threw: error instanceof Error ? error.name : error }
  }
}

const names = Object.keys(uses)
const pairs = names.flatMap((first) => names.map((second) => [first, second] as const))

describe.each(texts)('a ready response with the text %j', (text) => {
  test.each(pairs)('is used as a Response: %s, then %s', async (first, second) => {
    const outcomes = async (response: Response) => {
      const results = []
      for (const name of [first, second, 'bodyUsed', 'headers']) {
        const use = uses[name]
        if (use) results.push(await outcomeOf(use, response))
      }
      return results
    }
    expect(await outcomes(readyResponse(text, init))).toEqual(await outcomes(new Response(text, init)))
  })
})

test('a ready response is an instance of the current global Response', () => {
  const before = readyResponse('', init)
  vi.stubGlobal('Response', class extends Response {})
  expect(readyResponse('', init)).toBeInstanceOf(Response)
  expect(before).not.toBeInstanceOf(Response)
  vi.unstubAllGlobals()
  expect(readyResponse('', init).constructor).not.toBe(before.constructor)
  expect(before).toBeInstanceOf(Response)
})

// happy-dom and polyfills do this.
test('a ready response has headers if the global Response sets them on each response', async () => {
  class OwnHeaders extends Blob {
    readonly headers: Headers
    constructor(body: BodyInit | null, init: ResponseInit) {
      super([String(body)])
      this.headers = new Headers(init.headers)
    }
  }
  vi.stubGlobal('Response', OwnHeaders)
  const response = readyResponse('text', init)
  vi.unstubAllGlobals()
  expect([...response.headers]).toEqual([...new Response('text', init).headers])
  expect(await response.text()).toBe('text')
})
