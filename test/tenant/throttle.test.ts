import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, type TenantOptions } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { some } from '../runs.ts'

const url = `https://graph.microsoft.com/v1.0/communications/calls/${groupCall().id}`

/** A tenant with a clock to set, and what it answers to a token. */
function start(throttle: TenantOptions['throttle']) {
  let time = Date.UTC(2026, 4, 13)
  const tenant = createTenant({ calls: [groupCall()], throttle, now: () => time })
  return {
    tenant,
    pass(milliseconds: number) {
      time += milliseconds
    },
    async ask(token = 'x.y.z') {
      const request = new Request(url, { headers: { Authorization: `Bearer ${token}` } })
      const { status, headers } = await tenant.fetch(request)
      return headers.has('Retry-After') ? `${status}, ${headers.get('Retry-After')} s` : status
    },
  }
}

/** A token as the Microsoft identity platform makes them, without a signature. */
const tokenOf = (claims: object) => `eyJhbGciOiJub25lIn0.${btoa(JSON.stringify(claims))}.${Math.random()}`

describe('throttling', () => {
  test('refuses an app that asks too often, and tells it when to come back', async () => {
    const { ask, pass } = start({ requests: 4, seconds: 10 })
    const seen: (string | number)[] = []
    for (let i = 0; i < 6; i++) seen.push(await ask())
    expect(seen).toEqual([200, 200, 200, 200, '429, 3 s', '429, 3 s'])
    pass(2_000)
    expect(await ask()).toBe('429, 1 s')
    pass(1_000)
    expect([await ask(), await ask()]).toEqual([200, '429, 2 s'])
    pass(60_000)
    expect([await ask(), await ask(), await ask(), await ask(), await ask()]).toEqual([
      200,
      200,
      200,
      200,
      '429, 3 s',
    ])
  })

  test('lets 5,000 pass in 10 s unless said, and all where nothing is said', async () => {
    const usual = start(true)
    for (let i = 0; i < 5_000; i++) expect(await usual.ask()).toBe(200)
    expect(await usual.ask()).toBe('429, 1 s')
    for (const off of some([start(undefined), start(false)], 0)) {
      for (let i = 0; i < 5_001; i++) expect(await off.ask()).toBe(200)
    }
  })

  test('counts each app for itself, whichever its token and tenant', async () => {
    const { ask } = start({ requests: 1, seconds: 10 })
    expect(await ask(tokenOf({ appid: 'one', tid: 'a' }))).toBe(200)
    expect(await ask(tokenOf({ appid: 'one', tid: 'b' }))).toBe('429, 10 s')
    expect(await ask(tokenOf({ azp: 'one' }))).toBe('429, 10 s')
    expect(await ask(tokenOf({ azp: 'two' }))).toBe(200)
    expect(await ask('opaque')).toBe(200)
    expect(await ask('opaque')).toBe('429, 10 s')
    expect(await ask('other')).toBe(200)
    expect(await ask(tokenOf({ appid: 4 }))).toBe(200)
  })

  test('holds for thousands of apps', async () => {
    const { ask, pass } = start({ requests: 1, seconds: 1 })
    for (let i = 0; i < 3_000; i++) {
      expect(await ask(`app-${i}`)).toBe(200)
      pass(0.5)
    }
    expect(await ask('app-2999')).toBe('429, 1 s')
    expect(await ask('app-0')).toBe(200)
  })

  test('begins anew at a reset', async () => {
    const { ask, tenant } = start({ requests: 1 })
    expect([await ask(), await ask()]).toEqual([200, '429, 10 s'])
    tenant.reset()
    expect(await ask()).toBe(200)
  })

  test('survives a clock that goes back', async () => {
    const { ask, pass } = start({ requests: 2, seconds: 2 })
    await ask()
    pass(-60_000)
    expect([await ask(), await ask()]).toEqual([200, '429, 1 s'])
  })

  test.each([
    [{ requests: 0 }, 'requests must be a whole number from 1 on, found 0.'],
    [{ requests: 1.5 }, 'requests must be a whole number from 1 on, found 1.5.'],
    [{ seconds: 0 }, 'seconds must be a number above 0, found 0.'],
    [{ seconds: Infinity }, 'seconds must be a number above 0, found Infinity.'],
  ])('%j is none', (throttle, message) => {
    expect(() => createTenant({ throttle })).toThrow(new TypeError(message))
  })
})
