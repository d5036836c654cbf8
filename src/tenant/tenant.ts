import type { Frozen } from '../../fixtures/present.ts'
import type { CallState, ReceivedCall } from '../model/types.generated.ts'
import { CallStore } from './calls/call-store.ts'
import { CallTransitionError } from './calls/call-transition-error.ts'
import type { Interval } from './calls/interval.ts'
import type { AddCallOptions, CallInput } from './calls/stored-call.ts'
import { SyntheticCalls, type SyntheticOptions } from './calls/synthetic-calls.ts'
import type { Failure } from './faults/failure.ts'
import { Faults, type ForbiddenCode } from './faults/faults.ts'
import { type Latency, latencyOf } from './faults/latency.ts'
import { Throttle, type ThrottleOptions } from './faults/throttle.ts'
import { type ListenOptions, listen, type TenantServer } from './hosts/listen.ts'
import { respond } from './hosts/respond.ts'
import { type Sleep, sleep as usualSleep } from './hosts/sleep.ts'
import type { Handler } from './http/exchange.ts'
import { handle, type State } from './http/handler.ts'
import { type CallResponse, historyOf } from './http/history.ts'
import { RequestLog, type TenantRequest } from './http/request-log.ts'
import { type UnmatchedRequest, unmatchedIn } from './http/unmatched.ts'
import { type NotificationSender, Notifier, type NotifyOptions } from './notifications/notifier.ts'
import { readSnapshot, restoreCalls, saveCalls, snapshotOf, type TenantSnapshot } from './snapshot.ts'

/** How a tenant starts. */
export interface TenantOptions {
  /** The calls that are in it; each is checked as {@link Tenant.addCall} does. */
  readonly calls?: Iterable<Frozen<ReceivedCall>> | undefined
  /** The one token that it takes; any that is not empty unless said. */
  readonly token?: string | undefined
  /** The time in milliseconds since 1970, for `Date`, `innerError.date`, {@link Tenant.requests}, and all that lasts; `Date.now` unless said. */
  readonly now?: (() => number) | undefined
  /**
   * Answers for every id that no call was placed with: with a call that the id and a seed make, the same in every process, or with
   * an error for a share of ids. `true` is the seed 0. See {@link syntheticId} for ids with wanted calls.
   */
  readonly synthetic?: boolean | number | SyntheticOptions | undefined
  /** How long each answer takes; none takes any time unless said. */
  readonly latency?: Latency | undefined
  /** Answers 429 to an app that asks more often: `true` for more than 5,000 times in 10 s. None is refused unless said. */
  readonly throttle?: boolean | ThrottleOptions | undefined
  /**
   * How long a call that has ended is still answered, as `terminated`, before 404: `{ gets: 1 }` unless said. Of the service it is
   * not known: such an answer has the header `x-testkit-assumption`.
   */
  readonly keepEndedCallsFor?: Interval | undefined
  /** Waits, where an answer takes time; by `setTimeout`, as it is at the time, unless said. */
  readonly sleep?: Sleep | undefined
  /** Is told of each request once it was answered: what {@link Tenant.requests} will hold. What it throws is an uncaught error. */
  readonly onRequest?: ((request: TenantRequest) => void) | undefined
}

/** The result that a call ends with. */
export interface CallEndReason {
  /** The code of the `resultInfo`, for example 480. */
  readonly code: number
  /** The subcode of the `resultInfo`, for example 10037. */
  readonly subcode: number
}

/** How a call is transferred. */
export interface TransferOptions {
  /** Whether somebody takes it; so it is, unless said. */
  readonly outcome?: 'transferred' | 'failed-transfer' | undefined
}

/**
 * What answers GET /communications/calls/{id} in place of Graph. Its functions need no `this`: `const { fetch } = tenant`.
 */
export interface Tenant {
  /**
   * Answers a request as Graph would, and needs nothing of Node. It throws only where `fetch` does: where the request was
   * aborted, and where a failure resets the connection.
   * It reads `$select` and `$expand`, and the headers by which a client says what JSON it takes. Where it is not known
   * what Graph answers, the header `x-testkit-assumption` says where the documentation tells what is assumed.
   *
   * @returns 200 with the call, 204 once DELETE has ended it; 400 for a query that cannot be answered, 401
   * `InvalidAuthenticationToken` without a token, 403 where {@link Tenant.forbid} said so, 404 with the code `8522` where
   * no such call is, 405 for other methods, 406 where no JSON is taken
   * @throws the reason of the signal, where the request was aborted; TypeError "fetch failed", its cause with the code
   * `ECONNRESET`, where the connection was reset
   * @example
   * ```ts
   * const headers = { Authorization: 'Bearer any' }
   * const response = await tenant.fetch(new Request(`https://graph.microsoft.com/v1.0/communications/calls/${id}`, { headers }))
   * ```
   * Sources: Get call; headers and errors as the fixtures say.
   */
  fetch(request: Request): Promise<Response>

