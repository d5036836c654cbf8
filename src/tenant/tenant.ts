import type { CallState } from '../model/types.generated.ts'
import type { CallEndReason } from './call-end-reason.ts'
import type { LifecycleInput } from './calls/lifecycle-input.ts'
import type { AddCallOptions, CallInput } from './calls/stored-call.ts'
import type { TenantClock } from './clock/clock.ts'
import type { TenantFailures } from './faults/tenant-failures.ts'
import type { ListenOptions, TenantServer } from './hosts/listen.ts'
import type { CallResponse } from './http/history.ts'
import type { TenantRequest } from './http/logged-request.ts'
import type { UnmatchedRequest } from './http/unmatched.ts'
import type {
  NotificationDelivery,
  NotificationSender,
  NotifyOptions,
} from './notifications/notification-sender.ts'
import type { TenantPeople } from './people/tenant-people.ts'
import type { TenantSnapshot } from './snapshot.ts'
import type { TransferOptions } from './tenant-options.ts'

/**
 * Virtual tenant that responds to requests for calls in place of Graph, and notifies bots. You can destructure its functions.
 *
 * @example
 * ```ts
 * const tenant = createTenant({ calls: [{ id: '2e1a', state: 'established' }] })
 * const fetch = graphFetch(tenant) // pass it to your client
 * ```
 */
export interface Tenant extends TenantFailures, TenantPeople {
  /**
   * Responds to a request as Graph does. It supports every action in docs/actions, and for a GET of a call `$select`, `$expand`,
   * and the headers `Accept` and `Prefer`. It also responds to requests for tokens and keys. It needs no Node API. If the behavior
   * of Graph is not known, the response header `x-testkit-assumption` links to the documentation of the assumption.
   *
   * @returns for a GET of a call, 200 with the call; for DELETE, 204; for an action, the status in docs/actions. Errors: 400 for an
   * invalid query or body, 401 without a token, 403 after {@link TenantFailures.forbid} or without a permission, 404 with the code
   * `8522` for an unknown call, 405 for other methods. 406 means that the request does not accept JSON, and 500 that this package
   * failed.
   * @throws TypeError if `request` is not a `Request`: the result of `graphFetch(tenant)` also accepts a URL
   * @throws the reason of the request's signal if it is aborted
   * @throws TypeError "fetch failed", whose cause has the code `ECONNRESET`, if a failure resets the connection
   * @example
   * ```ts
   * const request = new Request(`https://graph.microsoft.com/v1.0/communications/calls/${id}`, { headers })
   * const response = await tenant.fetch(request)
   * ```
   * Sources: Get call; headers and errors as in the fixtures.
   */
  fetch(request: Request): Promise<Response>

  /**
   * Adds a call. The tenant keeps a copy, so later changes to `call` have no effect. The call is returned as it was added,
   * with two exceptions: `@odata.context` has the cloud and version of the request, and navigation properties, such as
   * `participants`, are returned only with `$expand`.
   *
   * Pass a lifecycle, such as one of `anyCallLifecycle`, to add a call that goes through its snapshots. The tenant has exactly one of
   * the snapshots at a time: {@link Tenant.advance} or `stepEvery` moves to the next one. After the last one, the call stays as it is, or
   * has ended. `transferCall`, `endCall` and DELETE leave the lifecycle.
   *
   * @returns the id of the call
   * @throws a {@link CallFormatError} if `call` or a snapshot is not JSON, not a call, or has no id that a URL can contain. A snapshot
   * also needs a state and the id of the first one, and must not follow a terminated one
   * @throws a {@link CallExistsError} if the tenant already has a call with this id and `replace` is not set
   * @throws a {@link CallTransitionError} if no path leads from the call's state to `outcome`
   * @throws TypeError if `stepEvery` is not valid, or a lifecycle has an `outcome`
   * @example
   * ```ts
   * import { anyCallLifecycle } from 'graph-call-testkit/generators'
   *
   * tenant.addCall({ id: '2e1a', state: 'incoming' }, { outcome: 'rejected', stepEvery: { gets: 2 } })
   * fc.assert(fc.property(anyCallLifecycle(), (lifecycle) => {
   *   const callId = tenant.addCall(lifecycle, { replace: true })
   *   for (const { state } of lifecycle.snapshots.slice(1)) expect(tenant.advance(callId)).toBe(state)
   * }))
   * ```
   * Sources: Get call; the lifecycle that you pass.
   */
  addCall<Unknown extends boolean>(
    call: CallInput<{ unknownEnumMembers: Unknown }> | LifecycleInput<{ unknownEnumMembers: Unknown }>,
    options?: AddCallOptions<Unknown>,
  ): string

  /**
   * Moves a call to the next state of its path. After the end of the path, the call takes the simplest path that ends it.
   *
   * @returns the new state
   * @throws an {@link UnknownCallError} if the tenant has no such call
   * @throws a {@link CallTransitionError} if the call has ended, or no source shows which state follows
   * @throws TypeError if `callId` is not a string
   * @example
   * ```ts
   * const callId = tenant.addCall({ id: '2e1a', state: 'establishing' })
   * tenant.advance(callId) // 'established'
   * ```
   * Sources: the documented examples of the call pages; reported calls. Microsoft does not document the transitions.
   */
  advance(callId: string): CallState

