import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { ClientSecretCredential } from '@azure/identity'
import { ConfidentialClientApplication } from '@azure/msal-node'
import { groupCall } from 'graph-call-testkit/fixtures'
import { callHandlers } from 'graph-call-testkit/msw'
import { createTenant, graphFetch, type Tenant, type TenantOptions } from 'graph-call-testkit/tenant'
import { setupServer } from 'msw/node'
import { describe, expect, onTestFinished, test } from 'vitest'

const run = promisify(execFile)
const bot = fileURLToPath(new URL('clients/bot.mjs', import.meta.url))

const tenantId = '7e4a0001-0000-4000-a000-000000000001'
const appId = 'a9910001-0000-4000-a000-000000000001'
const secret = 'secret of the test'
const scope = 'https://graph.microsoft.com/.default'

/** Runs a bot in a process that trusts the authority of a server. */
async function runBot(options: TenantOptions, usedSecret = secret) {
  const tenant = createTenant({ calls: [groupCall()], authorization: 'issued', tenantId, ...options })
  const server = await tenant.listen({ tls: 'self-signed' })
  const directory = await mkdtemp(join(tmpdir(), 'graph-call-testkit-ca-'))
  onTestFinished(async () => {
    await server.close()
    await rm(directory, { recursive: true })
  })
  const ca = join(directory, 'ca.pem')
  await writeFile(ca, server.ca ?? '')
  const origin = server.url.replace('127.0.0.1', 'localhost')
  const { stdout } = await run(process.execPath, [bot, origin, tenantId, appId, usedSecret, groupCall().id], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: ca, NODE_OPTIONS: '' },
  })
  const states: Record<string, string> = JSON.parse(stdout)
  return { tenant, states }
}

describe("MSAL and @azure/identity get a token from listen({ tls: 'self-signed' }), and graph-client uses it", () => {
  test('with a secret, and with an assertion', async () => {
    const { tenant, states } = await runBot({ apps: [{ appId, secret }] })
    expect(states).toEqual({ msal: 'established', azure: 'established', assertion: 'established' })
    expect(tenant.requests.filter(({ path }) => path.endsWith('/token'))).toHaveLength(3)
  })

  test('and they report the error of a wrong secret', async () => {
    const { states } = await runBot({ apps: [{ appId, secret }] }, 'wrong')
    const wrong = expect.stringContaining('AADSTS7000215')
    expect(states).toEqual({ msal: wrong, azure: wrong, assertion: 'established' })
  })
})

/** Gets a token of MSAL for Microsoft's own authority. */
async function tokenOfMsal(system: object = {}): Promise<string | undefined> {
  const auth = {
    clientId: appId,
    clientSecret: secret,
    authority: `https://login.microsoftonline.com/${tenantId}`,
  }
  const client = new ConfidentialClientApplication({ auth, system })
  const result = await client.acquireTokenByClientCredential({ scopes: [scope] })
  return result?.accessToken
}

async function isAccepted(tenant: Tenant, token: string | undefined): Promise<boolean> {
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${groupCall().id}`
  const response = await graphFetch(tenant)(url, { headers: { Authorization: `Bearer ${token}` } })
  return response.ok
}

describe('without a server', () => {
  const options: TenantOptions = {
    calls: [groupCall()],
    authorization: 'issued',
    tenantId,
    apps: [{ appId, secret }],
  }

  test('MSAL gets a token through MSW, with the authority of production', async () => {
    const tenant = createTenant(options)
    const server = setupServer(...callHandlers(tenant))
    server.listen({ onUnhandledRequest: 'error' })
    onTestFinished(() => server.close())
    expect(await isAccepted(tenant, await tokenOfMsal())).toBe(true)
  })

  test('@azure/identity gets a token through MSW, with the authority of production', async () => {
    const tenant = createTenant(options)
    const server = setupServer(...callHandlers(tenant))
    server.listen({ onUnhandledRequest: 'error' })
    onTestFinished(() => server.close())
    const { token } = await new ClientSecretCredential(tenantId, appId, secret).getToken(scope)
    expect(await isAccepted(tenant, token)).toBe(true)
  })

  test('MSAL gets a token through graphFetch', async () => {
    const tenant = createTenant(options)
    const fetch = graphFetch(tenant)
    const send = async (url: string, init: RequestInit) => {
      const response = await fetch(url, init)
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.json(),
      }
    }
    const networkClient = {
      sendGetRequestAsync: (url: string, init: RequestInit = {}) => send(url, { ...init, method: 'GET' }),
      sendPostRequestAsync: (url: string, init: RequestInit = {}) => send(url, { ...init, method: 'POST' }),
    }
    expect(await isAccepted(tenant, await tokenOfMsal({ networkClient }))).toBe(true)
  })
})
