import { type ErrorFixtureName, fixtures } from '../../../fixtures/index.ts'
import { type SavedValue, uniqueKeys } from '../saved-value.ts'
import { readRandomState } from '../seeded.ts'
import type { Fault, ProxyStatus } from './failure.ts'
import { longestTime } from './latency.ts'
import type { TransmissionFault } from './transmission.ts'

/** Requests that a rule fails: every nth, or a share of them. */
export type Schedule = { readonly every: number } | { readonly rate: number; readonly seed: number }

/** Rule that fails requests repeatedly, as JSON. */
export interface SavedRule {
  readonly fault: Fault
  readonly schedule: Schedule
  /** Number of requests that the rule has counted. */
  readonly requests: number
  /** State of the random numbers, for a share of requests. */
  readonly random?: readonly number[] | undefined
}

/** State of the faults, as JSON. */
export interface SavedFaults {
  readonly forbidden: readonly (readonly [callId: string, fixture: ErrorFixtureName])[]
  readonly next: readonly Fault[]
  readonly rules: readonly (readonly [number: number, rule: SavedRule])[]
}

/** @throws SnapshotError if the value is not the state of faults */
export function readFaults(saved: SavedValue, forbiddenFixtures: readonly ErrorFixtureName[]): SavedFaults {
  saved.object('forbidden', 'next', 'rules')
  const uniqueId = uniqueKeys()
  const uniqueNumber = uniqueKeys()
  return {
    forbidden: saved
      .at('forbidden')
      .items()
      .map((pair) => {
        const [id = pair, fixture = pair] = pair.tuple(2)
        return [uniqueId(id.text(), id), fixture.oneOf(forbiddenFixtures)] as const
      }),
    next: saved.at('next').items().map(readFault),
    rules: saved
      .at('rules')
      .items()
      .map((pair) => {
        const [number = pair, rule = pair] = pair.tuple(2)
        // The next rule gets the next number.
        return [uniqueNumber(number.integer(1, 2 ** 48), number), readRule(rule)] as const
      }),
  }
}

function readRule(saved: SavedValue): SavedRule {
  saved.object('fault', 'schedule', 'requests', 'random')
  const schedule = readSchedule(saved.at('schedule'))
  const random = 'rate' in schedule ? readRandomState(saved.at('random')) : saved.optional('random', rejected)
  const requests = saved.at('requests').integer(0)
  return { fault: readFault(saved.at('fault')), schedule, requests, random }
}

const rejected = (saved: SavedValue) => saved.fail('no such property')

function readSchedule(saved: SavedValue): Schedule {
  if (saved.at('every').value !== undefined) {
    return { every: saved.object('every').at('every').integer(1) }
  }
  saved.object('rate', 'seed')
  return { rate: saved.at('rate').number(0, 1), seed: saved.at('seed').integer(-Number.MAX_SAFE_INTEGER) }
}

const errorNames = Object.values(fixtures)
  .map(({ name }) => name)
  .filter((name): name is ErrorFixtureName => fixtures[name].status >= 400)
const proxyStatuses: readonly ProxyStatus[] = [502, 503, 504]

function readFault(saved: SavedValue): Fault {
  if (saved.at('transmission').value !== undefined) {
    return { transmission: readTransmission(saved.object('transmission').at('transmission')) }
  }
  const retryAfter = saved.optional('retryAfter', (seconds) => seconds.number(0, Number.MAX_VALUE))
  if (saved.at('proxy').value !== undefined) {
    return { proxy: saved.object('proxy', 'retryAfter').at('proxy').oneOf(proxyStatuses), retryAfter }
  }
  return { fixture: saved.object('fixture', 'retryAfter').at('fixture').oneOf(errorNames), retryAfter }
}

function readTransmission(saved: SavedValue): TransmissionFault {
  const kind = saved.at('kind').oneOf(['reset', 'truncated', 'slow'])
  if (kind !== 'slow') {
    saved.object('kind')
    return { kind }
  }
  return {
    kind,
    milliseconds: saved.object('kind', 'milliseconds').at('milliseconds').number(0, longestTime),
  }
}
