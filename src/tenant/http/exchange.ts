import type { Transmission } from '../faults/transmission.ts'

/** A request as far as a tenant reads it. Each host makes one of what it has. */
export interface IncomingRequest {
  readonly method: string
  /** The host that was asked, without its port. */
  readonly host: string
  /** From the first slash to the query, percent-encoded as it came. */
  readonly path: string
  /** From the question mark on; empty where there is none. */
  readonly query: string
  /** @param name - in lower case */
  readonly header: (name: string) => string | null
}

/** What a tenant answers; the host sends no body where the method is HEAD, and none with 204. */
export interface TenantResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** How it travels; at once and whole unless said. */
  readonly transmission?: Transmission | undefined
}

/** What turns the one into the other; it never throws. */
export type Handler = (incoming: IncomingRequest) => TenantResponse
