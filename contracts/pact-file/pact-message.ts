import * as z from 'zod'
import { notificationProvider } from '../graph-provider.ts'
import { pactMessagePart } from './pact-file.ts'

const { body, matchingRules } = pactMessagePart.shape

const pactMessage = z.looseObject({
  type: z.literal('Asynchronous/Messages'),
  description: z.string(),
  providerStates: z
    .array(z.looseObject({ name: z.string(), params: z.record(z.string(), z.unknown()).optional() }))
    .optional(),
  contents: body,
  matchingRules,
})

/** An asynchronous message of a pact. */
export type PactMessage = z.infer<typeof pactMessage>

/** Provider state of every message about a call. */
export const messageStateName = 'a call changes'

/**
 * Returns an interaction of a pact as a message with a notification, or `undefined` if it is something else: a message of another
 * provider that has no provider state of this package.
 */
export function notificationIn(interaction: unknown, provider: string | undefined): PactMessage | undefined {
  const { success, data } = pactMessage.safeParse(interaction)
  if (!success) return undefined
  const isOurs = data.providerStates?.some(({ name }) => name === messageStateName) ?? false
  return provider === notificationProvider || isOurs ? data : undefined
}

/** Returns the example of a message in the form of a response, which has a body with matchers too. */
export function exampleOf({ contents, matchingRules: rules }: PactMessage) {
  return { status: 200, body: contents, matchingRules: rules }
}
