import { Client, type Context, HTTPMessageHandler, type Middleware } from '@microsoft/microsoft-graph-client'
import { tokenSource } from './access-token.ts'
import type { Config } from './config.ts'

/** Adds the token to each request. */
class Authorization implements Middleware {
  readonly #getToken: () => Promise<string>
  #next: Middleware | undefined

  constructor(getToken: () => Promise<string>) {
    this.#getToken = getToken
  }

  setNext(next: Middleware): void {
    this.#next = next
  }

  async execute(context: Context): Promise<void> {
    const headers = new Headers(Object(context.options?.headers))
    headers.set('Authorization', `Bearer ${await this.#getToken()}`)
    context.options = { ...context.options, headers: Object.fromEntries(headers) }
    await this.#next?.execute(context)
  }
}

/** Returns Microsoft's client. */
export function graphClient(config: Config): Client {
  const authorization = new Authorization(tokenSource(config))
  authorization.setNext(new HTTPMessageHandler())
  return Client.initWithMiddleware({ baseUrl: config.graphUrl, middleware: authorization })
}
