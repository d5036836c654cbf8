import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, type RegisteredApp, type Tenant, type TenantOptions } from 'graph-call-testkit/tenant'
import { describe, expect, test, vi } from 'vitest'

const appId = 'a9910001-0000-4000-a000-000000000001'
const home = '7e4a0002-0000-4000-a000-000000000002'
const callUrl = `https://graph.microsoft.com/v1.0/communications/calls/${groupCall().id}`

async function tokenFrom(tenant: Tenant, path = 'common', client = appId): Promise<string> {
  const form = { client_id: client, client_secret: 'x', grant_type: 'client_credentials' }
  const response = await tenant.fetch(
    new Request(`https://login.microsoftonline.com/${path}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...form, scope: 'https://graph.microsoft.com/.default' }),
    }),
  )
  const { access_token: token } = await response.json()
  return token
}

function tenantWith(options: TenantOptions = {}): Tenant {
  return createTenant({ calls: [groupCall()], ...options })
}

async function statusWith(tenant: Tenant, token: string): Promise<string> {
  const response = await tenant.fetch(new Request(callUrl, { headers: { Authorization: `Bearer ${token}` } }))
  if (response.ok) return '200'
  const { error } = await response.json()
  return `${response.status}/${error.code}`
}

describe('a tenant accepts', () => {
  test('every token by default', async () => {
    expect(await statusWith(tenantWith(), 'any')).toBe('200')
    expect(await statusWith(tenantWith({ apps: [{ appId }] }), 'any')).toBe('200')
  })

  test('the tokens that it has issued, and those of another process with the same options', async () => {
    const options: TenantOptions = { authorization: 'issued', apps: [{ appId }] }
    const tenant = tenantWith(options)
    const token = await tokenFrom(tenant)
    expect(await statusWith(tenant, token)).toBe('200')
    expect(await statusWith(tenantWith(options), token)).toBe('200')
    const restored = tenantWith(options)
    restored.restore(tenant.snapshot())
    expect(await statusWith(restored, token)).toBe('200')
  })
})

describe("authorization: 'issued' rejects", () => {
  test.each([
    ['text', () => 'any'],
    ['a token of Microsoft', () => `${btoa('{"alg":"RS256","kid":"x"}')}.${btoa('{"appid":"x"}')}.x`],
    ['claims that were changed', (token: string) => withClaim(token, 'roles', ['Calls.Initiate.All'])],
    ['a token without its signature', (token: string) => token.split('.').slice(0, 2).join('.')],
  ])('%s', async (_name, change) => {
    const tenant = tenantWith({
      authorization: 'issued',
      apps: [{ appId, roles: ['Calls.AccessMedia.All'] }],
    })
    const token = await tokenFrom(tenant)
    expect(await statusWith(tenant, token)).toBe('200')
    expect(await statusWith(tenant, change(token))).toBe('401/InvalidAuthenticationToken')
  })

  test('an unknown value of the option', () => {
    const wrong: TenantOptions = JSON.parse('{"authorization":"all"}')
    expect(() => createTenant(wrong)).toThrow('Invalid authorization: "all". Expected one of any, issued.')
  })
})

describe('a token that was issued', () => {
  test('expires by the real clock', async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 4, 1), toFake: ['Date'] })
    try {
      const tenant = tenantWith({ apps: [{ appId }] })
      const token = await tokenFrom(tenant)
      vi.setSystemTime(Date.UTC(2026, 4, 1, 0, 59, 58))
      expect(await statusWith(tenant, token)).toBe('200')
      vi.setSystemTime(Date.UTC(2026, 4, 1, 1))
      expect(await statusWith(tenant, token)).toBe('401/InvalidAuthenticationToken')
    } finally {
      vi.useRealTimers()
    }
  })

  test('does not expire if the test moves the clock, because the libraries of the bot keep it', async () => {
    for (const clock of ['real', 'manual'] as const) {
      const tenant = tenantWith({ clock, apps: [{ appId }] })
      const token = await tokenFrom(tenant)
      tenant.clock.advance({ hours: 8 })
      expect(await statusWith(tenant, token)).toBe('200')
    }
  })

  test.each<[name: string, app: RegisteredApp, path: string, status: string]>([
    ['of the tenant is accepted', { appId }, 'common', '200'],
    ['of another tenant gets 7505', { appId, tenantId: home }, 'common', '403/7505'],
    ['of another tenant by its id gets 7505', { appId, tenantId: home }, home, '403/7505'],
    ['of an app of another tenant for this one is accepted', { appId, tenantId: home }, 'contoso.com', '200'],
    ['of an app without permissions gets 7504', { appId, roles: [] }, 'common', '403/7504'],
    ['of an app with other permissions gets 7504', { appId, roles: ['User.Read.All'] }, 'common', '403/7504'],
  ])('%s', async (_name, app, path, status) => {
    const tenant = tenantWith({ apps: [app] })
    expect(await statusWith(tenant, await tokenFrom(tenant, path))).toBe(status)
  })

  const user = { identity: { user: { id: 'c1' } } }
  const media = { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' }
  const blob = { '@odata.type': '#microsoft.graph.appHostedMediaConfig', blob: '<x>' }
  const join = {
    chatInfo: { threadId: '19:meeting@thread.v2', messageId: '0' },
    meetingInfo: {
      '@odata.type': '#microsoft.graph.organizerMeetingInfo',
      organizer: user.identity,
      token: 'x',
      joinMeetingId: '1',
    },
  }
  test.each([
    ['a call to a person', { targets: [user] }, media, ['Calls.Initiate.All']],
    ['a group call', { targets: [user, user] }, media, ['Calls.InitiateGroupCall.All']],
    ['a meeting', join, media, ['Calls.JoinGroupCall.All']],
    ['a meeting as a guest', join, media, ['Calls.JoinGroupCallAsGuest.All']],
    ['media of its own', { targets: [user] }, blob, ['Calls.Initiate.All', 'Calls.AccessMedia.All']],
  ])('needs the permissions for %s', async (_name, target, mediaConfig, roles) => {
    const create = async (granted: readonly string[]) => {
      const tenant = tenantWith({ apps: [{ appId, roles: granted }] })
      const body = {
        callbackUri: 'https://127.0.0.1/calls',
        requestedModalities: ['audio'],
        mediaConfig,
        ...target,
      }
      const response = await tenant.fetch(
        new Request('https://graph.microsoft.com/v1.0/communications/calls', {
          method: 'POST',
          headers: { Authorization: `Bearer ${await tokenFrom(tenant)}`, 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      )
      const { error } = await response.json()
      return error ? `${error.code} ${error.message}` : String(response.status)
    }
    expect(await create(roles)).toBe('201')
    for (const missing of roles) {
      expect(await create(['Calls.Other', ...roles.filter((role) => role !== missing)])).toMatch(
        /^7504 Insufficient enterprise tenant permissions/,
      )
    }
  })
})

/** Changes a claim of a token without a new signature. */
function withClaim(token: string, name: string, value: unknown): string {
  const [header = '', claims = '', signature = ''] = token.split('.')
  const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), [name]: value }
  return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.')
}
