import type { Call } from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import type { ErrorResponse } from './error.ts'

/** What can be wrong with an answer before anybody looks at the call in it. */
const responseFaults = {
  'empty-body': 'a success without a body',
  'truncated-json': 'the body ends before its JSON does',
  'wrong-content-type': 'a call, under a Content-Type that is not JSON',
  'html-from-proxy': 'a page of HTML from a proxy between the bot and Graph',
  'error-in-success': 'a status of 200, and the body of an error',
} as const

/** What is wrong with an answer. */
export type ResponseFaultKind = keyof typeof responseFaults

/** The kinds of fault, the simplest first. */
export const responseFaultKinds: readonly ResponseFaultKind[] = [
  'empty-body',
  'truncated-json',
  'wrong-content-type',
  'html-from-proxy',
  'error-in-success',
]

/** The one thing that is wrong with an answer. */
export interface ResponseFault<Kind extends ResponseFaultKind = ResponseFaultKind> {
  /** Its name. */
  readonly kind: Kind
  /** What is wrong, in words. */
  readonly description: string
}

/** An answer with one thing wrong. */
export interface FaultyResponse<Kind extends ResponseFaultKind = ResponseFaultKind> {
  /** The HTTP status; a success, but for what a proxy answers. */
  readonly status: number
  /** The headers by their names. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as text, for it may be no JSON. */
  readonly body: string
  /** The one thing that is wrong with it. */
  readonly fault: ResponseFault<Kind>
}

type Answer = Omit<FaultyResponse, 'fault'>

/** Answers with one of these things wrong, where such a call or such an error should have been. */
export function faultyResponseOf(
  kinds: readonly ResponseFaultKind[],
  call: Build<Call>,
  error: Build<ErrorResponse>,
): Build<FaultyResponse> {
  const text = (choices: Choices) => JSON.stringify(choices.one(call))
  const success = (choices: Choices, body: string, type = 'application/json'): Answer => ({
    status: 200,
    headers: { ...gatewayHeaders(choices.one(error)), 'Content-Type': type },
    body,
  })
  const answers: Readonly<Record<ResponseFaultKind, Build<Answer>>> = {
    'empty-body': (choices) => success(choices, choices.pick(['', ' ', '\r\n'])),
    // Wherever it is cut off, an object is no JSON any more.
    'truncated-json': (choices) => {
      const whole = text(choices)
      return success(choices, whole.slice(0, 1 + choices.below(whole.length - 1)))
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
    const kind = choices.keptOf(kinds)
    return { ...answers[kind](choices), fault: { kind, description: responseFaults[kind] } }
  }
}

/** What Graph's gateway adds to every answer, whatever is wrong with it. */
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

/** What proxies, gateways and the pages that one signs in to a network at answer in place of a service. */
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