  /**
   * Ends a call. Without a reason, the call ends as after DELETE: with the result 200/5001, and through `terminating` if its
   * state allows that. With a reason, the call takes as few steps as possible. A call with `stepEvery` takes the first step
   * immediately, and the others in that interval. Any other call becomes `terminated` immediately.
   *
   * @param reason - the `code` and `subcode` of the call's `resultInfo`
   * @throws an {@link UnknownCallError} if the tenant has no such call
   * @throws a {@link CallTransitionError} if the call has ended
   * @throws TypeError if `callId` is not a string, a code is not a 32-bit integer, or `reason` has another property
   * @example
   * ```ts
   * tenant.endCall(id, { code: 480, subcode: 10037 }) // the callee has no endpoint
   * ```
   * Sources: Delete call; call end reasons; reported (500/7106 for a failed join).
   */
  endCall(callId: string, reason?: CallEndReason): void

  /**
   * Transfers an established call, which becomes `transferring`. Its `stepEvery`, or {@link Tenant.advance}, then moves it to
   * `transferAccepted` and `terminated` (0/7015). With the outcome `'failed-transfer'`, it returns to `established` with the
   * result 500/7000.
   *
   * @throws an {@link UnknownCallError} if the tenant has no such call
   * @throws a {@link CallTransitionError} if the call is not established
   * @throws TypeError if `callId` is not a string, or an option is unknown or not valid
   * @example
   * ```ts
   * tenant.transferCall(id, { outcome: 'failed-transfer' })
   * ```
   * Source: the documented examples of Transfer call.
   */
  transferCall(callId: string, options?: TransferOptions): void

  /** Clock of the tenant, which tests can move. */
  readonly clock: TenantClock

  /**
   * Newest notifications that were sent to bots, with the result of each delivery.
   *
   * @example
   * ```ts
   * expect(tenant.notifications.map(({ state }) => state)).toEqual(['establishing', 'established'])
   * ```
   */
  readonly notifications: readonly NotificationDelivery[]

  /** Waits until no notification is pending and no prompt is being fetched. */
  settled(): Promise<void>

  /**
   * Returns the response to each GET of a call, oldest first, for the requests in {@link Tenant.requests}.
   *
   * @throws TypeError if `callId` is not a string
   * @example
   * ```ts
   * expect(tenant.history(id).map(({ state }) => state)).toEqual(['establishing', 'established'])
   * ```
   */
  history(callId: string): readonly CallResponse[]

  /**
   * Starts posting `commsNotifications` to the `callbackUri` of a call when it is added or enters a state. Those for one
   * receiver are sent one after the other. A failed delivery has no effect on the tenant. Only loopback and
   * the hosts that you add are allowed.
   *
   * @returns an object to inspect deliveries, wait for them, and stop; {@link Tenant.reset} also stops it
   * @throws TypeError if an option is unknown, or its value is not valid
   * @example
   * ```ts
   * await using notifications = tenant.notify({ outOfOrder: true })
   * tenant.addCall({ id: '2e1a', state: 'incoming', callbackUri: 'http://127.0.0.1:3978/api/calls' })
   * tenant.advance('2e1a')
   * expect(await notifications.settled()).toMatchObject([{ status: 202 }, { status: 202 }])
   * ```
   * Sources: $metadata v1.0, commsNotifications; reported notifications, which have few properties and may arrive out of order.
   */
  notify(options?: NotifyOptions): NotificationSender

  /**
   * Newest 1,000 requests with the status of their responses, oldest first, and fewer if their texts exceed 16 MiB. They
   * contain no tokens.
   */
  readonly requests: readonly TenantRequest[]

  /**
   * Entries of {@link Tenant.requests} that matched no call (404), each with the most similar ids. Look here first if a test
   * gets 404.
   *
   * @example
   * ```ts
   * expect(tenant.unmatched).toEqual([])
   * ```
   */
  readonly unmatched: readonly UnmatchedRequest[]

  /**
   * Returns the state of the tenant as JSON: calls with their paths, faults, throttling, the request log, and counters. It
   * does not contain the options of {@link createTenant}, such as the token, the clock and latency.
   *
   * @example
   * ```ts
   * const saved = JSON.stringify(tenant.snapshot())
   * tenant.restore(JSON.parse(saved))
   * ```
   */
  snapshot(): TenantSnapshot

  /**
   * Replaces the state of the tenant with a snapshot of this or another tenant. Intervals continue as if no time had passed.
   *
   * @param saved - the result of {@link Tenant.snapshot}, or the same value parsed from JSON
   * @throws a {@link SnapshotError} if the value is not a snapshot of this version, or was edited, or if an app in it has a secret that
   * the tenant does not know; the tenant is then unchanged
   * @example
   * ```ts
   * createTenant().restore(tenant.snapshot())
   * ```
   */
  restore(saved: TenantSnapshot): void

  /** Returns the tenant to its initial state, and stops notifications. Request ids and seeded values start again. */
  reset(): void

  /**
   * Starts a server, by default on loopback and a free port. Requires Node. `GET /healthz` returns 200 without a token, and
   * `GET /` says what the server is.
   *
   * It responds to loopback, hosts of Graph, names of this machine in containers, and {@link ListenOptions.allowedHosts}.
   * Limits of a request: a URL of 8 KiB (414), headers of 16 KiB (431), a body of 1 MiB (413), 30 seconds (408). A request
   * that exceeds a limit gets this status with an empty body, and is not logged in {@link Tenant.requests}.
   *
   * @param options - `port`, `host`, `allowedHosts`, and `tls` with a private key and its certificate in PEM, or `'self-signed'`
   * @throws a {@link ListenError} if the port is in use or not allowed
   * @throws a {@link CertificateError} if the package `selfsigned` is not installed
   * @throws TypeError if an option is not valid, or `tls` is not a private key with its certificate
   * @example
   * ```ts
   * await using testServer = await tenant.listen()
   * await fetch(`${testServer.url}/v1.0/communications/calls/${id}`, { headers })
   * ```
   */
  listen(options?: ListenOptions): Promise<TenantServer>
}
