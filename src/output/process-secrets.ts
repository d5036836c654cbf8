import { likelySecretsIn } from './redactor.ts'

/** Variables that this package uses, whose values are secrets of any length. */
const ownVariables = ['GRAPH_ACCESS_TOKEN', 'PACT_BROKER_TOKEN', 'PACT_BROKER_PASSWORD'] as const

/** Names of other variables whose values are secrets, such as `GITHUB_TOKEN`. */
const secretVariable =
  /(?:^|_)(?:token|secret|password|passphrase|api_?key|access_?key|secret_?key|private_?key|cookie)$/i

/** Minimum length of a secret in another variable. A shorter value is often `true` or a placeholder. */
const minimumLength = 8

/**
 * Returns the secrets in the variables of a process: the broker's and the service's, those of variables with names such as
 * `NPM_TOKEN`, and those in URLs, for example the password of a proxy. A user name alone is not a secret: brokers often have
 * one such as `pact`, which is a word of other texts.
 */
export function environmentSecrets(env: Readonly<Record<string, string | undefined>>): string[] {
  const own = ownVariables.map((name) => env[name])
  const { PACT_BROKER_USERNAME: user, PACT_BROKER_PASSWORD: password } = env
  const others = Object.entries(env).flatMap(([name, value = '']) =>
    secretVariable.test(name) && value.length >= minimumLength ? [value] : [],
  )
  const inUrls = Object.values(env).flatMap((value = '') => (value.includes('://') ? secretsIn(value) : []))
  const basic = user && password ? [`${user}:${password}`] : []
  return [...own, ...basic, ...others, ...inUrls].filter((secret) => secret !== undefined)
}

/** Options of the command line whose values are secrets. */
const secretOption = /^--?[\w-]*(?:token|secret|password)(?:=|$)/i

/** Returns the secrets in the arguments of a command: the values of options such as `--token`, and those in URLs. */
export function argumentSecrets(argv: readonly string[]): string[] {
  return argv.flatMap((argument, at) => {
    if (!secretOption.test(argument)) return secretsIn(argument)
    const equals = argument.indexOf('=')
    return equals >= 0 ? [argument.slice(equals + 1)] : argv.slice(at + 1, at + 2)
  })
}

/** Returns what looks like a secret in a text. Of `user:password`, it is the password, and both together. */
function secretsIn(text: string): string[] {
  return likelySecretsIn(text).flatMap((secret) => {
    const colon = secret.indexOf(':')
    const isName = colon < 0 && secret.length < minimumLength && text.includes(`://${secret}@`)
    // The user name of a URL such as `ssh://git@host` is a word of other texts.
    if (isName) return []
    const parts = colon < 0 ? [secret] : [secret, secret.slice(colon + 1)]
    return parts.flatMap((part) => [part, decodedComponent(part)])
  })
}

function decodedComponent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
