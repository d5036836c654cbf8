import type { Call } from '@microsoft/microsoft-graph-types'

/** Thrown when a call has ended or never existed. */
export class CallGoneError extends Error {
  override readonly name = 'CallGoneError'
}

/** Thrown when Graph throttles requests. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
  readonly seconds: number

  constructor(seconds: number) {
    super(`Graph throttles requests. Retry after ${seconds} s.`)
    this.seconds = seconds
  }
}

/** URL of Graph, and the token to send. */
export interface Access {
  readonly baseUrl?: string
  readonly token: string
}

/** Reads calls from Graph. */
export class CallClient {
  readonly #access: Access

  constructor(access: Access) {
    this.#access = access
  }

  async get(id: string): Promise<Call> {
    const { baseUrl = 'https://graph.microsoft.com', token } = this.#access
    const response = await fetch(`${baseUrl}/v1.0/communications/calls/${encodeURIComponent(id)}`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    if (response.ok) return response.json()
    if (response.status === 404) throw new CallGoneError(`Call ${id} does not exist.`)
    if (response.status === 429) throw new BusyError(Number(response.headers.get('Retry-After') ?? 1))
    throw new Error(`Graph responded with ${response.status}.`)
  }
}
