import { type ErrorFixtureName, UnknownFixtureError } from '../../../fixtures/index.ts'
import { type SavedValue, uniqueKeys } from '../saved-value.ts'
import { readRandomState } from '../seeded.ts'
import { type CheckedFailure, checkedFailure } from './checked-failure.ts'
import { timesOf } from './fault.ts'

/** Requests that a rule fails: every nth, or a share of them. */
export type Schedule = { readonly every: number } | { readonly rate: number; readonly seed: number }

/** Failure, and the number of requests that it has failed, as JSON. */
interface SavedPlan {
  readonly failure: CheckedFailure
  readonly failed: number
}

/** Rule that fails requests repeatedly, as JSON. */
export interface SavedRule extends SavedPlan {
  readonly schedule: Schedule
  /** Number of requests that the rule has counted. */
  readonly requests: number
  /** State of the random numbers, for a share of requests. */
  readonly random?: readonly number[] | undefined
}

/** State of the faults, as JSON. */
export interface SavedFaults {
  readonly forbidden: readonly (readonly [callId: string, fixture: ErrorFixtureName])[]
  readonly next: readonly SavedPlan[]
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
    next: saved
      .at('next')
      .items()
      .map((plan) => readPlan(plan.object('failure', 'failed'), timesOf)),
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
  saved.object('failure', 'failed', 'schedule', 'requests', 'random')
  const schedule = readSchedule(saved.at('schedule'))
  const random = 'rate' in schedule ? readRandomState(saved.at('random')) : saved.optional('random', rejected)
  const requests = saved.at('requests').integer(0)
  const plan = readPlan(saved, ({ times = Number.MAX_SAFE_INTEGER }) => times)
  return { ...plan, schedule, requests, random }
}

const rejected = (saved: SavedValue) => saved.fail('no such property')

function readSchedule(saved: SavedValue): Schedule {
  if (saved.at('every').value !== undefined) {
    return { every: saved.object('every').at('every').integer(1) }
  }
  saved.object('rate', 'seed')
  return { rate: saved.at('rate').number(0, 1), seed: saved.at('seed').integer(-Number.MAX_SAFE_INTEGER) }
}

/**
 * Reads a failure and the number of requests that it has failed.
 *
 * @param timesOf - returns the number of requests that the failure fails
 */
function readPlan(saved: SavedValue, timesOf: (failure: CheckedFailure) => number): SavedPlan {
  const failure = readFailure(saved.at('failure'))
  // A failure that has failed all its requests is removed.
  return { failure, failed: saved.at('failed').integer(0, timesOf(failure) - 1) }
}

function readFailure(saved: SavedValue): CheckedFailure {
  try {
    return checkedFailure(saved.value)
  } catch (error) {
    if (error instanceof TypeError || error instanceof UnknownFixtureError) saved.fail('a valid failure')
    throw error
  }
}