  /**
   * Puts a call into the tenant. What was read here is what is answered: a later change of the object changes nothing.
   * Its `@odata.context`, if it has one, is made that of the request: of its cloud, and its version. Its navigation
   * properties, such as `participants`, are answered to who asks for them with `$expand`.
   *
   * @param options - `replace` puts it in the place of a call with the same id; `unknownEnumMembers` takes enum members
   * that are not known, for clients that send `Prefer: include-unknown-enum-members`: others get `unknownFutureValue`
   * @returns the id of the call
   * @throws CallFormatError where it is no call, or has no id
   * @throws CallExistsError where a call with this id is there, and `replace` is not said
   * @example
   * ```ts
   * tenant.addCall(groupCall({ id: '2e1a' }))
   * ```
   */
  addCall<const Options extends AddCallOptions>(call: CallInput<Options>, options?: Options): string

  /**
   * Leads a call to its next state: the next of its course, or where a call goes to which nothing else happens.
   *
   * @returns the state that it is in now
   * @throws UnknownCallError where no such call is there
   * @throws CallTransitionError where it has ended, or is in a state of which no source tells what follows
   * @example
   * ```ts
   * tenant.addCall(fixture('establishing-outgoing'))
   * tenant.advance(fixture('establishing-outgoing').id) // 'established'
   * ```
   * Sources: the documented examples of the call pages; reported calls. Microsoft draws no diagram.
   */
  advance(callId: string): CallState

  /**
   * Ends a call. Without a reason it ends as DELETE ends it: through `terminating`, or directly for an `incoming` call, with
   * the result 200/7000. With a reason it ends in the fewest steps. A call with an interval takes its time; any other call
   * is `terminated` at once.
   *
   * @param reason - the `code` and `subcode` of the call's `resultInfo`
   * @throws {@link UnknownCallError} if the tenant has no such call
   * @throws {@link CallTransitionError} if the call has ended
   * @throws TypeError if a code is not a 32-bit integer
   * @example
   * ```ts
   * tenant.endCall(id)
   * tenant.endCall(id, { code: 480, subcode: 10037 }) // the callee has no endpoint
   * ```
   * Sources: Delete call; call end reasons; reported (500/7106 for a failed join).
   */
  endCall(callId: string, reason?: CallEndReason): void

  /**
   * Transfers an established call: it is `transferring` now, and `transferAccepted` and `terminated` (200/7015) are to come, at
   * its pace, or by {@link Tenant.advance}.
   *
   * @param options - `outcome: 'failed-transfer'` leads it back to `established`, with the result 500
   * @throws UnknownCallError where no such call is there
   * @throws CallTransitionError where it is not established
   * @example
   * ```ts
   * tenant.transferCall(id)
   * tenant.transferCall(id, { outcome: 'failed-transfer' })
   * ```
   * Sources: the documented examples of Transfer call; call end reasons (200/7015).
   */
  transferCall(callId: string, options?: TransferOptions): void

  /**
   * What each GET of a call got, the oldest first, as far as it is among the newest thousand requests.
   *
   * @example
   * ```ts
   * expect(tenant.history(id).map(({ state }) => state)).toEqual(['establishing', 'established'])
   * ```
   */
  history(callId: string): readonly CallResponse[]

  /**
   * From now on, posts `commsNotifications` to the `callbackUri` of a call whenever it comes into a state: when it is placed, moved,
   * hung up, or goes on by itself. They come one after the other; what a receiver does with them stops nothing here. They
   * carry no token. Only addresses on loopback are told, unless a host is named.
   *
   * @returns what became of each, how to wait for them, and what ends it; {@link Tenant.reset} ends it too
   * @throws TypeError where `copies` is no whole number from 1 on, or `timeout` no number of milliseconds
   * @example
   * ```ts
   * await using notifying = tenant.notify({ outOfOrder: true })
   * tenant.addCall(fixture('incoming-peer-to-peer', { callbackUri: 'http://127.0.0.1:3978/api/calls' }))
   * tenant.advance(fixture('incoming-peer-to-peer').id)
   * expect(await notifying.settled()).toMatchObject([{ status: 202 }, { status: 202 }])
   * ```
   * Sources: $metadata v1.0, commsNotifications; reported notifications, which are sparse, and may come out of order.
   */
  notify(options?: NotifyOptions): NotificationSender

