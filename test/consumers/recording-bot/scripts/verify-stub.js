const { Verifier } = require('@pact-foundation/pact')
const { publishPacts, stateHandlers } = require('graph-call-testkit/contracts')
const { createTenant } = require('graph-call-testkit/tenant')

/** Verifies the stub of our tests against the bots' contracts. In CI, publishes the result under the stub's name. */
async function main({ CI, PACT_BROKER_TOKEN, PACT_BROKER_USERNAME, PACT_BROKER_PASSWORD }) {
  // The stub is in the same repository as the bot, so it has the same version and branch.
  const { version, branch, broker } = await publishPacts(['pacts'], { dryRun: true })
  const stub = createTenant()
  const server = await stub.listen()
  try {
    await new Verifier({
      provider: 'contoso-call-stub',
      providerVersion: version,
      providerVersionBranch: branch,
      providerBaseUrl: server.url,
      stateHandlers: stateHandlers(stub),
      pactBrokerUrl: broker,
      ...(PACT_BROKER_TOKEN && { pactBrokerToken: PACT_BROKER_TOKEN }),
      ...(PACT_BROKER_USERNAME && {
        pactBrokerUsername: PACT_BROKER_USERNAME,
        pactBrokerPassword: PACT_BROKER_PASSWORD,
      }),
      consumerVersionSelectors: [
        { mainBranch: true },
        { matchingBranch: true },
        { deployedOrReleased: true },
      ],
      enablePending: true,
      includeWipPactsSince: '2026-01-01',
      publishVerificationResult: CI === 'true',
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
