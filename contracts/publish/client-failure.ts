import { PublishError, type PublishFailure } from './publish-error.ts'

/** What the client says of each failure, and what to do then. The client has no exit codes of its own for them. */
const failures: readonly {
  readonly said: RegExp
  readonly failure: PublishFailure
  readonly advice: string
}[] = [
  {
    said: /Cannot change the content of the pact/,
    failure: 'conflict',
    advice:
      'The broker holds other content for this version. A version is published once: commit the change, and publish the new commit. If nothing changed, look for an example that is not the same in each run.',
  },
  {
    said: /failed: (401|403) /,
    failure: 'unauthorised',
    advice:
      'The broker does not let this in. Check PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.',
  },
  {
    said: /failed: 407 /,
    failure: 'broker-down',
    advice:
      'The proxy on the way wants to know who asks: HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT, or HTTP_PROXY for a broker without TLS.',
  },
  {
    said: /failed: 404 |valid HAL response|following redirect/,
    failure: 'broker-down',
    advice:
      'There is no Pact Broker at this address. Check PACT_BROKER_BASE_URL, with the path where it has one.',
  },
  {
    said: /error sending request|dns error|tcp connect error/i,
    failure: 'broker-down',
    advice:
      'The broker cannot be reached. Check PACT_BROKER_BASE_URL, the proxy (HTTPS_PROXY, NO_PROXY) and the certificates (NODE_EXTRA_CA_CERTS, SSL_CERT_FILE); it may also be down: publish again later.',
  },
  {
    said: /failed: (408|429|5\d\d) /,
    failure: 'broker-failed',
    advice:
      'The broker failed each time that it was asked. Look at its log, and publish again: what arrived is not published twice.',
  },
]

/** What went wrong, by what the client said. */
export function clientFailure(broker: string, output: string): PublishError {
  const known = failures.find(({ said }) => said.test(output))
  const advice = known?.advice ?? 'The client of the broker failed. What it said stands below.'
  return new PublishError(
    known?.failure ?? 'broker-failed',
    `Not published to ${broker}. ${advice}`,
    output.trim(),
  )
}

/** The broker did not answer in time. */
export function tooSlow(broker: string, timeout: number, output: string): PublishError {
  return new PublishError(
    'broker-slow',
    `Not published to ${broker}: it did not answer within ${timeout / 1_000} s. Publish again, or allow for more time; what arrived is not published twice.`,
    output.trim(),
  )
}
