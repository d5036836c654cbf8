import { isOptions } from '../model/known-options.ts'
import { checkOptions } from '../read/check-options.ts'
import { checkedAbsentNames } from '../read/checked-version.ts'
import { invalidValue } from '../read/invalid-value.ts'
import { resumeHoldMusic } from './actions/hold-music.ts'
import { handleTasks } from './actions/index.ts'
import { endReasonKinds } from './call-end-reason.ts'
import { CallStore } from './calls/call-store.ts'
import { CallTransitionError } from './calls/call-transition-error.ts'
import { Ids } from './calls/generated-ids.ts'
import { Sessions } from './calls/sessions.ts'
import { SyntheticCalls } from './calls/synthetic-calls.ts'
import { checkedCallId, checkedIterable, checkedKey } from './checked-values.ts'
import { Clock, type ClockMode, clockModes } from './clock/clock.ts'
import { Faults } from './faults/faults.ts'
import { Throttle } from './faults/throttle.ts'
import { withDirectResponse } from './hosts/direct-responses.ts'
import { listen } from './hosts/listen.ts'
import { respond, respondDirectly } from './hosts/respond.ts'
import { sleep as defaultSleep } from './hosts/sleep.ts'
import { checkedAuthorization } from './http/authorization.ts'
import type { Handler } from './http/exchange.ts'
import { type HandlerParts, handle } from './http/handler.ts'
import { historyOf } from './http/history.ts'
import { handleIdentity } from './http/identity-handler.ts'
import { LogRedactor } from './http/log-redactor.ts'
import { RequestCounter } from './http/request-counter.ts'
import { RequestLog } from './http/request-log.ts'
import { unmatchedIn } from './http/unmatched.ts'
import { RegisteredApps } from './identity/registered-apps.ts'
import type { TokenClock } from './identity/token-time.ts'
import { checkedLimits, checkedSeed } from './limits.ts'
import type { LiveParts } from './live-parts.ts'
import { resumeMedia } from './media/media-queue.ts'
import { PromptAccess } from './media/prompt-options.ts'
import { Prompts } from './media/prompts.ts'
import { Recordings } from './media/recordings.ts'
import { eventOf } from './notifications/call-event.ts'
import { Feed } from './notifications/feed.ts'
import { notifyOptionKinds, senderOptionKinds } from './notifications/notification-sender.ts'
import { Notifier } from './notifications/notifier.ts'
import { Signer } from './notifications/signer.ts'
import { peopleFunctions } from './people/people-functions.ts'
import { createPeopleParts } from './people/people-parts.ts'
import { addScenario } from './people/scenario.ts'
import { clearAll, restoreSnapshot, type StatefulParts, takeSnapshot } from './snapshot.ts'
import type { Tenant } from './tenant.ts'
import { type TenantOptions, tenantOptionKinds, transferOptionKinds } from './tenant-options.ts'

/**
 * Creates a virtual tenant, which responds to requests for calls in place of Graph, and notifies bots.
 *
 * @throws a {@link CallFormatError} if one of the calls is not JSON, not a call, or has no id that a URL can contain
 * @throws a {@link CallExistsError} if two calls have the same id
 * @throws TypeError if another option is not valid
 * @example
 * ```ts
 * const incoming = createTenant({ calls: [{ id: '2e1a', state: 'incoming' }] })
 * const response = await graphFetch(incoming)('https://graph.microsoft.com/v1.0/communications/calls/2e1a', { headers })
 * ```
 * Sources: Get call; $metadata v1.0; reported responses, as in the fixtures.
 */
