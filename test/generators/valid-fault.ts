import { readCall } from 'graph-call-testkit'
import type { FaultyCall, FaultyResponse } from 'graph-call-testkit/generators'
import { responseOf } from 'graph-call-testkit/generators'
import { callSchema } from 'graph-call-testkit/schema'
import { issuesOf } from '../../src/read/issues.ts'
import { strict, tolerant } from '../../src/read/mode.ts'

/** Whether the strict reading finds this one thing wrong and no other, and the tolerant one the same, unless it tolerates it. */
export function isFaultyCall({ call, fault }: FaultyCall): boolean {
  const found = [
    issuesOf('call', call, strict),
    ...(fault.tolerated ? [] : [issuesOf('call', call, tolerant)]),
  ]
  return (
    found.every((issues) => issues.length === 1) &&
    found.flat().every(({ path, rule }) => path === fault.path && rule === fault.rule) &&
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
