const stands = '{token}'

/** Names of query options whose values nobody should see again; none of the service's own, which begin with `$`. */
const secretNames =
  /^(?!\$).*(?:token|secret|password|assertion|signature|authorization|api[-_]?key)|^(?:sig|code|key)$/i

/** A token as Microsoft issues them is a JWT. Source: RFC 7519, 3: its header is a JSON object, in base64url. */
const jwt = /eyJ[\w-]{8}/

/** What a text has that may hold a secret without the token of the request: most have none of it. */
const suspicious = /eyJ|[%=]/

/** Shorter ones are words such as "any", which tests use, and which stand in ids and queries for themselves. */
const shortestSecret = 8

/**
 * A path or a query, without what is secret in it: `{token}` stands there instead. Secret is the token of the request, in
 * whichever place, all that looks like a token, and the value of an option whose name says so.
 *
 * @param tokens - those that are known
 */
export function redact(text: string, ...tokens: readonly (string | undefined)[]): string {
  if (!suspicious.test(text) && !tokens.some((token) => token && text.includes(token))) return text
  const secrets = tokens.flatMap((token) => (token && token.length >= shortestSecret ? [token] : []))
  const isSecret = (part: string) => jwt.test(part) || secrets.some((token) => part.includes(token))
  return secrets
    .reduce((rest, token) => rest.replaceAll(token, stands), text)
    .replace(/([?&])([^=&]*)=([^&]*)/g, (option, lead: string, name: string) =>
      secretNames.test(decoded(name)) ? `${lead}${name}=${stands}` : option,
    )
    .replace(/[^/?&=]+/g, (part) => (isSecret(decoded(part)) ? stands : part))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
