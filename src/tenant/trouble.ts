import {
  type ErrorFixtureName,
  fixtures,
  type NamedFixture,
  UnknownFixtureError,
} from '../../fixtures/index.ts'

/** A status of the errors that the calls endpoints were seen to answer. */
export type ErrorStatus = NamedFixture<ErrorFixtureName>['status']

/** An error to answer with: by its status, or by the name of a fixture where a status was seen in several shapes. */
export type Failure = ({ readonly status: ErrorStatus } | { readonly fixture: ErrorFixtureName }) & {
  /** `Retry-After` in seconds, fractions included; the fixture's own, if it has one, unless said. */
  readonly retryAfter?: number | undefined
}

/** An error that is ready to be answered. */
export interface Refusal {
  readonly fixture: ErrorFixtureName
  readonly retryAfter?: number | undefined
}

/** Which of the errors a status alone means. */
const usual = {
  401: 'access-token-empty',
  403: 'insufficient-tenant-permissions',
  404: 'call-not-found',
  429: 'throttled',
  500: 'internal-server-error',
  503: 'service-unavailable',
  504: 'gateway-timeout',
} as const satisfies Record<ErrorStatus, ErrorFixtureName>

/** The two refusals that were reported for a call. */
const forbidden = {
  '7504': 'insufficient-tenant-permissions',
  '7505': 'tenant-mismatch',
} as const satisfies Record<string, ErrorFixtureName>

/** The code of a 403 that was reported for a call. */
export type ForbiddenCode = keyof typeof forbidden

/** What goes wrong in a tenant because somebody asked for it. */
export class Trouble {
  readonly #forbidden = new Map<string, ErrorFixtureName>()
  readonly #next: Refusal[] = []

  /** @throws TypeError where the code is not one of those that were reported */
  forbid(callId: string, code: ForbiddenCode): void {
    if (!Object.hasOwn(forbidden, code)) throw notOneOf('code', Object.keys(forbidden), code)
    this.#forbidden.set(callId, forbidden[code])
  }

  /** @throws TypeError, UnknownFixtureError where no such error was seen, or the seconds are none */
  failNext(failure: Failure): void {
    this.#next.push(refusalOf(failure))
  }

  /** What the next request is refused with; asking takes it away. */
  takeNext(): Refusal | undefined {
    return this.#next.shift()
  }

  forbiddenBy(callId: string): ErrorFixtureName | undefined {
    return this.#forbidden.get(callId)
  }

  clear(): void {
    this.#forbidden.clear()
    this.#next.length = 0
  }
}

function refusalOf(failure: Failure): Refusal {
  const { retryAfter } = failure
  if (retryAfter !== undefined && !(Number.isFinite(retryAfter) && retryAfter >= 0)) {
    throw new TypeError(`retryAfter must be a number of seconds, found ${String(retryAfter)}.`)
  }
  if ('fixture' in failure) return { fixture: checked(failure.fixture), retryAfter }
  const { status } = failure
  if (!Object.hasOwn(usual, status)) throw notOneOf('status', Object.keys(usual), status)
  return { fixture: usual[status], retryAfter }
}

function checked(name: ErrorFixtureName): ErrorFixtureName {
  const errors = Object.values(fixtures).filter(({ status }) => status >= 400)
  if (errors.some((error) => error.name === name)) return name
  throw new UnknownFixtureError(
    name,
    errors.map((error) => error.name),
  )
}

function notOneOf(what: string, known: readonly string[], found: unknown): TypeError {
  return new TypeError(`The ${what} must be one of ${known.join(', ')}, found ${String(found)}.`)
}
