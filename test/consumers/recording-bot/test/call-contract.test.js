const { join } = require('node:path')
const { defineCallContract } = require('graph-call-testkit/contracts')
const { graphClient } = require('../src/graph.js')
const { record, recordingOf } = require('../src/recording.js')

/** The provider is our own stub, so that we can publish its verification results to a broker. */
const contract = defineCallContract({
  consumer: 'contoso-recording-bot',
  provider: 'contoso-call-stub',
  dir: join(__dirname, '../pacts'),
  reads: ['state', 'direction', 'targets[].identity.user.id'],
  interactions: ['peer-to-peer', 'terminated', 'call-not-found', 'insufficient-tenant-permissions'],
})

test.each(contract.interactions)('$name', ({ run }) =>
  run(async ({ fetch, token, callId, expected }) => {
    const recorded = await record(graphClient({ token, send: fetch }), callId)
    expect(recorded).toEqual(expected.status === 200 ? recordingOf(expected.body) : undefined)
  }),
)
