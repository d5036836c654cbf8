import { fixtures, notifications, operations } from '../../fixtures/index.ts'
import { assumptions } from '../model/assumptions/index.ts'
import { knownBehavior } from '../model/known-behavior.ts'
import type { Fact } from './fact.ts'

/** Returns a fact for each fixture, notification and operation. */
export function fixtureFacts(): readonly Fact[] {
  return [
    ...Object.values(fixtures).map(
      ({ name, title, provenance, origin, status, body }): Fact => ({
        name,
        kind: 'fixture',
        description: `Response with status ${status}: ${title}.`,
        type: 'error' in body ? 'callError' : 'call',
        members: Object.keys(body),
        provenance,
        origin,
      }),
    ),
    ...Object.values(operations).map(
      ({ name, title, provenance, origin, body }): Fact => ({
        name,
        kind: 'fixture',
        description: `Response that starts an operation: ${title}.`,
        type: body['@odata.type']?.replace('#microsoft.graph.', '') ?? 'commsOperation',
        members: Object.keys(body),
        provenance,
        origin,
      }),
    ),
    ...Object.values(notifications).map(
      ({ name, title, provenance, origin }): Fact => ({
        name,
        kind: 'notification',
        description: `Notification: ${title}.`,
        type: 'commsNotifications',
        provenance,
        origin,
      }),
    ),
  ]
}

/** Returns a fact for each behavior of the virtual tenant. */
export function behaviorFacts(): readonly Fact[] {
  return [
    ...knownBehavior.map(
      ({ topic, behavior, provenance, origin }): Fact => ({
        name: topic,
        kind: 'behavior',
        description: behavior,
        provenance,
        origin,
      }),
    ),
    ...assumptions.map(
      ({ topic, unknown, choice }): Fact => ({
        name: topic,
        kind: 'behavior',
        description: choice,
        provenance: 'assumed',
        origin: 'assumption, see the list',
        watchFor: [`Unknown: ${unknown}`],
      }),
    ),
  ]
}
