const { Verifier } = require('@pact-foundation/pact')
const { stateHandlers } = require('graph-call-testkit/contracts')
const { createTenant } = require('graph-call-testkit/tenant')

/** Verifies the stub of our tests against the bot's contract, and publishes the result under the stub's name. */
async function main({ PACT_BROKER_BASE_URL, PACT_BROKER_TOKEN, GITHUB_SHA }) {
  const stub = createTenant()
  const server = await stub.listen()
  try {
    await new Verifier({
      provider: 'contoso-call-stub',
      providerVersion: GITHUB_SHA,
      providerVersionBranch: 'main',
      providerBaseUrl: server.url,
      stateHandlers: stateHandlers(stub),
      pactBrokerUrl: PACT_BROKER_BASE_URL,
      pactBrokerToken: PACT_BROKER_TOKEN,
      consumerVersionSelectors: [{ latest: true }],
      publishVerificationResult: true,
      logLevel: 'error',
    }).verifyProvider()
  } finally {
    await server.close()
  }
}

main(process.env).catch((error) => {
  console.error(error.message)
  process.exitCode = 1
})
