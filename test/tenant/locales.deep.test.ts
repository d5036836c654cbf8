import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'

/** Prints the responses of a tenant, its request log, and its snapshot. Generates calls, errors and notifications. */
const script = `
  import { fixtures } from 'graph-call-testkit/fixtures'
  import { createTenant, syntheticId } from 'graph-call-testkit/tenant'
  const posted = []
  const fetch = async (url, { body }) => (posted.push(String(url), body), new Response())
  const tenant = createTenant({ synthetic: 42, now: () => Date.UTC(2026, 6, 1, 23, 59, 59) })
  const notifications = tenant.notify({ fetch, hosts: ['bot.contoso.com'] })
  for (const { status, body } of Object.values(fixtures)) if (status === 200) tenant.addCall(body)
  tenant.addCall({ id: 'Iİıi', state: 'incoming', callbackUri: 'https://bot.contoso.com/' })
  const ids = ['Iİıi', 'IIII', ...Array.from({ length: 200 }, (_, number) => syntheticId({ number }))]
  const full = 'application/json;odata.metadata=full;IEEE754Compatible=true'
  for (const id of ids) {
    for (const [method, query, accept] of [['GET', '', '*/*'], ['GET', '?$expand=*', full], ['GET', '?$SELECT=ID', ''], ['DELETE', '', '']]) {
      const url = 'https://graph.microsoft.com/V1.0/COMMUNICATIONS/CALLS/' + encodeURIComponent(id) + query
      const response = await tenant.fetch(new Request(url, { method, headers: { Authorization: 'BEARER any', accept } }))
      console.log(response.status, JSON.stringify([...response.headers]), await response.text())
    }
  }
  await notifications.settled()
  console.log(JSON.stringify([tenant.requests, tenant.unmatched, tenant.snapshot(), notifications.deliveries, posted]))
`

async function outputIn(locale: string, zone: string): Promise<string> {
  const node = [
    ...['--conditions', 'graph-call-testkit-source', '--import', 'tsx'],
    ...['--input-type', 'module', '--eval', script],
  ]
  const child = spawn(process.execPath, node, {
    env: { ...process.env, LANG: locale, LC_ALL: locale, TZ: zone },
  })
  const [out, err] = await Promise.all([child.stdout.toArray(), child.stderr.toArray()])
  expect(err.join('')).toBe('')
  return Buffer.concat(out).toString()
}

test('a tenant returns the same bytes in every locale and time zone', async () => {
  const expected = await outputIn('C', 'UTC')
  expect(expected.length).toBeGreaterThan(1_000_000)
  for (const [locale, zone] of [
    ['tr_TR.UTF-8', 'Europe/Istanbul'],
    ['ar_EG.UTF-8', 'Africa/Cairo'],
    ['th_TH.UTF-8', 'Asia/Kathmandu'],
    ['lt_LT.UTF-8', 'Pacific/Apia'],
    ['de_DE.ISO-8859-1', 'America/St_Johns'],
  ] as const) {
    expect(await outputIn(locale, zone)).toBe(expected)
  }
})