  /**
   * Refuses every request for one call with 403. The service makes no permission check at GET; these two were reported:
   * `7504` (the tenant did not let the application in) and `7505` (the token is of another tenant than the call).
   *
   * @throws TypeError where the code is another
   * @example
   * ```ts
   * tenant.forbid(id, '7505')
   * ```
   * Source: reported (403/7504, 403/7505).
   */
  forbid(callId: string, code: ForbiddenCode): void

  /**
   * Answers the next request that has a token with an error, whatever it asks for. Several calls of it stand in line.
   *
   * @param failure - see {@link Failure}: an error of the service, a page of a proxy, or a connection that breaks
   * @throws TypeError where no error with the status was seen, or `retryAfter` is no number of seconds
   * @throws UnknownFixtureError where no error's fixture has the name
   * @example
   * ```ts
   * tenant.failNext({ status: 429, retryAfter: 0.5 })
   * tenant.failNext({ fixture: 'throttled-as-unknown-error' })
   * ```
   * Sources: the fixtures of these errors.
   */
  failNext(failure: Failure): void

  /**
   * Answers every so many requests that have a token with an error; the others as usual.
   *
   * @param count - of ten requests, the tenth fails: 10
   * @returns what ends it; {@link Tenant.reset} does so too
   * @throws TypeError, UnknownFixtureError as {@link Tenant.failNext} does; TypeError where the count is no whole number from 1
   * @example
   * ```ts
   * const stop = tenant.failEvery(10, { status: 503 })
   * ```
   * Sources: the fixtures of these errors.
   */
  failEvery(count: number, failure: Failure): () => void

  /**
   * Answers a share of the requests that have a token with an error: which ones, the seed decides.
   *
   * @param rate - the share, from 0 to 1
   * @param options - `seed`, a whole number, 0 unless said: the same one, the same requests
   * @returns what ends it; {@link Tenant.reset} does so too
   * @throws TypeError, UnknownFixtureError as {@link Tenant.failNext} does; TypeError where the rate or the seed is none
   * @example
   * ```ts
   * tenant.failAtRate(0.05, { connection: 'reset' }, { seed: 42 })
   * ```
   * Sources: the fixtures of these errors.
   */
  failAtRate(rate: number, failure: Failure, options?: { readonly seed?: number | undefined }): () => void

  /** The newest thousand requests, the oldest first: when, what, which answer; nothing of a token. */
  readonly requests: readonly TenantRequest[]

  /**
   * Those of {@link Tenant.requests} that found no call (404, and no call with this id is there), with the ids that may have been
   * meant: what to look at first where a test gets 404.
   *
   * @example
   * ```ts
   * expect(tenant.unmatched).toEqual([])
   * ```
   */
  readonly unmatched: readonly UnmatchedRequest[]

  /**
   * All that is in the tenant, as JSON: its calls and where they are on their courses, what it forbids and what is to fail, its
   * buckets, requests and counts. How it was created is not in it: the token, the clock, latency and throttle.
   *
   * @example
   * ```ts
   * const saved = tenant.snapshot()
   * await writeFile('tenant.json', JSON.stringify(saved))
   * ```
   */
  snapshot(): TenantSnapshot

  /**
   * Brings back what was saved, in this tenant or another. No time has passed for the calls since then.
   *
   * @param saved - what {@link Tenant.snapshot} gave, or the same read from its JSON
   * @throws SnapshotError where it is something else, was changed, or is of another version; then nothing has changed here
   * @example
   * ```ts
   * tenant.restore(JSON.parse(await readFile('tenant.json', 'utf8')))
   * ```
   */
  restore(saved: TenantSnapshot): void

  /** Back to how the tenant was created: its first calls, no trouble, no requests, no notifications, full buckets; ids and seeds start anew. */
  reset(): void

  /**
   * Answers on a port, for any language: on loopback, on a free port unless said. Needs Node.
   *
   * `GET /healthz` gets 200 from it without a token, for who waits until it is there.
   *
   * One request may have 16 KiB of headers, 8 KiB of them for its URL, and 1 MiB of a body that nobody reads, and 30 seconds to come
   * in; beyond that it gets 431, 414, 413 or 408 with an empty body, and no place in {@link Tenant.requests}.
   *
   * @param options - `port`, `host`, and `tls` with a private key and its certificate in PEM
   * @throws ListenError where the port is in use, or may not be used; it says what to do
   * @throws TypeError where `tls` is no private key with its certificate
   * @example
   * ```ts
   * await using server = await tenant.listen()
   * await fetch(`${server.url}/v1.0/communications/calls/${id}`, { headers })
   * ```
   */
  listen(options?: ListenOptions): Promise<TenantServer>
}

