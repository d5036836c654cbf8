import { parseHttpUrl } from '../../src/model/parse-url.ts'
import type { Environment } from './ci-services.ts'
import { PublishError } from './publish-error.ts'

/** Advice if the broker responds like something else. */
export const notABroker =
  'This URL is not a Pact Broker. Check PACT_BROKER_BASE_URL, including the path if the broker has one.'

/**
 * Returns the URL of the broker, without a trailing slash.
 *
 * @throws a {@link PublishError} if the URL is missing or invalid, or if it can contain a secret, because URLs are printed
 */
export function brokerUrl(given: string | undefined, { PACT_BROKER_BASE_URL }: Environment): string {
  const url = given ?? PACT_BROKER_BASE_URL
  if (!url) {
    throw new PublishError(
      'cannot-run',
      'Missing broker URL. Set PACT_BROKER_BASE_URL, or pass --broker-base-url (in code: the option broker).',
    )
  }
  if (/[\s\p{Cc}]/u.test(url) || !parseHttpUrl(url)) {
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
  if (/[?#]/.test(url)) {
    throw new PublishError(
      'cannot-run',
      'The broker URL contains a query or a fragment. Remove it. If it has a token, set PACT_BROKER_TOKEN.',
    )
  }
  return url.replace(/(?<!\/)\/+$/, '')
}

/**
 * Returns the kind of authentication of the Pact CLI, without the secret.
 *
 * @throws a {@link PublishError} if a secret has characters that cannot be sent. The message does not contain it
 */
export function authenticationIn({
  PACT_BROKER_TOKEN: token,
  PACT_BROKER_USERNAME: user,
  PACT_BROKER_PASSWORD: password,
}: Environment): 'token' | 'basic' | 'none' {
  rejectCharacters('PACT_BROKER_TOKEN', token, /[^\x21-\x7e]/)
  rejectCharacters('PACT_BROKER_USERNAME', user, /[:\p{Cc}]/u)
  rejectCharacters('PACT_BROKER_PASSWORD', password, /\p{Cc}/u)
  if (token) return 'token'
  return user ? 'basic' : 'none'
}

function rejectCharacters(name: string, value: string | undefined, invalid: RegExp): void {
  const [character] = (value && invalid.exec(value)) || []
  if (character === undefined) return
  const found =
    character === '\n' || character === '\r'
      ? 'a line break'
      : character === ' ' || character === ':'
        ? `"${character}"`
        : 'a control character or a character outside ASCII'
  throw new PublishError(
    'cannot-run',
    `Invalid ${name}: it contains ${found}, which the HTTP header cannot contain. Set it again. If it comes from a file, remove the line break at the end.`,
  )
}
