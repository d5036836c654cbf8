import { createTenant, type Tenant, type TenantOptions } from 'graph-call-testkit/tenant'
import { describe, expect, test, vi } from 'vitest'
import type { AlertBot } from '../../consumers/alert-bot/src/alert.ts'
import { alertApp } from '../../consumers/alert-bot/src/app.ts'
import { listening } from '../listening.ts'

const tenantId = '4b7c3b8a-1ed5-4969-b8f4-671149918799'

async function startAlertBot(options: TenantOptions = {}) {
  const tenant = createTenant({ clock: 'fast', ...options })
  const errors: unknown[] = []
  let bot: AlertBot | undefined
  await listening((botUrl) => {
    const config = {
      botUrl,
      tenantId,
      getToken: async () => 'any',
      fetch: (url: RequestInfo | URL, init?: RequestInit) => tenant.fetch(new Request(url, init)),
    }
    const started = alertApp(config, (error) => errors.push(error))
    bot = started.bot
    return started.app
  })
  if (!bot) throw new Error('The bot has not started.')
  return { tenant, bot, errors }
}

/** Number of requests for an action. */
function requestsFor(tenant: Tenant, callId: string, path: string): number {
  return tenant.call(callId).timeline.filter((entry) => entry.kind === 'request' && entry.path === path)
    .length
}

describe('the alert bot', () => {
  test('gets an acknowledgement, confirms it, and hangs up', async () => {
    const { tenant, bot, errors } = await startAlertBot()
    const lee = tenant.person('Lee Ash', { script: [{ does: 'presses', keys: '1', when: 'promptStarts' }] })
    const outcome = bot.alert(lee.id)
    const { id } = await lee.rings()
    expect(await outcome).toBe('acknowledged')
    expect(errors).toEqual([])
    // The alert and the confirmation, although `established` came several times.
    expect(requestsFor(tenant, id, '/playPrompt')).toBe(2)
  })

  test('knows that somebody has heard the alert without an acknowledgement', async () => {
    const { tenant, bot, errors } = await startAlertBot()
    const script = [{ does: 'hangsUp', when: 'promptEnds', after: { seconds: 1 } }] as const
    expect(await bot.alert(tenant.person('Lee Ash', { script }).id)).toBe('heard')
    expect(errors).toEqual([])
  })

  test.each([
    ['declines', { declines: true }],
    ['is busy', { busy: true }],
    ['is unreachable', { unreachable: true }],
  ] as const)('knows that a person who %s does not answer', async (_what, options) => {
    const { tenant, bot } = await startAlertBot()
    expect(await bot.alert(tenant.person('Lee Ash', options).id)).toBe('no answer')
  })

  test('knows that nobody answers within a minute', async () => {
    const { tenant, bot } = await startAlertBot({ clock: 'manual' })
    const lee = tenant.person('Lee Ash', { answers: false })
    const outcome = bot.alert(lee.id)
    await vi.waitFor(() => expect(tenant.requests).toHaveLength(1))
    tenant.clock.advance({ seconds: 61 })
    expect(await outcome).toBe('no answer')
  })
})
