import { readCall } from 'graph-call-testkit'
import { lifecyclesOf, scenarioOf } from 'graph-call-testkit/capture'
import { createTenant } from 'graph-call-testkit/tenant'

export const tenant = createTenant({ calls: [readCall({ state: 'established' })] })
export const { clock, requests } = tenant
export const copy = { ...tenant }
export const stored = tenant.call('2e1a')
export const calls = tenant
  .person('Mira Holm')
  .calls({ appId: 'bot', callbackUri: '', tenantId: '', displayName: '', isRecorder: false })
export const recorded = [lifecyclesOf({}), scenarioOf({})]
