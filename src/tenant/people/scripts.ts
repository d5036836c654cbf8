import type { TimelineEntry } from '../calls/timeline-entry.ts'
import type { LiveParts } from '../live-parts.ts'
import { isRecording } from '../media/record.ts'
import { answers, declines, hangsUp, hearsKeys, mutes, presses, shares, speaks } from './acts.ts'
import { callBot } from './call-bot.ts'
import { drawDelay } from './delay.ts'
import type { ScriptRun } from './script-runs.ts'
import type { StepEvent, StoredStep } from './script-steps.ts'
import { transfers } from './transfer-bot.ts'

/** Name of the task that takes a step. */
const takeStep = 'script-step'

/** Registers the scripts of people: they follow what happens in their calls. */
export function handleScripts(live: LiveParts): void {
  const { calls, clock, people, scripts, timeline } = live
  clock.handle(takeStep, ({ callId, key: person = '' }) => {
    const run = scripts.find(callId, person)
    const step = run && stepOf(live, run)
    if (!run || !step) return
    scripts.set({ ...run, next: run.next + 1, waitsFor: 'event' })
    act(live, run, step)
    const following = scripts.find(callId, person)
    if (following) proceed(live, following)
  })
  timeline.listen((callId, entry) => {
    if (!entry) return
    if (entry.kind === 'person' && (entry.act === 'rings' || entry.act === 'calls')) {
      const [first] = people.named(entry.person)?.script ?? []
      const isCaller = entry.act === 'calls'
      const isForOtherCalls = first?.does === 'calls' && !isCaller
      if (first && !isForOtherCalls && !scripts.find(callId, entry.person)) {
        const next = first.does === 'calls' ? 1 : 0
        scripts.set({ person: entry.person, callId, next, waitsFor: 'event' })
      }
    }
    for (const run of scripts.in(callId)) proceed(live, run, entry)
  })
  calls.onChange(({ callId, call: { state } }) => {
    if (state !== 'terminated') return
    for (const run of scripts.in(callId)) {
      scripts.remove(run)
      if (stepOf(live, run)?.does === 'calls') startCall(live, { ...run, callId: '', waitsFor: 'call' })
    }
  })
}

/** Starts the scripts that begin with a call to a bot, once a bot is registered. */
export function startScripts(live: LiveParts): void {
  const { bots, people, scripts } = live
  if (!bots.first) return
  for (const { name, script } of people.all()) {
    const [first] = script
    const isReady = first?.does === 'calls' && (first.value === undefined || bots.find(String(first.value)))
    if (isReady && scripts.start(name))
      startCall(live, { person: name, callId: '', next: 0, waitsFor: 'call' })
  }
}

/** Starts the delay of a step that calls a bot. */
function startCall(live: LiveParts, run: ScriptRun): void {
  live.scripts.set(run)
  proceed(live, run)
}

/** Lets a run wait for the next thing, or schedules its step. */
function proceed(live: LiveParts, run: ScriptRun, entry?: TimelineEntry): void {
  const { clock, scripts, seed } = live
  const step = stepOf(live, run)
  if (!step) scripts.remove(run)
  if (!step || run.waitsFor === 'delay') return
  const hasHappened =
    run.waitsFor === 'call' || step.when === undefined || isEvent(step.when, live, run, entry)
  if (hasHappened && isPossible(live, run, step)) {
    const { person, callId, next } = run
    scripts.set({ ...run, waitsFor: 'delay' })
    const delay = drawDelay(step.after, seed, `${person} ${callId} ${next}`)
    clock.schedule({ name: takeStep, callId, key: person }, delay)
  } else if (hasHappened && run.waitsFor === 'event') scripts.set({ ...run, waitsFor: 'call' })
}

function isEvent(
  when: StepEvent,
  { calls }: LiveParts,
  { callId }: ScriptRun,
  entry?: TimelineEntry,
): boolean {
  if (when === 'established') return calls.stateOf(callId) === 'established'
  if (entry?.kind !== 'operation') return false
  const [operation, ...statuses] = operationEvents[when]
  return entry.operation === operation && statuses.some((status) => status === entry.status)
}

/** Operation of each event, and its statuses in the timeline. */
const operationEvents = {
  promptStarts: ['playPrompt', 'running'],
  promptEnds: ['playPrompt', 'completed', 'failed'],
  recordingStarts: ['record', 'recording'],
  recordingEnds: ['record', 'completed', 'failed'],
} as const

/** True if the person can take the step now. */
function isPossible(live: LiveParts, { callId, person }: ScriptRun, { does }: StoredStep): boolean {
  switch (does) {
    case 'calls':
      return callId === ''
    case 'answers':
    case 'declines':
      return live.rings.of(person)?.callId === callId
    case 'presses':
      return hearsKeys(live, callId)
    case 'speaks':
      return isRecording(live, callId)
    default:
      return live.calls.stateOf(callId) === 'established'
  }
}

function act(live: LiveParts, run: ScriptRun, { does, value }: StoredStep): void {
  acts.get(does)?.(live, run, value)
}

type Act = (live: LiveParts, run: ScriptRun, value: StoredStep['value']) => void

const acts: ReadonlyMap<string, Act> = new Map<string, Act>([
  ['calls', callAgain],
  ['answers', (live, { person }) => answers(live, person)],
  ['declines', (live, { person }) => declines(live, person)],
  ['presses', (live, { callId, person }, keys) => presses(live, callId, person, String(keys))],
  ['speaks', (live, { callId, person }, seconds) => speaks(live, callId, person, Number(seconds))],
  ['hangsUp', (live, { callId, person }) => hangsUp(live, callId, person)],
  ['mutes', (live, { callId, person }) => mutes(live, callId, person, true)],
  ['unmutes', (live, { callId, person }) => mutes(live, callId, person, false)],
  ['sharesScreen', (live, { callId, person }) => shares(live, callId, person, true)],
  ['stopsSharing', (live, { callId, person }) => shares(live, callId, person, false)],
  ['transfers', (live, { callId, person }, to) => transfers(live, callId, person, String(to))],
])

/** Calls the bot of a step. The run continues in the new call. */
function callAgain(live: LiveParts, { person, callId, next }: ScriptRun, appId: StoredStep['value']): void {
  const { bots, people, scripts } = live
  scripts.remove({ person, callId })
  const caller = people.named(person)
  const bot = appId === undefined ? bots.first : bots.find(String(appId))
  if (!caller || !bot) return
  const called = callBot(live, caller, bot)
  scripts.set({ person, callId: called, next: next + 1, waitsFor: 'event' })
}

function stepOf({ people }: LiveParts, { person, next }: ScriptRun): StoredStep | undefined {
  return people.named(person)?.script[next]
}
