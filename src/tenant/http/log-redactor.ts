import { type Redact, redactor } from '../../output/redactor.ts'

/** Minimum length of a request's token to redact. Shorter ones are words of tests, such as "any", that also occur in ids. */
const shortestToken = 8

/** Removes secrets from the request log. Keeps the newest redactor, because most clients send one token many times. */
export class LogRedactor {
  readonly #ownToken: string | undefined
  readonly #secrets: readonly string[]
  readonly #redactOwn: Redact
  #newest: { readonly token: string; readonly redact: Redact } | undefined

  /**
   * @param ownToken - the only valid token of the tenant, if it has one
   * @param secrets - secrets of its apps
   */
  constructor(ownToken: string | undefined, secrets: readonly string[] = []) {
    this.#ownToken = ownToken
    this.#secrets = secrets
    this.#redactOwn = redactor([ownToken, ...secrets])
  }

  /** Returns a function that replaces the secrets in a text of a request with this token. */
  forToken(token: string | undefined): Redact {
    if (token === undefined || token.length < shortestToken || token === this.#ownToken)
      return this.#redactOwn
    // No encoding of a token is shorter than the token.
    return (text) => (text.length < token.length ? this.#redactOwn(text) : this.#with(token)(text))
  }

  #with(token: string): Redact {
    if (this.#newest?.token !== token) {
      this.#newest = { token, redact: redactor([token, this.#ownToken, ...this.#secrets]) }
    }
    return this.#newest.redact
  }
}
