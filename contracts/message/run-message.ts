import { isJsonObject } from '../../src/model/json.ts'
import { annotate } from '../interaction/annotations.ts'
import { pactIn, withPactDirectory } from '../interaction/pact-directory.ts'
import type { Pacticipants } from '../interaction/run-interaction.ts'
import { loadPact } from '../pact.ts'
import { parseStoredPact, type StoredPact } from '../pact-file/stored-pact.ts'
import { DeliveredMessage } from './delivered-message.ts'
import type { Message } from './message.ts'
import { UnreadMessageError } from './unread-message-error.ts'

/**
 * Passes a message to a consumer, as Pact generates it from the matchers.
 *
 * @returns the result of the consumer, and a pact with this message only
 * @throws an {@link UnreadMessageError} if the consumer did not read the message
 * @throws a {@link PactUnavailableError} if Pact cannot run
 * @throws the error of the consumer
 */
export async function runMessage<T>(
  { name, template, annotations }: Message,
  pacticipants: Pacticipants,
  test: (delivered: DeliveredMessage) => T | Promise<T>,
): Promise<{ result: T; pact: StoredPact }> {
  const { PactV4 } = await loadPact()
  const { description, state, contents, metadata } = template
  return withPactDirectory(async (dir) => {
    const builder = new PactV4({ ...pacticipants, dir, logLevel: 'error' }).addAsynchronousInteraction()
    annotate(builder, annotations)
    const observed: { run?: PromiseSettledResult<T>; isRead?: boolean } = {}
    await builder
      .given(state.name, JSON.parse(JSON.stringify(state.parameters)))
      .expectsToReceive(description, (message) => {
        message.withJSONContent(contents).withMetadata({ ...metadata })
      })
      .executeTest(async ({ contents: { content } }) => {
        if (!isJsonObject(content)) throw new TypeError(`Pact generated no object for "${description}".`)
        const delivered = new DeliveredMessage(content)
        // Does not throw if the consumer does: Pact replaces what is not an `Error`.
        const [settled] = await Promise.allSettled([(async () => test(delivered))()])
        observed.run = settled
        observed.isRead = delivered.isRead
      })
    const { run, isRead } = observed
    if (!run) throw new Error(`Pact did not run the test of "${description}".`)
    if (run.status === 'rejected') throw run.reason
    if (!isRead) throw new UnreadMessageError(name)
    return { result: run.value, pact: await pactIn(dir, annotations, parseStoredPact) }
  })
}
