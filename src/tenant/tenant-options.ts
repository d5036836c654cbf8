import type { Cloud } from '../model/changes.ts'
import type { OptionKinds } from '../model/known-options.ts'
import type { Interval } from './calls/interval.ts'
import type { CallInput } from './calls/stored-call.ts'
import type { SyntheticOptions } from './calls/synthetic-calls.ts'
import type { ClockMode } from './clock/clock.ts'
import type { Latency } from './faults/latency.ts'
import type { ThrottleOptions } from './faults/throttle.ts'
import type { Sleep } from './hosts/sleep.ts'
import type { AcceptedTokens } from './http/authorization.ts'
import type { TenantRequest } from './http/logged-request.ts'
import type { RegisteredApp } from './identity/registered-apps.ts'
import type { TenantLimits } from './limits.ts'
import type { PromptOptions } from './media/prompt-options.ts'
import type { NotifyOptions } from './notifications/notification-sender.ts'
import type { PersonOptions } from './people/person-options.ts'
import type { ScenarioStep } from './people/script-steps.ts'

/**
 * Options of {@link createTenant}.
 *
 * @example
 * ```ts
 * let time = Date.UTC(2030, 0)
 * const tenant = createTenant({ now: () => time, keepEndedCallsFor: { milliseconds: 60_000 } })
 * time += 60_000
 * ```
 */
export interface TenantOptions {
  /** Calls that the tenant starts with. The same rules apply as to `tenant.addCall`. */
  // With the type of arrays, the compiler reports a mistake at the property of a call instead of at the list.
  readonly calls?: readonly CallInput[] | Iterable<CallInput> | undefined
  /** The only valid token. Defaults to any token that is not empty. */
  readonly token?: string | undefined
  /**
   * Options of the notifications to bots that create or answer calls, or that people call. `tenant.notify` overrides them.
   */
  readonly notifications?: Omit<NotifyOptions, 'callId'> | undefined
  /** Kind of clock. Defaults to `'real'`, the time of the machine. */
  readonly clock?: ClockMode | undefined
  /**
   * `'issued'` accepts only tokens that the token endpoint of a tenant has issued. Defaults to `'any'`. An issued token is
   * rejected in both cases if it has expired, or if its app is registered for another tenant or without permissions.
   */
  readonly authorization?: AcceptedTokens | undefined
  /** Id of the tenant, a GUID. Defaults to the tenant of the fixtures. */
  readonly tenantId?: string | undefined
  /** Apps that get tokens from the token endpoint. By default, every app gets a token with any secret. */
  readonly apps?: readonly RegisteredApp[] | undefined
  /** Returns the time in milliseconds since 1970, in place of the time of the machine. */
  readonly now?: (() => number) | undefined
  /**
   * Prompts that the tenant fetches, as the service does, to check their format and to know their length. Defaults to true:
   * those on loopback. An object adds hosts. A prompt that is not fetched plays for 2 seconds. False: fetches nothing.
   */
  readonly prompts?: boolean | PromptOptions | undefined
  /**
   * Makes the tenant return a call for every id, including ids that were not added. The call depends only on the id and the
   * seed, so every process returns the same one. A number sets the seed, `true` sets it to 0. Defaults to false. To choose
   * the properties of a call, create its id with `syntheticId`.
   */
  readonly synthetic?: boolean | number | SyntheticOptions | undefined
  /** Delay of each response, in milliseconds or as a distribution. Defaults to 0. */
  readonly latency?: Latency | undefined
  /**
   * True if peer-to-peer calls get a chat, a meeting and rosters after they are established, as in some real traffic. Defaults
   * to false: only group calls get rosters.
   */
  readonly peerToPeerRosters?: boolean | undefined
  /** Rate limit of each app. Requests above it get 429. `true` allows 5,000 requests in 10 seconds. Defaults to false. */
  readonly throttle?: boolean | ThrottleOptions | undefined
  /**
   * Interval for which the tenant still returns an ended call, as `terminated`. Afterwards it returns 404. Defaults to
   * `{ gets: 1 }`. Graph's behavior is not known, so these responses have the header `x-testkit-assumption`.
   */
  readonly keepEndedCallsFor?: Interval | undefined
  /**
   * Date as `YYYY-MM-DD`, not before June 2022. The tenant has only actions and properties that the metadata had on this date.
   * Defaults to the newest metadata.
   */
  readonly asOf?: string | undefined
  /**
   * Cloud of the tenant. The tenant has only actions and properties of the metadata of this cloud. Defaults to `'global'`, in
   * which requests to the hosts of the US government lack some actions.
   */
  readonly cloud?: Cloud | undefined
  /** Limits of the service, such as the time to answer a call. */
  readonly limits?: TenantLimits | undefined
  /**
   * Steps of people, each in the order of the list, or the options of `tenant.person` by name. A script that begins with `calls`
   * starts when a bot is registered, any other when the bot calls the person. Defaults to no people.
   */
  readonly scenario?: readonly ScenarioStep[] | Readonly<Record<string, PersonOptions>> | undefined
  /** Seed of the random delays of people. Defaults to 0. */
  readonly seed?: number | undefined
  /** Waits for the latency of a response, and between the parts of a slow body. Defaults to `setTimeout`, looked up each time. */
  readonly sleep?: Sleep | undefined
  /**
   * Called after each response with the entry that is added to `tenant.requests`. If it throws, the error becomes an uncaught
   * exception.
   */
  readonly onRequest?: ((request: TenantRequest) => void) | undefined
}

/**
 * Options of `tenant.transferCall`.
 *
 * @example
 * ```ts
 * tenant.transferCall(id, { outcome: 'failed-transfer' })
 * tenant.advance(id) // 'established'
 * ```
 */
export interface TransferOptions {
  /** Outcome of the transfer. Defaults to `'transferred'`. */
  readonly outcome?: 'transferred' | 'failed-transfer' | undefined
}

export const tenantOptionKinds: OptionKinds<TenantOptions> = {
  calls: 'checked',
  token: 'text',
  apps: 'list',
  asOf: 'checked',
  cloud: 'checked',
  authorization: 'checked',
  notifications: 'checked',
  limits: 'checked',
  peerToPeerRosters: 'boolean',
  prompts: 'checked',
  scenario: 'checked',
  seed: 'checked',
  tenantId: 'text',
  clock: 'checked',
  now: 'function',
  synthetic: 'checked',
  latency: 'checked',
  throttle: 'checked',
  keepEndedCallsFor: 'checked',
  sleep: 'function',
  onRequest: 'function',
}

export const transferOptionKinds: OptionKinds<TransferOptions> = { outcome: 'checked' }
