const replacement = '{token}'

/** Names of query options whose values are secret. Graph's own options, which begin with `$`, are not. */
const secretNames =
  /^(?!\$).*(?:token|secret|password|assertion|signature|authorization|api[-_]?key)|^(?:sig|code|key)$/i

/** Start of a JWT, the format of Microsoft's tokens. Source: RFC 7519, 3: the header is a JSON object, in base64url. */
const jwt = /eyJ[\w-]{8}/

/** Characters that a text with a secret other than the token of the request contains. Most texts have none of them. */
const suspicious = /eyJ|[%=]/

/** Minimum length of a token to redact. Shorter ones are words of tests, such as "any", that also occur in ids and queries. */
const shortestSecret = 8

/**
 * Replaces the secrets in a path or a query with `{token}`: the given tokens in any position, everything that looks like a
 * JWT, and the values of options with a secret name.
 */
export function redact(text: string, ...tokens: readonly (string | undefined)[]): string {
  if (!suspicious.test(text) && !tokens.some((token) => token && text.includes(token))) return text
  const secrets = tokens.flatMap((token) => (token && token.length >= shortestSecret ? [token] : []))
  const isSecret = (part: string) => jwt.test(part) || secrets.some((token) => part.includes(token))
  return secrets
    .reduce((rest, token) => rest.replaceAll(token, replacement), text)
    .replace(/([?&])([^=&]*)=([^&]*)/g, (option, lead: string, name: string) =>
      secretNames.test(decoded(name)) ? `${lead}${name}=${replacement}` : option,
    )
    .replace(/[^/?&=]+/g, (part) => (isSecret(decoded(part)) ? replacement : part))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
