import { readState } from '../calls/saved-state.ts'
import type { SavedValue } from '../saved-value.ts'
import type { LoggedRequest, TenantRequest } from './logged-request.ts'

/** @throws SnapshotError if the value is not a logged request */
export function readLoggedRequest(saved: SavedValue): LoggedRequest {
  saved.object('request', 'body', 'state')
  return {
    request: readRequest(saved.at('request')),
    body: saved.at('body').text(),
    state: saved.optional('state', readState),
  }
}

function readRequest(saved: SavedValue): TenantRequest {
  const texts = ['method', 'path', 'query', 'requestId', 'callId', 'traceparent', 'internalError'] as const
  saved.object('time', 'status', ...texts)
  const optional = (name: (typeof texts)[number]) => {
    const text = saved.optional(name, (value) => value.text())
    return text === undefined ? {} : { [name]: text }
  }
  return {
    time: saved.at('time').number(-latest, latest),
    method: saved.at('method').text(),
    path: saved.at('path').text(),
    query: saved.at('query').text(),
    status: saved.at('status').integer(0, 599),
    requestId: saved.at('requestId').text(),
    ...optional('callId'),
    ...optional('traceparent'),
    ...optional('internalError'),
  }
}

/** Latest time that a `Date` can have, in milliseconds since 1970. */
const latest = 8.64e15
