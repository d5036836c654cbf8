import { type EndReason, endReasons } from '../lifecycle/end-reasons.ts'
import { transferResults } from '../lifecycle/transfer-results.ts'
import { type ActionFailure, errorsOf } from '../model/actions/action-errors.ts'
import { actions } from '../model/actions/index.ts'
import { promptResults, recordingResults } from '../model/actions/media-results.ts'
import { type Completion, completions, promptFailures } from '../model/completion-reasons.ts'
import type { Provenance } from '../model/definitions.ts'
import { type SignInError, signInErrors } from '../model/sign-in.ts'
import type { Fact } from './fact.ts'
import { errorCodesIn, namedBodies, seenIn } from './occurrences.ts'
import { declared } from './type-facts.ts'

/** Returns a fact for each code of an error, and for each code and subcode of a result. */
export function codeFacts(): readonly Fact[] {
  return [...errorFacts(), ...signInFacts(), ...resultFacts()]
}

function errorFacts(): readonly Fact[] {
  const found = new Map<string, ActionFailure[]>()
  for (const failure of actions.flatMap((action) => [...errorsOf(action)])) {
    const others = found.get(failure.code) ?? []
    if (!others.includes(failure)) found.set(failure.code, [...others, failure])
  }
  const known = [...found].map(([code, failures]): Fact => {
    const [first] = failures
    return {
      name: code,
      kind: 'error',
      description: failures.map(({ status, when }) => `${status}: ${when}.`).join(' '),
      provenance: first?.provenance ?? 'assumed',
      origin: first?.origin ?? '',
      alsoIn: failures.slice(1).map(({ origin }) => origin),
      seenIn: seenIn(code),
    }
  })
  return [...known, ...fixtureErrorFacts(new Set(found.keys()))]
}

/** Codes that only fixtures have. */
function fixtureErrorFacts(known: ReadonlySet<string>): readonly Fact[] {
  const errors = namedBodies().flatMap(({ title, body, origin }) => {
    const { error } = Object(body)
    const codes = error === undefined ? [] : errorCodesIn(error).filter((code) => !known.has(code))
    return codes.map((code) => ({ code, origin, title }))
  })
  return [...new Set(errors.map(({ code }) => code))].map((code) => {
    const [first] = errors.filter((each) => each.code === code)
    return {
      name: code,
      kind: 'error',
      description: `Error: ${first?.title}.`,
      ...declared(first?.origin ?? ''),
      seenIn: seenIn(code),
    }
  })
}

function signInFacts(): readonly Fact[] {
  return Object.entries<SignInError>(signInErrors).map(
    ([code, { status, error, text, isStatusAssumed }]) => ({
      name: `AADSTS${code}`,
      kind: 'error',
      description: `${status} ${error}: ${text}`,
      ...declared(`AADSTS error codes, ${code}${isStatusAssumed ? '; assumption: the status' : ''}`),
      watchFor: isStatusAssumed ? ['No source shows the status.'] : [],
    }),
  )
}

interface Result {
  readonly code: number
  readonly subcode: number
  readonly meaning: string
  readonly provenance: Provenance
  readonly origin: string
}

function resultFacts(): readonly Fact[] {
  const results = new Map<string, Result[]>()
  for (const result of [...callResults(), ...mediaResults()]) {
    const name = `${result.code}/${result.subcode}`
    results.set(name, [...(results.get(name) ?? []), result])
  }
  return [...results].map(([name, all]): Fact => {
    const [first] = all
    return {
      name,
      kind: 'result',
      description: `Result: ${[...new Set(all.map(({ meaning }) => meaning))].join('; ')}.`,
      provenance: first?.provenance ?? 'assumed',
      origin: first?.origin ?? '',
      alsoIn: all.slice(1).map(({ origin }) => origin),
      seenIn: seenIn(name),
    }
  })
}

function callResults(): readonly Result[] {
  const reasons: readonly EndReason[] = endReasons
  return [
    ...reasons.map(({ code, subcode, meaning = 'no source gives its meaning', reported }) => ({
      code,
      subcode,
      meaning,
      ...declared(reported ?? `call end reasons, ${code}/${subcode}`),
    })),
    ...transferResults.map(({ code, subcode, meaning, origin }) => ({
      code,
      subcode,
      meaning,
      ...declared(origin),
    })),
  ]
}

function mediaResults(): readonly Result[] {
  const ends = Object.values<Readonly<Record<string, Completion>>>(completions).flatMap((each) =>
    Object.values(each),
  )
  return [
    ...[...Object.values(recordingResults), ...Object.values(promptResults)].map((result) => ({
      ...result,
      meaning: meaningOf(result.message),
    })),
    ...ends.flatMap(({ result, provenance, origin }) =>
      result ? [{ ...result, meaning: meaningOf(result.message), provenance, origin }] : [],
    ),
    ...Object.values(promptFailures).map((result) => ({
      ...result,
      meaning: meaningOf(result.message),
      ...declared('Azure Communication Services, the codes; the status is assumed'),
    })),
  ]
}

/** Both tables of results have the message of a canceled operation, in two spellings. */
const meaningOf = (message: string) => message.replace(/\.$/, '').replace('cancelled', 'canceled')
