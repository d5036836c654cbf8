import { callSchema, readCall, strictCallSchema } from 'graph-call-testkit'
import type { FaultyCall, FaultyResponse } from 'graph-call-testkit/generators'
import { responseOf } from 'graph-call-testkit/generators'
import { issuesOf } from '../../src/schema/issues.ts'

/** What the strict reading says of a body, as `CallFormatError` has it. */
export function strictIssues(body: unknown) {
  const { error } = strictCallSchema.safeParse(body)
  return issuesOf('call', body, error?.issues ?? [])
}

/** Whether the strict reading finds this one thing wrong and no other, and the tolerant one says what the label says. */
export function isFaultyCall({ call, fault }: FaultyCall): boolean {
  const [issue, ...others] = strictIssues(call)
  return (
    others.length === 0 &&
    issue?.path === fault.path &&
    issue.rule === fault.rule &&
    callSchema.safeParse(call).success === fault.tolerated
  )
}

/** Whether there is no call to read in the answer, for the reason that is given. */
export function isFaultyResponse(answer: FaultyResponse): boolean {
  const { status, headers } = responseOf(answer)
  const isJson = headers.get('Content-Type') === 'application/json'
  const read = outcomeOf(answer.body)
  switch (answer.fault.kind) {
    case 'empty-body':
      return status === 200 && isJson && answer.body.trim() === '' && read === 'no JSON'
    case 'truncated-json':
      return status === 200 && isJson && answer.body.startsWith('{') && read === 'no JSON'
    case 'wrong-content-type':
      return status === 200 && !isJson && read === 'a call'
    case 'html-from-proxy':
      return !isJson && answer.body.startsWith('<!DOCTYPE html>') && read === 'no JSON'
    case 'error-in-success':
      return status === 200 && isJson && read === 'no call'
  }
}

function outcomeOf(text: string): 'a call' | 'no call' | 'no JSON' {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return 'no JSON'
  }
  try {
    readCall(body)
    return 'a call'
  } catch {
    return 'no call'
  }
}
