import { fixture, notifications } from '../../fixtures/index.ts'
import { isJsonObject, type JsonObject } from '../../src/model/json.ts'
import { readCall } from '../../src/read/read-call.ts'
import { createTenant } from '../../src/tenant/index.ts'
import { messageStateName, type PactMessage } from '../pact-file/pact-message.ts'

/** Address of the bot. Nothing is sent there. */
const callbackUri = 'http://127.0.0.1/api/calls'

/** Call that the virtual tenant sends a notification about, or the reason why it cannot send the message. */
export type Sendable = { readonly call: JsonObject } | { readonly not: string }

/** Limits the check to messages with one change of a call, in a state that tells which one. */
export function sendableByTenant({ providerStates = [] }: PactMessage): Sendable {
  const state = providerStates.find(({ name }) => name === messageStateName)
  if (!state) return { not: `it does not have the provider state "${messageStateName}"` }
  const { changes, id, scenario }: Partial<Record<string, unknown>> = Object(state.params)
  const found = fixtureChanges(scenario) ?? (Array.isArray(changes) ? changes : [])
  const [change, ...others] = found
  if (others.length > 0) {
    return { not: 'the virtual tenant sends each change in a notification of its own' }
  }
  const { resourceData }: Partial<Record<string, unknown>> = Object(change)
  const { state: entered }: Partial<Record<string, unknown>> = Object(resourceData)
  if (!isJsonObject(resourceData) || typeof entered !== 'string') {
    return { not: 'the virtual tenant sends notifications about the state of a call only' }
  }
  const call = fixture('incoming-peer-to-peer')
  return { call: { ...call, ...resourceData, id: id ?? call.id, callbackUri } }
}

function fixtureChanges(scenario: unknown): readonly unknown[] | undefined {
  const found = Object.values(notifications).find(({ name }) => name === scenario)
  return found?.body.value
}

/**
 * Returns the notification that the virtual tenant sends when it gets a call.
 *
 * @throws a {@link CallFormatError} if the call is not valid
 */
export async function notificationFromTenant(call: JsonObject): Promise<unknown> {
  const tenant = createTenant()
  const posts: unknown[] = []
  const sender = tenant.notify({
    fetch: async (input, init) => {
      posts.push(await new Request(input, init).json())
      return new Response(null, { status: 202 })
    },
  })
  tenant.addCall(readCall(call))
  await sender.settled()
  sender.stop()
  return posts[0]
}
