import { authorizationOf, isAuthorization, requestsCall } from '../pact-file/call-request.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import type { InteractionRule, Problem } from './rule.ts'

/** Rules for the request of an interaction. */
export const requestRules = {
  'other-request': {
    why: 'This package only knows GET /communications/calls/{id}, with or without /v1.0 or /beta. The rest of this interaction was not checked.',
    fix: 'Correct the method and the path. Keep contracts for other requests under another provider name.',
    check: when(
      (interaction) => !requestsCall(interaction),
      'request.path',
      ({ request }) => `${request.method} ${withoutQuery(request.path)}`,
    ),
  },
  'missing-authorization': {
    why: 'Graph responds with 401 to a request without a token, so the consumer never gets this response.',
    fix: 'Add an Authorization header that is matched with `regex`, with an invented token as its example.',
    check: when(
      (interaction) => interaction.response.status !== 401 && authorizationOf(interaction) === undefined,
      'request.headers',
      () => 'no Authorization',
    ),
  },
  'fixed-token': {
    why: 'The pact requires this exact token, so a verification with a real token fails.',
    fix: 'Match the header with the regular expression ^Bearer \\S+$.',
    check: when(
      (interaction) =>
        authorizationOf(interaction) !== undefined &&
        !Object.keys(interaction.request.matchingRules?.header ?? {}).some((name) =>
          isAuthorization(headerOf(name)),
        ),
      'request.headers.Authorization',
      () => 'a token without a matcher',
    ),
  },
  'body-on-get': {
    why: 'Graph ignores the body of a GET request, and proxies may reject it.',
    fix: 'Remove the body from the client and from the interaction.',
    check: when(
      ({ request: { method, body } }) =>
        method.toUpperCase() === 'GET' &&
        body?.content !== undefined &&
        body.content !== null &&
        body.content !== '',
      'request.body',
      () => 'a body',
    ),
  },
  'fixed-call-id': {
    why: 'Without a generator, a provider cannot replace the call ID in the path with the ID of one of its own calls.',
    fix: 'Add the generator ProviderState to the path, as `defineCallContract` does.',
    check: when(
      (interaction) =>
        requestsCall(interaction) &&
        !JSON.stringify(interaction.request.generators?.path ?? {}).includes('ProviderState'),
      'request.path',
      () => 'a fixed call ID',
    ),
  },
  'loose-path': {
    why: 'A type matcher accepts every path, so a request for another resource matches as well. `fromProviderState` alone writes such a matcher.',
    fix: 'Match the path with the regular expression ^/v1\\.0/communications/calls/[^/]+$.',
    check: when(
      ({ request }) => request.matchingRules?.path?.matchers.some(({ match }) => match === 'type') ?? false,
      'request.path',
      () => 'a type matcher',
    ),
  },
  'replaced-example': {
    why: 'A generator replaces the example with a random value, so each run gets another value and no test can expect it.',
    fix: 'Pass an explicit example to the matcher, so that Pact adds no generator. Keep only the generator ProviderState.',
    check: ({ request, response }) => [
      ...generatorsIn(request, 'request'),
      ...generatorsIn(response, 'response'),
    ],
  },
} satisfies Record<string, InteractionRule>

function when(
  applies: (interaction: PactInteraction) => boolean,
  path: string,
  found: (interaction: PactInteraction) => string,
): InteractionRule['check'] {
  return (interaction) => (applies(interaction) ? [{ path, found: found(interaction) }] : [])
}

/** Finds generators. They are nested by the part of the message, and in bodies and headers also by path. */
function generatorsIn(
  { generators = {} }: Pick<PactInteraction['request'], 'generators'>,
  part: string,
): Problem[] {
  const walk = (value: unknown, path: string): Problem[] => {
    const { type } = Object(value)
    if (typeof type === 'string')
      return type === 'ProviderState' ? [] : [{ path, found: `the generator ${type}` }]
    return Object.entries(Object(value)).flatMap(([key, inner]) =>
      walk(inner, `${path}.${key.replace(/^\$\.?/, '')}`),
    )
  }
  return walk(generators, part)
}

/** Pact writes `Authorization`, `$.Authorization` and `Authorization[0]`. */
const headerOf = (rule: string) => rule.replace(/^\$\.?|\['|'\]|\[\d+\]$/g, '')

const withoutQuery = (path: string) => path.replace(/\?.*/s, '')
