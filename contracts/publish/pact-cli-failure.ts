import { notABroker } from './broker-settings.ts'
import type { PublishFailure } from './publish-error.ts'

/** Failure of a run of the Pact CLI, and what to do about it. */
export interface PactCliFailure {
  readonly failure: PublishFailure
  readonly advice: string
}

/** Failures by the output of the Pact CLI, which exits with 1 for all of them. */
const failures: readonly (PactCliFailure & { readonly output: RegExp })[] = [
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
    // The Pact CLI panics there if the response is JSON without links.
    output: /failed: 404 |valid HAL response|following redirect|panicked at .*pact_broker.main.utils\.rs/,
    failure: 'broker-down',
    advice: notABroker,
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

/** Returns the failure that the output of a failed run shows. */
export function pactCliFailure(output: string): PactCliFailure {
  return (
    failures.find((failure) => failure.output.test(output)) ?? {
      failure: 'broker-failed',
      advice: 'The Pact CLI failed. See its output below.',
    }
  )
}
