import { type Redact, redactor } from '../../output/redactor.ts'

/** Minimum length of a request's token to redact. Shorter ones are words of tests, such as "any", that also occur in ids. */
const shortestToken = 8

/** Removes secrets from the request log. Keeps the newest redactors, because most clients send one token many times. */
export class LogRedactor {
  readonly #ownToken: string | undefined
  readonly #apps: { readonly secrets: readonly string[] }
  #secrets: readonly string[]
  #redactOwn: Redact
  #newest: { readonly token: string; readonly redact: Redact } | undefined

  /**
   * @param ownToken - the only valid token of the tenant, if it has one
   * @param apps - apps with secrets. An app that is registered later has a new array.
   */
  constructor(ownToken: string | undefined, apps: { readonly secrets: readonly string[] }) {
    this.#ownToken = ownToken
    this.#apps = apps
    this.#secrets = apps.secrets
    this.#redactOwn = redactor([ownToken, ...apps.secrets])
  }

  /** Returns a function that replaces the secrets in a text of a request with this token. */
  forToken(token: string | undefined): Redact {
    if (this.#secrets !== this.#apps.secrets) this.#update()
    if (token === undefined || token.length < shortestToken || token === this.#ownToken)
      return this.#redactOwn
    // No encoding of a token is shorter than the token.
    return (text) => (text.length < token.length ? this.#redactOwn(text) : this.#with(token)(text))
  }

  #update(): void {
    this.#secrets = this.#apps.secrets
    this.#redactOwn = redactor([this.#ownToken, ...this.#secrets])
    this.#newest = undefined
  }

  #with(token: string): Redact {
    if (this.#newest?.token !== token) {
      this.#newest = { token, redact: redactor([token, this.#ownToken, ...this.#secrets]) }
    }
    return this.#newest.redact
  }
}
