import type { Provenance } from './definitions.ts'

/**
 * One source of a fact, which a person can open.
 *
 * @example
 * ```ts
 * import { explain, type Source } from 'graph-call-testkit'
 *
 * const [first]: readonly Source[] = explain('call.state').sources
 * first?.url // 'https://graph.microsoft.com/v1.0/$metadata'
 * ```
 */
export interface Source {
  /** Kind of source. */
  readonly provenance: Provenance
  /** Page and section, metadata type and property, or report. */
  readonly text: string
  /** URL of the page, of the metadata, or of the report. */
  readonly url: string
}

const graphApi = 'https://learn.microsoft.com/graph/api'
const repository = 'https://github.com/graph-call-testkit/graph-call-testkit/blob/main'

/** Repositories with reports, by the names that the model gives them. */
const repositories: Readonly<Record<string, string>> = {
  'graph-comms-samples': 'microsoftgraph/microsoft-graph-comms-samples',
  'graph-docs-contrib': 'microsoftgraph/microsoft-graph-docs-contrib',
  'graph-docs': 'microsoftgraph/microsoft-graph-docs',
  'msgraph-sdk-dotnet': 'microsoftgraph/msgraph-sdk-dotnet',
  'msgraph-sdk-java-core': 'microsoftgraph/msgraph-sdk-java-core',
  'msgraph-sdk-java': 'microsoftgraph/msgraph-sdk-java',
  'msgraph-sdk-javascript': 'microsoftgraph/msgraph-sdk-javascript',
  'msteams-docs': 'MicrosoftDocs/msteams-docs',
  'graph-calling-bots': 'sambetts/graph-calling-bots',
}

/** Pages whose URL does not follow from their names. */
const pages: Readonly<Record<string, string>> = {
  'Get call': `${graphApi}/call-get`,
  'Create call': `${graphApi}/application-post-calls`,
  'Delete call': `${graphApi}/call-delete`,
  'Answer call': `${graphApi}/call-answer`,
  'Reject call': `${graphApi}/call-reject`,
  'Redirect call': `${graphApi}/call-redirect`,
  'Transfer call': `${graphApi}/call-transfer`,
  'call: recordResponse': `${graphApi}/call-record`,
  'List participants': `${graphApi}/call-list-participants`,
  'Get participant': `${graphApi}/participant-get`,
  'Delete participant': `${graphApi}/participant-delete`,
  'List audioRoutingGroups': `${graphApi}/call-list-audioroutinggroups`,
  'Create audioRoutingGroup': `${graphApi}/call-post-audioroutinggroups`,
  'Get audioRoutingGroup': `${graphApi}/audioroutinggroup-get`,
  'Update audioRoutingGroup': `${graphApi}/audioroutinggroup-update`,
  'Delete audioRoutingGroup': `${graphApi}/audioroutinggroup-delete`,
  'List contentSharingSessions': `${graphApi}/call-list-contentsharingsessions`,
  'Get contentSharingSession': `${graphApi}/contentsharingsession-get`,
  'call end reasons': `${graphApi}/call-delete`,
  'Graph error responses': 'https://learn.microsoft.com/graph/errors',
  'Graph throttling': 'https://learn.microsoft.com/graph/throttling-limits',
  'Evolvable enums': 'https://learn.microsoft.com/graph/best-practices-concept',
  'Calling bots':
    'https://learn.microsoft.com/microsoftteams/platform/bots/calls-and-meetings/call-notifications',
  'Calling limits': 'https://learn.microsoft.com/graph/cloud-communications-service-limits',
  'Client credentials flow':
    'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow',
  'AADSTS error codes': 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
  'Bot Framework authentication':
    'https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication',
  'OData JSON Format':
    'https://docs.oasis-open.org/odata/odata-json-format/v4.01/odata-json-format-v4.01.html',
}

/**
 * Returns the sources that a text of the model names, in its order. Parts are separated by semicolons. A part that is not a
 * source, such as "call is an open type", belongs to the source before it.
 */
export function sourcesIn(text: string): readonly Source[] {
  const sources: Source[] = []
  for (const part of text.split('; ')) {
    const found = sourceOf(part)
    const last = sources.at(-1)
    if (found) sources.push(found)
    else if (last) sources.splice(-1, 1, { ...last, text: `${last.text}; ${part}` })
  }
  return sources
}

function sourceOf(text: string): Source | undefined {
  if (text.startsWith('$metadata')) {
    return { provenance: 'metadata', text, url: 'https://graph.microsoft.com/v1.0/$metadata' }
  }
  if (text.startsWith('assumption')) {
    return { provenance: 'assumed', text, url: `${repository}/docs/assumptions.md` }
  }
  // The other product has the same codes, but nothing proves that Graph sends them.
  if (text.startsWith('Azure Communication Services')) {
    const url =
      'https://learn.microsoft.com/azure/communication-services/resources/troubleshooting/voice-video-calling/troubleshooting-codes'
    return { provenance: 'assumed', text, url }
  }
  const report = reportIn(text)
  if (report) return report
  const page = pageOf(text)
  return page ? { provenance: 'documented', text, url: page } : undefined
}

function pageOf(text: string): string | undefined {
  const name = Object.keys(pages).find((each) => text.startsWith(each))
  if (name) return pages[name]
  const beta = /\bbeta\b/.test(text) ? '?view=graph-rest-beta' : ''
  const [, owner, action] = /\b(call|participant): (\w+)/.exec(text) ?? []
  if (owner && action) return `${graphApi}/${owner}-${action.toLowerCase()}${beta}`
  const [, resource] = /\b(\w+) resource\b/.exec(text) ?? []
  return resource && `${graphApi}/resources/${resource.toLowerCase()}${beta}`
}

function reportIn(text: string): Source | undefined {
  const name = Object.keys(repositories).find((each) => text.startsWith(each))
  if (!name) return undefined
  const [, issue] = / issues? (\d+)/.exec(text) ?? []
  const path = issue ? `/issues/${issue}` : name === 'graph-calling-bots' ? '' : '/issues'
  return { provenance: 'reported', text, url: `https://github.com/${repositories[name]}${path}` }
}

/** Returns the kinds of source of a fact, the declared one first. A fact that is assumed in part is only `assumed`. */
export function provenancesOf(declared: Provenance, sources: readonly Source[]): readonly Provenance[] {
  if (declared === 'assumed') return ['assumed']
  return [...new Set([declared, ...sources.map(({ provenance }) => provenance)])]
}
