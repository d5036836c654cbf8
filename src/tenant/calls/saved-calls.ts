import { parseState } from '../../lifecycle/transitions.ts'
import type { CallState, ReceivedCall } from '../../model/types.generated.ts'
import { CallFormatError } from '../../read/call-format-error.ts'
import { readCallWithUnknownEnumMembers } from '../../read/read-call.ts'
import { ageOf, readAge, type SavedValue, uniqueKeys } from '../saved-value.ts'
import type { CallProgress } from './call-progress.ts'
import type { Interval } from './interval.ts'
import { readState } from './saved-state.ts'
import { parsedCall, type StoredCall, stored } from './stored-call.ts'

/** Call in a snapshot. */
export interface SavedCall {
  readonly id: string
  readonly call: unknown
  /** `age` is the time since the call entered its state, in milliseconds. */
  readonly progress?: Omit<CallProgress, 'since'> & { readonly age: number }
}

export function saveCalls(calls: ReadonlyMap<string, StoredCall>, now: number): readonly SavedCall[] {
  return [...calls].map(([id, { fullText, progress }]) => {
    const call: unknown = JSON.parse(fullText)
    if (!progress) return { id, call }
    const { since, result, snapshots, stays, ...rest } = progress
    const codes = result && {
      code: result.code,
      subcode: result.subcode,
      ...(result.message && { message: result.message }),
    }
    const saved = {
      ...rest,
      result: codes,
      ...(snapshots && { snapshots }),
      ...(stays && { stays }),
      age: ageOf(since, now),
    }
    return { id, call, progress: saved }
  })
}

/** @throws SnapshotError if the value does not consist of calls */
export function readCalls(saved: SavedValue, now: number): Map<string, StoredCall> {
  const unique = uniqueKeys()
  return new Map(
    saved.items().map((each) => {
      each.object('id', 'call', 'progress')
      const id = unique(each.at('id').text(), each.at('id'))
      const call = readStoredCall(each.at('call'), id)
      const progress = each.optional('progress', (value) => readProgress(value, each.at('call'), id, now))
      return [id, call.with(progress)] as const
    }),
  )
}

function readStoredCall(saved: SavedValue, id: string): StoredCall {
  return stored(readSavedCall(saved, id))
}

function readSavedCall(saved: SavedValue, id: string): ReceivedCall {
  try {
    const call = readCallWithUnknownEnumMembers(saved.value)
    if (call.id === id && id !== '') return parsedCall(JSON.stringify(call))
  } catch (error) {
    if (!(error instanceof CallFormatError)) throw error
    const [issue] = error.issues
    return saved.fail(issue ? `a call, in which ${issue.path || 'the body'} is ${issue.expected}` : 'a call')
  }
  return saved.at('id').fail('the ID of the call, which is not empty')
}

/** Number of states in the longest path. */
const longestPath = 100

function readProgress(saved: SavedValue, call: SavedValue, id: string, now: number): CallProgress {
  saved.object('state', 'remaining', 'result', 'snapshots', 'stays', 'interval', 'gets', 'age')
  const state = saved.optional('state', readState)
  const { value } = call.at('state')
  if (state !== parseState(typeof value === 'string' ? value : undefined)) {
    saved.at('state').fail('the state of the call')
  }
  const remaining = saved.at('remaining').items(longestPath).map(readState)
  const stays = saved.optional('stays', (value) =>
    value.items(Math.max(0, remaining.length - 1)).map((each) => each.number(1, Number.MAX_VALUE)),
  )
  const snapshots = saved.optional('snapshots', (value) => readSnapshots(value, remaining, id))
  return {
    state,
    remaining,
    result: saved.optional('result', readResult),
    ...(snapshots && { snapshots }),
    ...(stays && { stays }),
    interval: saved.optional('interval', readInterval),
    since: now - readAge(saved.at('age')),
    gets: saved.at('gets').integer(0),
  }
}

/** Reads the calls of a lifecycle, one for each state that remains. */
function readSnapshots(saved: SavedValue, remaining: readonly CallState[], id: string): ReceivedCall[] {
  return saved.tuple(remaining.length).map((each, index) => {
    const call = readSavedCall(each, id)
    return call.state === remaining[index] ? call : each.at('state').fail(`the state ${remaining[index]}`)
  })
}

function readResult(saved: SavedValue) {
  saved.object('code', 'subcode', 'message')
  const message = saved.optional('message', (value) => value.text())
  return {
    code: readInt32(saved.at('code')),
    subcode: readInt32(saved.at('subcode')),
    ...(message && { message }),
  }
}

function readInt32(saved: SavedValue): number {
  return saved.integer(-(2 ** 31), 2 ** 31 - 1)
}

function readInterval(saved: SavedValue): Interval {
  if (saved.at('gets').value !== undefined) return { gets: saved.object('gets').at('gets').integer(1) }
  return { milliseconds: saved.object('milliseconds').at('milliseconds').number(1, Number.MAX_VALUE) }
}
