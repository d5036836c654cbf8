import { PublishError, type PublishFailure } from './publish-error.ts'

/** Failures by the output of the Pact CLI, which exits with 1 for all of them. */
const failures: readonly {
  readonly output: RegExp
  readonly failure: PublishFailure
  readonly advice: string
}[] = [
  {
    output: /Cannot change the content of the pact/,
    failure: 'conflict',
    advice:
      'The broker already has this version with different content. Commit your change and publish the new commit. If nothing changed, look for an example value that differs between runs.',
  },
  {
    output: /failed: (401|403) /,
    failure: 'unauthorized',
    advice:
      'The broker rejected the credentials. Check PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.',
  },
  {
    output: /failed: 407 /,
    failure: 'broker-down',
    advice:
      'The proxy requires a password. Set HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT, or HTTP_PROXY for a broker without TLS.',
  },
  {
    output: /failed: 404 |valid HAL response|following redirect/,
    failure: 'broker-down',
    advice:
      'This URL is not a Pact Broker. Check PACT_BROKER_BASE_URL, including the path if the broker has one.',
  },
  {
    output: /error sending request|dns error|tcp connect error/i,
    failure: 'broker-down',
    advice:
      'The broker cannot be reached. Check PACT_BROKER_BASE_URL, the proxy (HTTPS_PROXY, NO_PROXY) and the certificates (NODE_EXTRA_CA_CERTS, SSL_CERT_FILE). If the broker is down, publish again later.',
  },
  {
    output: /failed: (408|429|5\d\d) /,
    failure: 'broker-failed',
    advice:
      'The broker failed on every attempt. Read its log, then publish again. Publishing the same content twice is safe.',
  },
]

/** Returns the error for a failed run of the Pact CLI. */
export function pactCliFailure(broker: string, output: string): PublishError {
  const known = failures.find((failure) => failure.output.test(output))
  const advice = known?.advice ?? 'The Pact CLI failed. See its output below.'
  return new PublishError(
    known?.failure ?? 'broker-failed',
    `Not published to ${broker}. ${advice}`,
    output.trim(),
  )
}

/** Returns the error for a broker that did not respond in time. */
export function brokerTooSlow(broker: string, timeout: number, output: string): PublishError {
  return new PublishError(
    'broker-slow',
    `Not published to ${broker}: no response within ${timeout / 1_000} s. Publish again, or increase --timeout. Publishing the same content twice is safe.`,
    output.trim(),
  )
}
