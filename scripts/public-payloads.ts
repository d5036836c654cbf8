import { fixtures, notifications, operations } from '../fixtures/index.ts'
import { TestkitError } from '../src/model/errors.ts'
import { type Source, sourcesIn } from '../src/model/sources.ts'
import { isCallError } from '../src/read/guard.generated.ts'
import { issuesOf } from '../src/read/issues.ts'
import { tolerant } from '../src/read/mode.ts'
import { readCall } from '../src/read/read-call.ts'
import { readNotifications } from '../src/read/read-notifications.ts'

/** Public body of the calling API: of a page of the documentation, of a report, or captured. Names and ids are invented. */
export interface PublicPayload {
  readonly name: string
  readonly source: string
  readonly sources: readonly Source[]
  /** Kind of body that it should be. */
  readonly kind: 'call' | 'error' | 'notifications' | 'operation'
  readonly text: string
}

/** Payload with the result of reading it. */
export interface ReadPayload extends PublicPayload {
  /** First line of the error. Absent if it is read. */
  readonly error?: string
}

type Extra = Omit<PublicPayload, 'sources'>

/** Public bodies that no fixture has, because they are not JSON, or not in the form that the service sends. */
const extras: readonly Extra[] = [
  {
    name: 'a call with trailing commas',
    source: 'Get call, Examples 1 and 2, as printed',
    kind: 'call',
    text: '{"@odata.type":"#microsoft.graph.call","state":"established","direction":"outgoing",}',
  },
  {
    name: 'a roster with a comment',
    source: 'call: mute, Example, as printed',
    kind: 'notifications',
    text: '{"@odata.type":"#microsoft.graph.commsNotifications","value":[{"changeType":"updated","resourceData":[{"isMuted":true // muted\n}]}]}',
  },
  {
    name: 'an incoming call with a state in PascalCase',
    source: 'Calling bots, the sample notification',
    kind: 'notifications',
    text: '{"@odata.type":"#microsoft.graph.commsNotifications","value":[{"@odata.type":"#microsoft.graph.commsNotification","changeType":"updated","resourceUrl":"/communications/calls/1","resourceData":{"@odata.type":"#microsoft.graph.call","state":"Established"}}]}',
  },
  {
    name: 'a notification in the log of an SDK',
    source: 'graph-comms-samples issues 632 and 742',
    kind: 'notifications',
    text: '{"@odata.type":"#microsoft.graph.commsNotifications","value":[{"@odata.type":"#microsoft.graph.commsNotification","changeType":"Updated","resourceUrl":"/communications/calls/1","resourceData":{"@odata.type":"#microsoft.graph.call","state":"Terminated"}}]}',
  },
  {
    name: 'a call in the log of an SDK',
    source: 'graph-comms-samples issues 508 and 710',
    kind: 'call',
    text: '{"id":"1","mediaConfig":{"@odata.type":"microsoft.graph.serviceHostedMediaConfig","preFetchMedia":{"$id":"1","$values":[]}}}',
  },
  {
    name: 'a joining participant without the body around it',
    source: 'graph-docs-contrib issue 2278',
    kind: 'notifications',
    text: '{"@odata.type":"#microsoft.graph.participantJoiningNotification","call":{"@odata.type":"#microsoft.graph.call","id":"1"}}',
  },
  {
    name: 'a notification with only `resource`',
    source: 'graph-comms-samples issue 95',
    kind: 'notifications',
    text: '{"@odata.type":"#microsoft.graph.commsNotifications","value":[{"@odata.type":"#microsoft.graph.commsNotification","changeType":"updated","resource":"/app/calls/1","resourceData":{"@odata.type":"#microsoft.graph.call","id":"1","state":"establishing"}}]}',
  },
  {
    name: 'an invitation that failed',
    source: 'graph-comms-samples issues 410 and 511',
    kind: 'notifications',
    text: '{"@odata.type":"#microsoft.graph.commsNotifications","value":[{"@odata.type":"#microsoft.graph.commsNotification","changeType":"deleted","resourceUrl":"/communications/calls/1/operations/2","resourceData":{"@odata.type":"#microsoft.graph.inviteParticipantsOperation","id":"2","status":"failed","clientContext":"3","participants":[{"@odata.type":"#microsoft.graph.invitationParticipantInfo","identity":{"@odata.type":"#microsoft.graph.identitySet","phone":{"@odata.type":"#microsoft.graph.identity","id":"+14255550100"}}}],"resultInfo":{"@odata.type":"#microsoft.graph.resultInfo","code":412,"subcode":9999,"message":"DiagCode: 412#10073"}}}]}',
  },
]

/** Returns the public payloads that the package knows, each with the result of reading it. */
export function publicPayloads(): readonly ReadPayload[] {
  const fromFixtures = [
    ...Object.values(fixtures).map((fixture) => ({
      ...fixture,
      kind: 'error' in fixture.body ? ('error' as const) : ('call' as const),
    })),
    ...Object.values(notifications).map((notification) => ({
      ...notification,
      kind: 'notifications' as const,
    })),
    ...Object.values(operations).map((operation) => ({ ...operation, kind: 'operation' as const })),
  ]
    // The others are made from the metadata, or assumed: nobody published such a body.
    .filter(({ provenance }) => provenance === 'documented' || provenance === 'reported')
    .map(
      ({ name, origin, kind, body }): Extra => ({ name, source: origin, kind, text: JSON.stringify(body) }),
    )
  return [...fromFixtures, ...extras].map((payload) => {
    const error = errorOf(payload)
    return { ...payload, sources: sourcesIn(payload.source), ...(error !== undefined && { error }) }
  })
}

function errorOf({ kind, text }: Extra): string | undefined {
  try {
    read(kind, JSON.parse(text))
    return undefined
  } catch (error) {
    if (error instanceof SyntaxError) return 'It is not JSON.'
    if (!(error instanceof TestkitError)) throw error
    const [first = '', second = ''] = error.message.split('\n')
    return second.replace(/^- /, '') || first
  }
}

function read(kind: PublicPayload['kind'], body: unknown): void {
  if (kind === 'call') readCall(body)
  else if (kind === 'notifications') readNotifications(body)
  else if (kind === 'error') {
    if (!isCallError(body)) throw new Error('An error is not valid.')
  } else {
    const [issue] = issuesOf('commsOperation', body, tolerant)
    if (issue) throw new Error(`An operation is not valid: ${issue.path}.`)
  }
}
