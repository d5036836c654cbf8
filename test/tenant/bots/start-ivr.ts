import { type Bot, createTenant, type Tenant, type TenantOptions } from 'graph-call-testkit/tenant'
import { onTestFinished } from 'vitest'
import { ivrApp } from '../../consumers/ivr-bot/src/app.ts'
import { configFrom } from '../../consumers/ivr-bot/src/config.ts'
import type { Ivr } from '../../consumers/ivr-bot/src/ivr.ts'
import { listening } from '../listening.ts'

export const tenantId = '4b7c3b8a-1ed5-4969-b8f4-671149918799'
const appId = '9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11'
const secret = 'secret of a test'

export interface RunningIvr {
  readonly tenant: Tenant
  readonly bot: Bot
  readonly ivr: Ivr
  /** Errors of the bot. */
  readonly errors: unknown[]
}

/** Starts the IVR bot, which reaches the tenant over a port with real tokens. */
export async function startIvr(options: TenantOptions = {}): Promise<RunningIvr> {
  const tenant = createTenant({ clock: 'fast', authorization: 'issued', tenantId, ...options })
  const service = await tenant.listen()
  onTestFinished(() => service.close())
  const errors: unknown[] = []
  let ivr: Ivr | undefined
  const url = await listening((botUrl) => {
    const config = configFrom({
      BOT_APP_ID: appId,
      BOT_APP_SECRET: secret,
      BOT_TENANT_ID: tenantId,
      BOT_URL: botUrl,
      GRAPH_URL: service.url,
      AUTHORITY: service.url,
      OPENID_CONFIGURATION: `${service.url}/v1/.well-known/OpenIdConfiguration`,
      OPERATOR_ID: tenant.person('Operator').id,
    })
    const started = ivrApp(config, (error) => errors.push(error))
    ivr = started.ivr
    return started.app
  })
  const bot = tenant.registerBot({ appId, secret, tenantId, callbackUri: `${url}/api/calls` })
  if (!ivr) throw new Error('The bot has not started.')
  return { tenant, bot, ivr, errors }
}
