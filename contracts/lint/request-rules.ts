import { asksForCall, authorizationOf, isAuthorization } from '../pact-file/call-request.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import type { InteractionRule, Problem } from './rule.ts'

/** What goes wrong with the request of an interaction. */
export const requestRules = {
  'other-request': {
    why: 'Only GET /communications/calls/{id} is known here, with /v1.0, /beta or nothing before it: nothing else was checked.',
    fix: 'Mend the path and the method, or keep the contract of other requests under another provider name.',
    check: when(
      (interaction) => !asksForCall(interaction),
      'request.path',
      ({ request }) => `${request.method} ${withoutQuery(request.path)}`,
    ),
  },
  'missing-authorization': {
    why: 'Graph answers 401 to a request without a token, so the consumer never sees this answer.',
    fix: 'Expect the header Authorization: Bearer and anything, by `regex`, with an invented token as the example.',
    check: when(
      (interaction) => interaction.response.status !== 401 && authorizationOf(interaction) === undefined,
      'request.headers',
      () => 'no Authorization',
    ),
  },
  'fixed-token': {
    why: 'The token has to be equal: a verification with a real one, or a client with another one, is refused.',
    fix: 'Match it by the regular expression ^Bearer \\S+$.',
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
    why: 'A GET has no body: Graph ignores it, and proxies on the way may refuse it.',
    fix: 'Send none, and expect none.',
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
    why: 'Without a generator, whoever verifies cannot put the id of a call of theirs into the path.',
    fix: 'Give the path the generator ProviderState, as the contracts of this package have it.',
    check: when(
      (interaction) =>
        asksForCall(interaction) &&
        !JSON.stringify(interaction.request.generators?.path ?? {}).includes('ProviderState'),
      'request.path',
      () => 'an id that stays as it is',
    ),
  },
  'loose-path': {
    why: 'A type matcher takes any path: a client that asks for something else matches too. Plain fromProviderState writes one.',
    fix: 'Match the path by the regular expression ^/v1\\.0/communications/calls/[^/]+$.',
    check: when(
      ({ request }) => request.matchingRules?.path?.matchers.some(({ match }) => match === 'type') ?? false,
      'request.path',
      () => 'a type matcher',
    ),
  },
  'replaced-example': {
    why: 'A generator puts a random value in place of the example, so no two runs see the same and no test can expect it.',
    fix: 'Give the matcher an explicit example: Pact then leaves it as it is. Of generators only ProviderState is of use here.',
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

/** A generator stands under its place, and in a body and among headers under a path too. */
function generatorsIn(
  { generators = {} }: Pick<PactInteraction['request'], 'generators'>,
  where: string,
): Problem[] {
  const walk = (value: unknown, path: string): Problem[] => {
    const { type } = Object(value)
    if (typeof type === 'string')
      return type === 'ProviderState' ? [] : [{ path, found: `the generator ${type}` }]
    return Object.entries(Object(value)).flatMap(([key, inner]) =>
      walk(inner, `${path}.${key.replace(/^\$\.?/, '')}`),
    )
  }
  return walk(generators, where)
}

/** Pact has `Authorization`, `$.Authorization` and `Authorization[0]`. */
const headerOf = (rule: string) => rule.replace(/^\$\.?|\['|'\]|\[\d+\]$/g, '')

const withoutQuery = (path: string) => path.replace(/\?.*/s, '')
