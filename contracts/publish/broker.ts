import type { Environment } from './environments.ts'
import { PublishError } from './publish-error.ts'

/** The variables in which the broker's client looks for secrets, by itself. */
const secretNames = ['PACT_BROKER_TOKEN', 'PACT_BROKER_USERNAME', 'PACT_BROKER_PASSWORD'] as const

/**
 * The address of the broker, without a slash at the end.
 *
 * @throws PublishError where there is none, where it is no URL, or where it holds a password: addresses are printed
 */
export function brokerUrl(given: string | undefined, { PACT_BROKER_BASE_URL }: Environment): string {
  const address = given ?? PACT_BROKER_BASE_URL
  if (!address) {
    throw new PublishError(
      'cannot-run',
      'No broker is named: set PACT_BROKER_BASE_URL, or give --broker-base-url.',
    )
  }
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new PublishError(
      'cannot-run',
      'The address of the broker is no http or https URL: it looks like https://broker.example.com.',
    )
  }
  const { username, password } = new URL(address)
  if (username || password) {
    throw new PublishError(
      'cannot-run',
      'The address of the broker holds a user name or a password. Take them out, and set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.',
    )
  }
  return address.replace(/\/+$/, '')
}

/** How the client will say who it is; never the secret itself. */
export function authenticationIn({
  PACT_BROKER_TOKEN,
  PACT_BROKER_USERNAME,
}: Environment): 'token' | 'basic' | 'none' {
  if (PACT_BROKER_TOKEN) return 'token'
  return PACT_BROKER_USERNAME ? 'basic' : 'none'
}

/** A text without the secrets of an environment. */
export function withoutSecrets(text: string, env: Environment): string {
  return secretNames
    .map((name) => env[name])
    .filter((secret) => secret !== undefined && secret.length > 2)
    .reduce<string>((rest, secret = '') => rest.replaceAll(secret, '(not shown)'), text)
}
