import { encodingsOf } from './encodings.ts'

/** Text that replaces a secret. */
const replacement = '{secret}'

/** Minimum length of a secret. A shorter one would also match unrelated text. */
const minimumLength = 3

/** Secrets below this length are replaced only if no letter or digit is next to them. */
const wordLength = 8

/** JWT, the format of Microsoft's tokens. Source: RFC 7519, 3: the header is a JSON object, in base64url. */
const jwt = /eyJ[\w-]{8,}(?:\.[\w-]*)*/g

/** Credentials of an `Authorization` header. A plain word after the scheme is prose, such as "a bearer token". */
const credentials =
  /\b(bearer|basic|negotiate)(?:[ +]|%20)+(?=[^\s"'<>]*(?:[\d_~+/=-]|\.\w))([^\s"'<>]{6,})/gi

/** User name and password in a URL. */
const userInfo = /:\/\/([^\s/?#@"'<>]+)@/g

/** Option in a query or a form: the character before it, its name, and its value. */
const option = /(^|[?&;\s])([^?&;=\s]{2,80})=([^&;\s"'<>]+)/g

/** Property in JSON, or a header on a line of its own: everything up to the value, and the value. */
const property = /((?:(["'])|(?<![\w-]))([\w-]{3,200})\2\s*:\s*")((?:[^"\\]|\\.)+)(?=")/g
const header = /^([\w-]*(?:authorization|cookie|token|secret|password|api-?key)): *(\S.*)$/gim

/** Names that only secrets have. The options of the service itself begin with `$`. */
const secretName =
  /^(?!\$).*(?:token|secret|passw(?:or)?d|passphrase|pwd|assertion|signature|authorization|credential|cookie|api[-_]?key|access[-_]?key)/i

/** Names that secrets have in queries, and that have other meanings elsewhere. */
const secretOption = /^(?:sig|code|key|auth|session|sessionid|sid|pass|jwt|bearer)$/i

/**
 * Part between separators. It is decoded before the other patterns, which match only a part of an encoded secret. A pattern
 * with the percent sign in it would take quadratic time.
 */
const separated = /[^/?&=;\s"'<>]+/g

/** Matches if one of the patterns above can match. */
const suspicious = /eyJ|[%=@]|(?:bearer|basic|negotiate)|["'\w-]\s*:/i

/** Replaces the secrets in a text. */
export type Redact = (text: string) => string

/**
 * Returns a function that replaces secrets in a text by `{secret}`. It replaces the given secrets in every encoding in which
 * a program prints them, and everything that looks like a secret: JWTs, bearer and basic credentials, and user names and
 * passwords in URLs. It also replaces the values of options, properties and headers with secret names.
 *
 * @param secrets - secrets that this process knows, such as a token and a password. Missing and very short ones are ignored
 */
export function redactor(secrets: readonly (string | undefined)[]): Redact {
  const replaceKnown = knownSecretsRedactor(secrets)
  const isSecret = (text: string) => replaceKnown(text) !== text || text.search(jwt) >= 0
  const redactEncoded = (part: string) => (part.includes('%') && isSecret(decoded(part)) ? replacement : part)
  return (text) => {
    const shown = replaceKnown(text)
    if (!suspicious.test(shown)) return shown
    const plain = shown.includes('%') ? shown.replace(separated, redactEncoded) : shown
    return replaceLikely(plain, () => replacement)
  }
}

/** Returns a function that replaces only the given secrets, in every encoding. For text that explains secrets, such as advice. */
export function knownSecretsRedactor(secrets: readonly (string | undefined)[]): Redact {
  return replacerOf(
    secrets.filter((secret) => secret !== undefined).filter(({ length }) => length >= minimumLength),
  )
}

/** Returns everything in a text that looks like a secret. */
export function likelySecretsIn(text: string): string[] {
  const found: string[] = []
  if (!suspicious.test(text)) return found
  replaceLikely(text, (secret) => {
    found.push(secret)
    return replacement
  })
  return found.filter((secret) => secret !== replacement)
}

/** Replaces everything in a text that looks like a secret. */
function replaceLikely(text: string, replace: (secret: string) => string): string {
  return text
    .replace(jwt, replace)
    .replace(userInfo, (_, secret: string) => `://${replace(secret)}@`)
    .replace(credentials, (_, scheme: string, secret: string) => `${scheme} ${replace(secret)}`)
    .replace(header, (line, name: string, secret: string) =>
      secretName.test(name) ? `${name}: ${replace(secret)}` : line,
    )
    .replace(option, (match, before: string, name: string, secret: string) => {
      const plain = decoded(name)
      const isSecret = secretName.test(plain) || secretOption.test(plain)
      return isSecret ? `${before}${name}=${replace(secret)}` : match
    })
    .replace(property, (match, before: string, _quote: string, name: string, secret: string) =>
      secretName.test(name) ? `${before}${replace(secret)}` : match,
    )
}

/** Returns a function that replaces the given secrets in every encoding. */
function replacerOf(secrets: readonly string[]): Redact {
  // The longest first: it may contain another.
  const texts = [...new Set(secrets.flatMap(encodingsOf))].sort((a, b) => b.length - a.length)
  const long = texts.filter(({ length }) => length >= wordLength)
  const words = texts.filter(({ length }) => length < wordLength)
  const pattern = words.length > 0 && new RegExp(words.map(wordPattern).join('|'), 'g')
  return (text) => {
    // Not one pattern: a long secret would exceed the size of a regular expression.
    const rest = long.reduce((shown, secret) => shown.replaceAll(secret, replacement), text)
    return pattern ? rest.replace(pattern, replacement) : rest
  }
}

function wordPattern(text: string): string {
  return `(?<![A-Za-z\\d])${text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?![A-Za-z\\d])`
}

/** Decodes percent-encoding that was applied up to three times. Invalid sequences stay as they are. */
function decoded(text: string): string {
  let result = text
  for (let times = 0; times < 3 && result.includes('%'); times++) {
    result = result.replace(/(?:%[\da-f]{2})+/gi, (sequence) => {
      try {
        return decodeURIComponent(sequence)
      } catch {
        return sequence
      }
    })
  }
  return result
}
