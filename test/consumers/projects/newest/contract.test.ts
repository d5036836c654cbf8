import { defineCallContract } from 'graph-call-testkit/contracts'
import { expect, test } from 'vitest'

const contract = defineCallContract({
  consumer: 'newest-bot',
  dir: 'pacts',
  reads: ['state'],
  interactions: ['peer-to-peer'],
  warn: () => {},
})

test.each(contract.interactions)('$name', (interaction) =>
  interaction.run(async ({ fetch, token, callId }) => {
    const url = `https://graph.microsoft.com/v1.0/communications/calls/${callId}`
    const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } })
    expect(response.status).toBe(200)
  }),
)