export function createTenant(options: TenantOptions = {}): Tenant {
  checkOptions('createTenant', options, tenantOptionKinds)
  checkOptions('notifications', options.notifications, senderOptionKinds)
  const { token, sleep = defaultSleep } = options
  if (token === '') throw invalidValue('token', token, 'a token that is not empty')
  const clock = new Clock(checkedMode(options.clock ?? 'real'), options.now)
  const { now } = clock
  const faults = new Faults()
  const log = new RequestLog(options.onRequest)
  const throttle = throttleOf(options.throttle)
  const counter = new RequestCounter(options.latency)
  const synthetic = syntheticOf(options.synthetic)
  const calls = new CallStore({
    calls: checkedIterable('calls', options.calls ?? []),
    synthetic,
    now,
    keepEndedCallsFor: options.keepEndedCallsFor ?? { gets: 1 },
  })
  const sessions = new Sessions()
  const ids = new Ids()
  const feed = new Feed(ids)
  const apps = new RegisteredApps(options.tenantId, options.apps)
  const tokenClock = tokenClockOf(clock, options.now)
  const prompts = new Prompts(new PromptAccess(options.prompts), () => clock.touch())
  const recordings = new Recordings()
  const peopleParts = createPeopleParts(clock)
  const { timeline } = peopleParts
  const live: LiveParts = {
    calls,
    sessions,
    clock,
    feed,
    ids,
    signer: new Signer(apps, tokenClock),
    prompts,
    recordings,
    ...peopleParts,
    peerToPeerRosters: options.peerToPeerRosters ?? false,
    absent: checkedAbsentNames(options),
    limits: checkedLimits(options.limits),
    seed: checkedSeed(options.seed),
    delivered: async (callId) => {
      await Promise.all([sender, ...notifiers].map((each) => each.delivered(callId)))
    },
  }
  feed.listen((event, messageId) => {
    if (sessions.has(event.callId)) timeline.addNotification(event, messageId)
  })
  // Before the tasks: they end a call whose bot did not take the notification.
  feed.onDelivered((delivered) => timeline.addDelivery(delivered))
  calls.onChange((change) => feed.emit(eventOf(live, change)))
  handleTasks(live)
  const notifiers = new Set<Notifier>()
  const isWatched = (callId: string) => [...notifiers].some((each) => each.includes(callId))
  /** Notifies the bots of live calls, unless a sender of the test does. */
  const sender = new Notifier(
    live,
    options.notifications ?? {},
    (callId) => sessions.has(callId) && !isWatched(callId),
  )
  const stateful: StatefulParts = {
    notifications: sender,
    clock,
    ids,
    sessions,
    prompts,
    recordings,
    calls,
    ...peopleParts,
    apps,
    faults,
    counter,
    requests: log,
    ...(synthetic && { endedSynthetic: synthetic }),
    ...(throttle && { buckets: throttle }),
  }
  const redactor = new LogRedactor(token, apps)
  const authorization = {
    token,
    accepts: checkedAuthorization(options.authorization),
    apps,
    clock: tokenClock,
  }
  const parts: HandlerParts = { calls, live, faults, throttle, log, counter, redactor, authorization, now }
  const identity = { identity: { apps, clock: tokenClock }, log, counter, redactor, now }
  const handler: Handler = (incoming) => handleIdentity(identity, incoming) ?? handle(parts, incoming)
  clock.isBusy = () => sender.isSending || prompts.isFetching || [...notifiers].some((each) => each.isSending)
  clock.onAdvance(() => {
    for (const id of calls.idsOfMoving()) calls.settle(id)
  })
  const initialPeople = () => addScenario(live.people, options.scenario ?? [])
  initialPeople()
  return {
    fetch: withDirectResponse(
      (request: Request) => respond(handler, request, sleep),
      (request) => respondDirectly(handler, request, sleep),
    ),
    listen: (listenOptions) => listen(handler, sleep, listenOptions),
    addCall: (call, callOptions) => calls.addCall(call, callOptions),
    advance: (callId) => calls.advance(checkedCallId(callId)),
    endCall(callId, reason) {
      checkOptions('endCall', reason, endReasonKinds)
      if (!calls.endCall(checkedCallId(callId), reason))
        throw new CallTransitionError(callId, 'endCall', 'terminated', [])
    },
    transferCall(callId, transferOptions = {}) {
      checkOptions('transferCall', transferOptions, transferOptionKinds)
      calls.transfer(checkedCallId(callId), checkedOutcome(transferOptions.outcome ?? 'transferred'))
    },
    notify(notifyOptions = {}) {
      checkOptions('notify', notifyOptions, notifyOptionKinds)
      const { callId } = notifyOptions
      const notifier = new Notifier(live, notifyOptions, (id) => callId === undefined || callId === id)
      for (const other of notifiers) if (other.isStopped) notifiers.delete(other)
      notifiers.add(notifier)
      return notifier
    },
    clock,
    get notifications() {
      return [...sender.deliveries, ...[...notifiers].flatMap(({ deliveries }) => deliveries)]
    },
    async settled() {
      do {
        await prompts.settled()
        await Promise.all([sender, ...notifiers].map((each) => each.settled()))
      } while (prompts.isFetching)
    },
    ...peopleFunctions(live, apps),
    history: (callId) => historyOf(log.logged(), checkedCallId(callId)),
    forbid: (callId, code) => faults.forbid(checkedCallId(callId), code),
    failNext: (failure) => faults.failNext(failure),
    failEvery: (count, failure) => faults.failEvery(count, failure),
    failAtRate(rate, failure, rateOptions = {}) {
      checkOptions('failAtRate', rateOptions, { seed: 'checked' })
      return faults.failAtRate(rate, failure, rateOptions.seed ?? 0)
    },
    get requests() {
      return log.list()
    },
    get unmatched() {
      const requests = log.list()
      // A synthetic tenant has, or had, a call for every id.
      const relevant = synthetic ? requests.filter(({ callId }) => callId === undefined) : requests
      return unmatchedIn(relevant, calls.all())
    },
    snapshot: () => takeSnapshot(stateful, now()),
    restore(saved) {
      restoreSnapshot(stateful, saved, clock.timeAfter)
      for (const notifier of notifiers) notifier.watch()
      resumeMedia(live)
      resumeHoldMusic(live)
    },
    reset() {
      for (const notifier of notifiers) notifier.stop()
      notifiers.clear()
      clearAll(stateful)
      initialPeople()
    },
  }
}

function checkedMode(mode: ClockMode): ClockMode {
  if (clockModes.includes(mode)) return mode
  throw invalidValue('clock', mode, `one of ${clockModes.join(', ')}`)
}

function checkedOutcome(outcome: 'transferred' | 'failed-transfer'): 'transferred' | 'failed-transfer' {
  return checkedKey('outcome', { transferred: true, 'failed-transfer': true }, outcome)
}

/** Bots compare tokens with the real time, also after the tenant's clock was moved. */
function tokenClockOf({ mode, now }: Clock, ownNow: TenantOptions['now']): TokenClock {
  return mode === 'real' && !ownNow
    ? () => ({ now: Date.now(), isReal: true })
    : () => ({ now: now(), isReal: false })
}

function throttleOf(throttle: TenantOptions['throttle'] = false): Throttle | undefined {
  if (throttle === false) return undefined
  return new Throttle(throttle === true ? {} : throttle)
}

function syntheticOf(synthetic: TenantOptions['synthetic'] = false): SyntheticCalls | undefined {
  if (synthetic === false) return undefined
  if (synthetic === true) return new SyntheticCalls({})
  if (typeof synthetic === 'number') return new SyntheticCalls({ seed: synthetic })
  if (isOptions(synthetic)) return new SyntheticCalls(synthetic)
  throw invalidValue('synthetic', synthetic, 'true, false, an integer as the seed, or an object')
}