/**
 * A virtual tenant: what answers GET /communications/calls/{id} where you have no Microsoft 365 tenant.
 *
 * @throws CallFormatError, CallExistsError as {@link Tenant.addCall} does; TypeError where `latency`, `throttle` or
 * `synthetic` has a number that it may not be
 * @example
 * ```ts
 * const tenant = createTenant({ calls: [peerToPeerCall()] })
 * const client = Client.initWithMiddleware({
 *   middleware: [new AuthenticationHandler(authProvider), new RetryHandler(), graphMiddleware(tenant)],
 * })
 * ```
 * Sources: Get call; $metadata v1.0; reported answers, as each fixture says.
 */
export function createTenant(options: TenantOptions = {}): Tenant {
  const { calls = [], token, now = () => Date.now(), sleep = usualSleep, onRequest } = options
  const trouble = new Faults()
  const log = new RequestLog(onRequest)
  const throttle = throttleOf(options.throttle)
  const latency = (answered = 0) =>
    options.latency === undefined ? undefined : latencyOf(options.latency, answered)
  const synthetic = syntheticOf(options.synthetic)
  const lives = new CallStore(synthetic, now, options.keepEndedCallsFor ?? { gets: 1 })
  const state: State = { lives, trouble, throttle, log, token, now, latency: latency(), answered: 0 }
  const handler: Handler = (incoming) => handle(state, incoming)
  for (const call of calls) lives.addCall(call)
  const notifiers = new Set<Notifier>()
  const atFirst = new Map(lives.all())
  return {
    fetch: (request) => respond(handler, request, sleep),
    listen: (where) => listen(handler, sleep, where),
    addCall: (call, how) => lives.addCall(call, how),
    advance: (callId) => lives.advance(callId),
    endCall(callId, reason) {
      if (!lives.endCall(callId, reason)) throw new CallTransitionError(callId, 'endCall', 'terminated', [])
    },
    transferCall: (callId, { outcome = 'transferred' } = {}) => lives.transfer(callId, outcome),
    notify(how = {}) {
      const notifier = new Notifier(lives, now, how)
      for (const other of notifiers) if (other.isStopped) notifiers.delete(other)
      notifiers.add(notifier)
      return notifier
    },
    history: (callId) => historyOf(log.logged(), callId),
    forbid: (callId, code) => trouble.forbid(callId, code),
    failNext: (failure) => trouble.failNext(failure),
    failEvery: (count, failure) => trouble.failEvery(count, failure),
    failAtRate: (rate, failure, { seed = 0 } = {}) => trouble.failAtRate(rate, failure, seed),
    get requests() {
      return log.list()
    },
    get unmatched() {
      const requests = log.list()
      // Every id is one of a call there, or was.
      const lost = synthetic ? requests.filter(({ callId }) => callId === undefined) : requests
      return unmatchedIn(lost, lives.all())
    },
    snapshot: () =>
      snapshotOf({
        answered: state.answered,
        calls: saveCalls(lives.all(), now()),
        endedSynthetic: synthetic?.save() ?? [],
        trouble: trouble.save(),
        buckets: throttle?.save(now()) ?? [],
        requests: log.logged(),
      }),
    restore(saved) {
      const { answered, calls, endedSynthetic, trouble: causes, buckets, requests } = readSnapshot(saved)
      lives.restore(restoreCalls(calls, now()))
      synthetic?.restore(endedSynthetic)
      trouble.restore(causes)
      throttle?.restore(buckets, now())
      state.latency = latency(answered)
      log.restore(requests)
      state.answered = answered
      for (const notifier of notifiers) notifier.watch()
    },
    reset() {
      for (const notifier of notifiers) notifier.stop()
      notifiers.clear()
      lives.restore(atFirst)
      synthetic?.clear()
      trouble.clear()
      throttle?.clear()
      state.latency = latency()
      log.clear()
      state.answered = 0
    },
  }
}

function throttleOf(throttle: TenantOptions['throttle'] = false): Throttle | undefined {
  if (throttle === false) return undefined
  return new Throttle(throttle === true ? {} : throttle)
}

function syntheticOf(synthetic: TenantOptions['synthetic'] = false): SyntheticCalls | undefined {
  if (synthetic === false) return undefined
  if (synthetic === true) return new SyntheticCalls({})
  return new SyntheticCalls(typeof synthetic === 'object' ? synthetic : { seed: synthetic })
}
