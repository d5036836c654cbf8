import { readCall } from 'graph-call-testkit'
import type { FaultyCall, FaultyResponse } from 'graph-call-testkit/generators'
import { responseOf } from 'graph-call-testkit/generators'
import { callSchema } from 'graph-call-testkit/schema'
import { issuesOf } from '../../src/read/issues.ts'
import { strict, tolerant } from '../../src/read/mode.ts'

/** True if the strict schema reports exactly this fault, and the tolerant schema too, unless the fault is tolerated. */
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

/** True if the response has the fault that it declares. */
export function isFaultyResponse(response: FaultyResponse): boolean {
  const { status, headers } = responseOf(response)
  const isJson = headers.get('Content-Type') === 'application/json'
  const read = outcomeOf(response.body)
  switch (response.fault.kind) {
    case 'empty-body':
      return status === 200 && isJson && response.body.trim() === '' && read === 'not JSON'
    case 'truncated-json':
      return status === 200 && isJson && response.body.startsWith('{') && read === 'not JSON'
    case 'wrong-content-type':
      return status === 200 && !isJson && read === 'a call'
    case 'html-from-proxy':
      return !isJson && response.body.startsWith('<!DOCTYPE html>') && read === 'not JSON'
    case 'error-in-success':
      return status === 200 && isJson && read === 'not a call'
  }
}

function outcomeOf(text: string): 'a call' | 'not a call' | 'not JSON' {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return 'not JSON'
  }
  try {
    readCall(body)
    return 'a call'
  } catch {
    return 'not a call'
  }
}
