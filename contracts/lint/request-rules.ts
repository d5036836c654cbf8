import { bodyOf } from '../pact-file/body.ts'
import { authorizationOf, callIdIn, isAuthorization, requestsCall } from '../pact-file/call-request.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import { forInteractions, type InteractionRule, type Problem } from './rule.ts'

/** Rules for the request of an interaction. */
export const requestRules = /* @__PURE__ */ forInteractions({
  'other-request': {
    why: 'This package only knows GET /communications/calls/{id}, with or without /v1.0 or /beta. The rest of this interaction was not checked.',
    fix: 'Correct the method and the path. Keep contracts for other requests under another provider name.',
    scope: 'provider',
    check: when(
      (interaction) => !requestsCall(interaction),
      'request.path',
      ({ request }) => `${request.method} ${withoutQuery(request.path)}`,
    ),
  },
  'missing-authorization': {
    why: 'Graph responds with 401 to a request without a token, so the consumer never gets this response.',
    fix: 'Add an Authorization header that is matched with `regex`, with an invented token as its example.',
    scope: 'calls',
    check: when(
      (interaction) => interaction.response.status !== 401 && authorizationOf(interaction) === undefined,
      'request.headers',
      () => 'no Authorization',
    ),
  },
  'fixed-token': {
    why: 'The pact requires this exact token, so a verification with a real token fails.',
    fix: 'Match the header with the regular expression ^Bearer \\S+$.',
    scope: 'calls',
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
    why: 'Graph ignores the body of a GET request, and some proxies reject it.',
    fix: 'Remove the body from the client and from the interaction.',
    scope: 'calls',
    check: when(
      ({ request }) => request.body?.content !== null && bodyOf(request).kind !== 'none',
      'request.body',
      () => 'a body',
    ),
  },
  'fixed-call-id': {
    why: 'The provider does not learn the call ID in the path, so it cannot create a call with this ID or replace it with the ID of one of its own calls.',
    fix: 'Add the generator ProviderState to the path, as `defineCallContract` does. If your tool has none (Pact-Net), add the call ID to the parameters of the provider state.',
    scope: 'calls',
    check: when(
      ({ request, providerStates }) =>
        !JSON.stringify(request.generators?.path ?? {}).includes('ProviderState') &&
        !providerStates.some(({ params = {} }) => Object.values(params).includes(callIdOf(request))),
      'request.path',
      () => 'a fixed call ID',
    ),
  },
  'loose-path': {
    why: 'A type matcher accepts every path, so a request for another resource matches as well. `fromProviderState` alone writes such a matcher.',
    fix: 'Match the path with the regular expression ^/v1\\.0/communications/calls/[^/]+$.',
    scope: 'calls',
    check: when(
      ({ request }) => request.matchingRules?.path?.matchers.some(({ match }) => match === 'type') ?? false,
      'request.path',
      () => 'a type matcher',
    ),
  },
  'replaced-example': {
    why: 'A generator replaces the example with a random value, so each run gets another value and no test can expect it.',
    fix: 'Pass an explicit example to the matcher, so that Pact adds no generator. Keep only the generator ProviderState.',
    scope: 'calls',
    check: ({ request, response }) => [
      ...generatorsIn(request, 'request'),
      ...generatorsIn(response, 'response'),
    ],
  },
})

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
    // The characters of a text are texts, too.
    if (typeof value !== 'object' || value === null) return []
    const { type } = Object(value)
    if (typeof type === 'string')
      return type === 'ProviderState' ? [] : [{ path, found: `the generator ${type}` }]
    return Object.entries(value).flatMap(([key, inner]) =>
      walk(inner, `${path}.${key.replace(/^\$\.?/, '')}`),
    )
  }
  return walk(generators, part)
}

/** Pact writes `Authorization`, `$.Authorization` and `Authorization[0]`. */
const headerOf = (rule: string) => rule.replace(/^\$\.?|\['|'\]|\[\d+\]$/g, '')

/** Returns the call ID in the path, decoded as in the parameters of a provider state. */
function callIdOf({ path }: PactInteraction['request']): string | undefined {
  const id = callIdIn(path)
  try {
    return id && decodeURIComponent(id)
  } catch {
    return id
  }
}

const withoutQuery = (path: string) => path.replace(/\?.*/s, '')
