import { type Redact, redactor } from '../../src/output/redactor.ts'
import type { Environment } from './ci-services.ts'
import { PublishError } from './publish-error.ts'

/** Variables from which the Pact CLI reads secrets itself. */
const secretNames = ['PACT_BROKER_TOKEN', 'PACT_BROKER_USERNAME', 'PACT_BROKER_PASSWORD'] as const

/**
 * Returns the URL of the broker, without a trailing slash.
 *
 * @throws {@link PublishError} if the URL is missing or invalid, or if it contains a password, because URLs are printed
 */
export function brokerUrl(given: string | undefined, { PACT_BROKER_BASE_URL }: Environment): string {
  const url = given ?? PACT_BROKER_BASE_URL
  if (!url) {
    throw new PublishError(
      'cannot-run',
      'Missing broker URL. Set PACT_BROKER_BASE_URL, or pass --broker-base-url.',
    )
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new PublishError(
      'cannot-run',
      'Invalid broker URL. Expected an http or https URL such as https://broker.example.com.',
    )
  }
  const { username, password } = new URL(url)
  if (username || password) {
    throw new PublishError(
      'cannot-run',
      'The broker URL contains a user name or a password. Remove them, and set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.',
    )
  }
  return url.replace(/\/+$/, '')
}

/** Returns how the Pact CLI will authenticate, never the secret itself. */
export function authenticationIn({
  PACT_BROKER_TOKEN,
  PACT_BROKER_USERNAME,
}: Environment): 'token' | 'basic' | 'none' {
  if (PACT_BROKER_TOKEN) return 'token'
  return PACT_BROKER_USERNAME ? 'basic' : 'none'
}

/** Returns a function that replaces the secrets of an environment in a text. */
export function redactorFor(env: Environment): Redact {
  const { PACT_BROKER_USERNAME: user, PACT_BROKER_PASSWORD: password } = env
  return redactor([...secretNames.map((name) => env[name]), user && password && `${user}:${password}`])
}
