import { fixtures, notifications, operations } from '../../../fixtures/index.ts'
import { callPaths } from '../../lifecycle/paths.ts'
import { actionEntries } from './action-entries.ts'
import type { Entry } from './entry.ts'

/** Returns all entries. */
export async function catalog(): Promise<readonly Entry[]> {
  const { lintRules } = await import('../../../contracts/lint/lint-rules.ts')
  return [
    ...Object.values(fixtures).map(fixtureEntry),
    ...Object.values(notifications).map(({ name, title, provenance, origin, headers, body }): Entry => {
      const [first] = body.value
      return {
        kind: 'notifications',
        name,
        title,
        ...(first && 'resourceUrl' in first && callIdIn(first.resourceUrl)),
        source: `${provenance}: ${origin}`,
        details: { headers, body },
      }
    }),
    ...Object.values(operations).map(
      ({ name, title, provenance, origin, body }): Entry => ({
        kind: 'operations',
        name,
        title,
        source: `${provenance}: ${origin}`,
        details: { body },
      }),
    ),
    ...actionEntries(),
    ...Object.entries<{ readonly why: string; readonly fix: string }>(lintRules).map(
      ([name, { why, fix }]): Entry => ({ kind: 'lint-rules', name, title: why, details: { fix } }),
    ),
    ...[...new Set(callPaths.map(({ outcome }) => outcome))].map((outcome): Entry => {
      const paths = callPaths.filter((path) => path.outcome === outcome)
      const results = [...new Set(paths.flatMap((path) => path.results))]
      return {
        kind: 'scenarios',
        name: outcome,
        title: [...new Set(paths.map(({ states }) => states.join(' > ')))].join(', or '),
        details: { paths: paths.map(({ states, kind }) => ({ states, ...(kind && { kind }) })), results },
      }
    }),
  ]
}

function fixtureEntry(one: (typeof fixtures)[keyof typeof fixtures]): Entry {
  const { name, title, provenance, origin, request, status, headers, body } = one
  return {
    kind: 'error' in body ? 'errors' : 'calls',
    name,
    title,
    ...callIdIn(request.path),
    source: `${provenance}: ${origin}`,
    details: { request, status, headers, body },
  }
}

/** Returns the ID of the call in a path. */
function callIdIn(path: unknown): { readonly id: string } | undefined {
  const [, id] = /\/calls\/([^/?]+)/.exec(String(path)) ?? []
  return id === undefined ? undefined : { id: decodeURIComponent(id) }
}
