import { type ErrorFixtureName, fixtures, UnknownFixtureError } from '../../../fixtures/index.ts'
import { isJsonObject } from '../../model/json.ts'
import { jsonCopy } from '../../model/json-copy.ts'
import type { OptionKinds } from '../../model/known-options.ts'
import { pathText } from '../../model/path.ts'
import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import { checkedCount, checkedKey, isKeyOf } from '../checked-values.ts'
import { type Failure, type FailureOptions, type ProxyStatus, proxyReasons } from './failure.ts'
import { checkedHeaders, retryAfterText } from './failure-headers.ts'
import { checkedTime } from './latency.ts'

/** Checked failure as JSON: a snapshot contains it as it is. Dates are strings, and properties are never undefined. */
export interface CheckedFailure {
  readonly status?: number
  readonly code?: string
  readonly message?: string
  readonly body?: unknown
  readonly fixture?: ErrorFixtureName
  readonly proxy?: ProxyStatus
  readonly connection?: keyof typeof connectionFaults
  readonly milliseconds?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly retryAfter?: SavedRetryAfter | readonly SavedRetryAfter[]
  readonly times?: number
}

type SavedRetryAfter = number | string | null

const connectionFaults = { reset: true, truncated: true, slow: true } as const

const responseOptions: OptionKinds<FailureOptions> = {
  retryAfter: 'checked',
  headers: 'checked',
  times: 'checked',
}

type FailureWith<Name extends PropertyKey> = Extract<Failure, Readonly<Record<Name, unknown>>>

/** Options of each kind of failure, by the option that says which kind it is. */
const kinds = {
  status: { status: 'checked', code: 'checked', message: 'checked', body: 'checked', ...responseOptions },
  fixture: { fixture: 'checked', message: 'checked', ...responseOptions },
  proxy: { proxy: 'checked', ...responseOptions },
  connection: { connection: 'checked', milliseconds: 'checked', times: 'checked' },
} as const satisfies {
  readonly [Kind in 'status' | 'fixture' | 'proxy' | 'connection']: OptionKinds<FailureWith<Kind>>
}

/** Statuses of responses that never have a body. Source: Fetch Standard, 2.2.3 (null body status). */
export const nullBodyStatuses: readonly number[] = [204, 205, 304]

/** @throws TypeError, UnknownFixtureError if the failure is not valid */
export function checkedFailure(failure: unknown): CheckedFailure {
  if (!isJsonObject(failure)) {
    const example = isErrorFixture(failure) ? `{ fixture: '${failure}' }` : '{ status: 503 }'
    throw invalidValue('failure', failure, `an object, such as ${example}`)
  }
  const given: Given = Object.fromEntries(Object.entries(failure).filter(([, value]) => value !== undefined))
  const kind = kindOf(given, failure)
  checkOptions(`a failure with ${kind}`, failure, kinds[kind])
  const { times, retryAfter, headers } = given
  return {
    ...checkedKind(kind, given),
    ...(times !== undefined && { times: checkedCount('times', times) }),
    ...(headers !== undefined && { headers: headersOf(headers, retryAfter !== undefined) }),
    ...(retryAfter !== undefined && { retryAfter: checkedRetryAfter(retryAfter, times) }),
  }
}

/** Options that are set. */
type Given = { readonly [Name in keyof CheckedFailure]?: unknown }

function kindOf(given: Given, failure: object): keyof typeof kinds {
  const names = ['status', 'fixture', 'proxy', 'connection'] as const
  const found = names.filter((name) => name in given)
  const [kind] = found
  if (kind && found.length === 1) return kind
  if (kind) throw invalidValue('failure', found.join(' and '), `only one of ${names.join(', ')}`)
  // A misspelled name is likelier than a failure without one.
  checkOptions('a failure', failure, {
    ...kinds.status,
    ...kinds.fixture,
    ...kinds.proxy,
    ...kinds.connection,
  })
  throw invalidValue('failure', given, `an object with one of ${names.join(', ')}`)
}

