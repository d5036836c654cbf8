import { printable } from '../../src/output/printable.ts'
import { thrownText } from '../../src/output/thrown.ts'
import { redactText, safeLines } from '../redact.ts'
import { proxyAdvice } from './proxy-advice.ts'
import { RequestMismatchError } from './request-mismatch-error.ts'
import type { RecordedRequest } from './request-recorder.ts'
import { requestedId } from './requested-id.ts'

/** Requests and result of a test function that ran against a mock server. */
export interface TestRun<T> {
  readonly settled: PromiseSettledResult<T>
  readonly requests: readonly RecordedRequest[]
  /** Requests that were in flight when the test function ended. */
  readonly unanswered: readonly RecordedRequest[]
}

/**
 * Returns the error for the requests of a test run. Returns `undefined` if they match, and if the consumer failed before it
 * sent one: its own error then says why.
 *
 * @param found - mismatches that Pact reports
 */
export function requestMismatch(
  { settled, requests, unanswered }: TestRun<unknown>,
  { description, callId }: { readonly description: string; readonly callId: string },
  found: readonly string[],
): RequestMismatchError | undefined {
  const summary = `The consumer did not send ${description}`
  const differences = found.map(safeLines)
  const otherIds = otherIdsIn(requests, callId)
  if (otherIds.length > 0) {
    const lines = otherIds.map((id) => otherIdLine(id, callId))
    const ids = { requestedId: redactText(otherIds[0] ?? ''), expectedId: callId }
    return new RequestMismatchError(summary, [...lines, ...differences], ids)
  }
  const lostTokens = new Set(requests.flatMap(({ lostToken }) => lostToken ?? []))
  if (lostTokens.size > 0) {
    return new RequestMismatchError(summary, [...[...lostTokens].map(lostTokenLine), ...differences])
  }
  if (settled.status === 'fulfilled' && unanswered.length > 0) {
    return new RequestMismatchError(
      `The consumer did not await ${description}`,
      unanswered.map(notAwaitedLine),
    )
  }
  if (!requests.some(isJudged)) {
    const advice = requests.length === 0 ? proxyAdvice(process.env) : undefined
    const lines = [...differences, ...(requests.length === 0 ? [noRequestLine] : [])]
    if (settled.status === 'fulfilled') {
      return new RequestMismatchError(summary, advice === undefined ? lines : [...lines, advice])
    }
    const cause: unknown = settled.reason
    return advice === undefined
      ? undefined
      : new RequestMismatchError(summary, [`${causeLine(cause)} ${advice}`], { cause })
  }
  return differences.length > 0 ? new RequestMismatchError(summary, differences) : undefined
}

/** True if Pact compared the request with the contract. It responds to CORS preflights by itself. */
const isJudged = ({ method, outcome }: RecordedRequest) =>
  method !== 'OPTIONS' && (outcome === 'matched' || outcome === 'rejected')

function otherIdsIn(requests: readonly RecordedRequest[], callId: string): string[] {
  const ids = requests.flatMap(({ path }) => requestedId(path) ?? [])
  return [...new Set(ids)].filter((id) => id !== callId)
}

const otherIdLine = (id: string, callId: string) =>
  `It requested the call "${printable(redactText(id))}" instead of "${callId}". Use the callId of the context in the URL.`

const lostTokenLine = (token: string) =>
  `It sent the token "${token}" instead of a real one. Use the token of the context, or any other text.`

const notAwaitedLine = ({ method, path }: RecordedRequest) =>
  `${method} ${printable(redactText(path.replace(/\?.*/s, '')))} had no response when the test function returned. Add the missing await, or return the promise.`

const noRequestLine =
  'No request arrived before the test function returned. If your client sends one, add the missing await, or return the promise.'

function causeLine(cause: unknown): string {
  return `No request arrived: ${printable(redactText(thrownText(cause)))}.`
}
