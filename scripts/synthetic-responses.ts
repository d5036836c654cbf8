import { createHash } from 'node:crypto'
import { createTenant, syntheticId } from '../src/tenant/index.ts'

/**
 * Returns the status and the SHA-256 of the body of synthetic responses, by seed and call id. `npm run generate` writes the
 * result to test/tenant/synthetic-responses.json, and a test compares it.
 */
export async function syntheticResponses(): Promise<Record<string, string>> {
  const responses: Record<string, string> = {}
  for (const seed of [0, 42, -1]) {
    const tenant = createTenant({
      synthetic: { seed, ended: 0.1, forbidden: 0.1, throttled: 0.1 },
      now: () => Date.UTC(2026, 4, 13, 8, 12, 19),
    })
    for (const id of ids) {
      const url = `https://graph.microsoft.com/v1.0/communications/calls/${encodeURIComponent(id)}?$expand=*`
      const request = new Request(url, { headers: { Authorization: 'Bearer x.y.z' } })
      const response = await tenant.fetch(request)
      const hash = createHash('sha256').update(await response.text())
      responses[`seed ${seed}, ${id}`] = `${response.status} ${hash.digest('hex')}`
    }
  }
  return responses
}

const ids = [
  ...Array.from({ length: 8 }, (_, number) => `call-${number}`),
  '2e1a0b00-2db4-4022-9570-243709c565ab',
  '呼叫 📞',
  syntheticId({ state: 'incoming' }),
  syntheticId({ kind: 'group', state: 'terminated', number: 7 }),
  syntheticId({ response: 'throttled' }),
]
