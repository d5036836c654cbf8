import type { Call } from '@microsoft/microsoft-graph-types'

/** The call has ended, or there never was one. */
export class CallGoneError extends Error {
  override readonly name = 'CallGoneError'
}

/** Graph wants to be left alone for a while. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
  readonly seconds: number

  constructor(seconds: number) {
    super(`Graph asks to wait for ${seconds} s.`)
    this.seconds = seconds
  }
}

/** Where Graph is, and what it is shown. */
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
    if (response.status === 404) throw new CallGoneError(`There is no call ${id}.`)
    if (response.status === 429) throw new BusyError(Number(response.headers.get('Retry-After') ?? 1))
    throw new Error(`Graph answered ${response.status}.`)
  }
}
