import type { Interaction } from './interaction.ts'
import { matchersFor, type RegexMatcher, regex, type Template } from './matchers.ts'

/** An interaction as Pact is told of it: every example with its matcher. */
export interface InteractionTemplate {
  readonly description: string
  readonly state: Interaction['state']
  readonly request: {
    readonly path: RegexMatcher
    readonly query: Readonly<Record<string, string>>
    readonly headers: Readonly<Record<string, RegexMatcher>>
  }
  readonly response: {
    readonly status: number
    readonly headers: Readonly<Record<string, RegexMatcher>>
    readonly body: Template
  }
}

/** A token that plainly is none. */
export const token = 'an-invented-token'
const paths = '/v1.0/communications/calls/'

/** The template of an interaction. All that decides the bytes of a pact, but for Pact itself, is in it. */
export function templateOf({
  description,
  state,
  callId,
  query,
  response,
}: Interaction): InteractionTemplate {
  return {
    description,
    state,
    request: {
      path: pathTemplate(encodeURIComponent(callId)),
      query,
      headers: { Authorization: regex(`Bearer ${token}`, '^Bearer \\S+$') },
    },
    response: {
      status: response.status,
      headers: headersOf(response),
      body: matchersFor(response.bodyType, response.body),
    },
  }
}

/**
 * A regular expression and a generator at once, which only Pact's raw form can say: other paths are refused, and who
 * verifies puts a real id in.
 */
function pathTemplate(callId: string): RegexMatcher {
  return {
    ...regex(`${paths}${callId}`, `^${paths.replaceAll('.', '\\.')}[^/]+$`),
    'pact:generator:type': 'ProviderState',
    expression: `${paths}\${id}`,
  }
}

function headersOf({ retryAfter }: Interaction['response']): Record<string, RegexMatcher> {
  return {
    'Content-Type': regex('application/json', '^application/json(;.*)?$'),
    // The service was seen to send "2.128".
    ...(retryAfter !== undefined && { 'Retry-After': regex(retryAfter, '^[0-9]+(\\.[0-9]+)?$') }),
  }
}
