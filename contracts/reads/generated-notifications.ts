import { DrawnChoices } from '../../src/builder/choices/drawn-choices.ts'
import { operation } from '../../src/builder/operation.ts'
import { participant } from '../../src/builder/participant.ts'
import { notificationsOf } from '../../src/lifecycle/notifications.ts'
import type { CommsNotifications, NotifiedItem, NotifiedResource } from '../../src/model/types.generated.ts'
import { generatedCalls } from './generated-calls.ts'

/** A notification that the function of a consumer runs with. */
interface GeneratedNotification {
  readonly name: string
  readonly body: CommsNotifications
}

/** Number of rosters and of operations. Together they have every kind of participant and every type of operation. */
const others = 40

/**
 * Builds notifications about calls in every state, about rosters and about operations, since the reads of a handler often
 * depend on the resource. The notifications are the same each time.
 */
export function generatedNotifications(): readonly GeneratedNotification[] {
  const ofCalls = generatedCalls().map(({ call }) => notificationsOf(call))
  const ofRosters = Array.from({ length: others }, (_, seed) =>
    notificationOf('participants', [participant(new DrawnChoices(seed))]),
  )
  const ofOperations = Array.from({ length: others }, (_, seed) => {
    const built = operation(new DrawnChoices(seed))
    return notificationOf(`operations/${built.id}`, built)
  })
  return [...ofCalls, ...ofRosters, ...ofOperations].map((body, index) => ({
    name: `the generated notification ${index + 1}`,
    body,
  }))
}

const callId = '52f2ff40-16cb-4aaa-a9e9-0ef31fcf7829'

function notificationOf(path: string, resourceData: NotifiedResource | NotifiedItem[]): CommsNotifications {
  const resourceUrl = `/communications/calls/${callId}/${path}`
  return {
    '@odata.type': '#microsoft.graph.commsNotifications',
    value: [
      {
        '@odata.type': '#microsoft.graph.commsNotification',
        changeType: 'updated',
        resourceUrl,
        resourceData,
      },
    ],
  }
}
