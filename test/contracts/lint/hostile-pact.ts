import { committedPact, interactionIn } from '../committed.ts'

/** Returns a pact with one interaction, whose parts are replaced. */
export function hostile({
  body,
  rules,
  path,
  headers,
  generators,
  ...interaction
}: Readonly<Record<string, unknown>>): string {
  const pact = committedPact()
  const one = interactionIn(pact, 'group')
  const request = {
    ...one.request,
    ...(path !== undefined && { path }),
    ...(headers !== undefined && { headers }),
    ...(generators !== undefined && { generators }),
  }
  const response = {
    ...one.response,
    ...(body !== undefined && { body: { content: body, contentType: 'application/json', encoded: false } }),
    ...(rules !== undefined && { matchingRules: { body: rules } }),
  }
  return JSON.stringify({ ...pact, interactions: [{ ...one, request, response, ...interaction }] })
}

/** A body that is a call. */
export const call = { id: '1', state: 'established' }

/** The names of a pact. */
export const minimal = { consumer: { name: 'contoso-bot' }, provider: { name: 'microsoft-graph-calls' } }
