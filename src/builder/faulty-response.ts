import type { Call } from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import type { ErrorResponse } from './error.ts'

/** Faults of a response, with their descriptions. */
const responseFaults = {
  'empty-body': 'status 200 without a body',
  'truncated-json': 'the body ends before its JSON does',
  'wrong-content-type': 'a call with a Content-Type other than JSON',
  'html-from-proxy': 'an HTML page from a proxy between the client and Graph',
  'error-in-success': 'status 200 with the body of an error',
} as const

/**
 * Kind of fault of a response.
 *
 * @example
 * ```ts
 * import { anyFaultyResponse, type ResponseFaultKind } from 'graph-call-testkit/generators'
 *
 * const kinds: readonly ResponseFaultKind[] = ['empty-body', 'truncated-json']
 * const responses = anyFaultyResponse({ kind: kinds })
 * ```
 */
export type ResponseFaultKind = keyof typeof responseFaults

/** Kinds of fault of a response, the simplest first. */
export const responseFaultKinds: readonly ResponseFaultKind[] = [
  'empty-body',
  'truncated-json',
  'wrong-content-type',
  'html-from-proxy',
  'error-in-success',
]

/**
 * The single fault of a response.
 *
 * @example
 * ```ts
 * import type { ResponseFault } from 'graph-call-testkit/generators'
 *
 * const titleOf = ({ kind, description }: ResponseFault) => `${kind}: ${description}`
 * ```
 */
export interface ResponseFault<Kind extends ResponseFaultKind = ResponseFaultKind> {
  /** Kind of fault. */
  readonly kind: Kind
  /** Human-readable description. */
  readonly description: string
}

/**
 * A response with a single fault.
 *
 * @example
 * ```ts
 * import { type FaultyResponse, responseOf } from 'graph-call-testkit/generators'
 *
 * const statusOf = (faulty: FaultyResponse) => responseOf(faulty).status
 * ```
 */
export interface FaultyResponse<Kind extends ResponseFaultKind = ResponseFaultKind> {
  /** HTTP status code. 200, except for most pages of a proxy. */
  readonly status: number
  /** Headers by name. */
  readonly headers: Readonly<Record<string, string>>
  /** Body as text, because it may not be JSON. */
  readonly body: string
  /** The single fault of the response. */
  readonly fault: ResponseFault<Kind>
}

type BareResponse = Omit<FaultyResponse, 'fault'>

/** Returns a builder of responses with one of these kinds of fault. */
export function faultyResponseOf(
  kinds: readonly ResponseFaultKind[],
  call: Build<Call>,
  error: Build<ErrorResponse>,
): Build<FaultyResponse> {
  const text = (choices: Choices) => JSON.stringify(choices.one(call))
  const success = (choices: Choices, body: string, type = 'application/json'): BareResponse => ({
    status: 200,
    headers: { ...gatewayHeaders(choices.one(error)), 'Content-Type': type },
    body,
  })
  const responses: Readonly<Record<ResponseFaultKind, Build<BareResponse>>> = {
    'empty-body': (choices) => success(choices, choices.pick(['', ' ', '\r\n'])),
    // No proper prefix of a JSON object is valid JSON. A client decodes half a character as U+FFFD.
    'truncated-json': (choices) => {
      const whole = text(choices)
      return success(choices, whole.slice(0, 1 + choices.below(whole.length - 1)).toWellFormed())
    },
    'wrong-content-type': (choices) => success(choices, text(choices), choices.pick(otherTypes)),
    'html-from-proxy': (choices) => {
      const { status, title } = choices.pick(pages)
      const headers = { 'Content-Type': 'text/html; charset=utf-8', Via: '1.1 proxy.contoso.com' }
      return { status, headers, body: pageOf(title) }
    },
    'error-in-success': (choices) => success(choices, JSON.stringify(choices.one(error).body)),
  }
  return (choices) => {
    const kind = choices.pickKept(kinds)
    return { ...responses[kind](choices), fault: { kind, description: responseFaults[kind] } }
  }
}

/** Returns the headers that Graph's gateway adds to every response. */
function gatewayHeaders({ headers }: ErrorResponse): Record<string, string> {
  return Object.fromEntries(
    gatewayHeaderNames.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  )
}

const gatewayHeaderNames = [
  'Strict-Transport-Security',
  'request-id',
  'client-request-id',
  'x-ms-ags-diagnostic',
]

const otherTypes = [
  'text/plain',
  'text/html; charset=utf-8',
  'application/octet-stream',
  'application/xml',
] as const

/** Pages of proxies, gateways and captive portals. */
const pages = [
  { status: 502, title: '502 Bad Gateway' },
  { status: 503, title: '503 Service Temporarily Unavailable' },
  { status: 504, title: '504 Gateway Time-out' },
  { status: 403, title: 'Blocked by your organization' },
  { status: 407, title: 'Proxy Authentication Required' },
  { status: 200, title: 'Sign in to Contoso Guest' },
] as const

function pageOf(title: string): string {
  return `<!DOCTYPE html>\n<html>\n<head><title>${title}</title></head>\n<body><h1>${title}</h1></body>\n</html>\n`
}