function checkedKind(kind: keyof typeof kinds, given: Given): CheckedFailure {
  switch (kind) {
    case 'status':
      return checkedStatus(given)
    case 'fixture':
      return { fixture: errorFixture(given.fixture), ...textOf('message', given) }
    case 'proxy':
      return { proxy: checkedKey('proxy', proxyReasons, given.proxy) }
    case 'connection':
      return checkedConnection(given)
  }
}

function checkedStatus(given: Given): CheckedFailure {
  const { status, code, message, body } = given
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599) {
    throw invalidValue('status', status, 'an integer from 200 to 599')
  }
  const content = [code, message, body].find((each) => each !== undefined)
  if (content !== undefined && nullBodyStatuses.includes(status)) {
    throw invalidValue(
      'failure',
      content,
      `no code, message or body: a response with status ${status} has no body`,
    )
  }
  if (body === undefined) return { status, ...textOf('code', given), ...textOf('message', given) }
  if (code !== undefined || message !== undefined) {
    throw invalidValue('body', body, 'either a body, or a code and a message')
  }
  return { status, body: checkedBody(body) }
}

function textOf<Name extends 'code' | 'message'>(
  name: Name,
  given: Given,
): { readonly [K in Name]?: string } {
  const value = given[name]
  if (value === undefined) return {}
  if (typeof value === 'string' && (name === 'message' || value !== '')) return textNamed(name, value)
  throw invalidValue(name, value, name === 'code' ? 'a string, such as "8522"' : 'a string')
}

function textNamed<Name extends string>(name: Name, value: string): { readonly [K in Name]?: string } {
  const named: { [K in Name]?: string } = {}
  named[name] = value
  return named
}

function checkedBody(body: unknown): unknown {
  if (typeof body === 'string') return body
  if (!Array.isArray(body) && !isJsonObject(body))
    throw invalidValue('body', body, 'a string, an object or an array')
  const json = jsonCopy(body)
  if ('copy' in json) return json.copy
  const { path, found } = json.notJson
  throw new TypeError(`Invalid ${pathText(['body', ...path])}: ${found}. Expected JSON.`)
}

function checkedConnection(given: Given): CheckedFailure {
  const connection = checkedKey('connection', connectionFaults, given.connection)
  const { milliseconds } = given
  if (milliseconds === undefined) return { connection }
  if (connection !== 'slow') {
    throw invalidValue('milliseconds', milliseconds, `no time: only { connection: 'slow' } has one`)
  }
  return { connection, milliseconds: checkedTime('milliseconds', milliseconds) }
}

function headersOf(headers: unknown, hasRetryAfter: boolean): Readonly<Record<string, string>> {
  if (isJsonObject(headers)) return checkedHeaders(headers, hasRetryAfter)
  throw invalidValue('headers', headers, 'an object, such as { "x-ms-region": "West Europe" }')
}

function checkedRetryAfter(value: unknown, times: unknown): SavedRetryAfter | readonly SavedRetryAfter[] {
  if (!Array.isArray(value)) return savedRetryAfter(value)
  if (value.length === 0) throw invalidValue('retryAfter', value, 'a list of at least 1')
  if (typeof times === 'number' && value.length > times) {
    throw invalidValue('retryAfter', value, `a list of at most ${times}, the value of times`)
  }
  return value.map(savedRetryAfter)
}

/** Returns the value as JSON. */
function savedRetryAfter(value: unknown): SavedRetryAfter {
  const text = retryAfterText(value)
  return typeof value === 'number' ? value : text
}

function errorFixture(name: unknown): ErrorFixtureName {
  if (isErrorFixture(name)) return name
  if (isKeyOf(fixtures, name)) {
    throw invalidValue('fixture', name, `the fixture of an error, such as 'throttled'`)
  }
  throw new UnknownFixtureError(
    name,
    Object.values(fixtures).flatMap((each) => (isErrorName(each.name) ? [each.name] : [])),
  )
}

function isErrorFixture(name: unknown): name is ErrorFixtureName {
  return isKeyOf(fixtures, name) && isErrorName(name)
}

export function isErrorName(name: keyof typeof fixtures): name is ErrorFixtureName {
  return fixtures[name].status >= 400
}
