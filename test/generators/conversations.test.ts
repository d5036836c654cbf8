import fc from 'fast-check'
import { type ActionName, anyConversation, type Conversation } from 'graph-call-testkit/generators'
import { createTenant, playConversation } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'

const actionsOf = ({ acts }: Conversation) =>
  acts.map((act) => (act.by === 'bot' ? act.action : `${act.person} ${act.does}`))

const has = (conversation: Conversation, action: ActionName) => actionsOf(conversation).includes(action)

describe('a conversation shrinks to the fewest acts', () => {
  test.each<[string, (conversation: Conversation) => boolean, number]>([
    ['with a prompt', (conversation) => has(conversation, 'playPrompt'), 4],
    ['with keys', ({ acts }) => acts.some((act) => act.by === 'person' && act.does === 'presses'), 6],
    [
      'with a transfer from a meeting',
      (conversation) => conversation.kind === 'group' && has(conversation, 'transfer'),
      4,
    ],
    [
      'with a transfer to a person in another call',
      ({ acts }) =>
        acts.some((act) => act.by === 'bot' && JSON.stringify(act.body ?? '').includes('{otherCallId}')),
      6,
    ],
    ['with a recording status', (conversation) => has(conversation, 'updateRecordingStatus'), 4],
  ])('%s', async (_, isFound, most) => {
    for (const seed of [1, 2, 3]) {
      const law = fc.property(anyConversation(), (conversation) => !isFound(conversation))
      const { counterexample } = fc.check(law, { seed, numRuns: 5_000 })
      const [conversation] = counterexample ?? []
      if (!conversation) throw new Error('Expected a conversation.')
      expect(actionsOf(conversation).length).toBeLessThanOrEqual(most)
      const tenant = createTenant({ clock: 'manual' })
      const { callId } = await playConversation(tenant, conversation)
      expect(tenant.call(callId).state).toBe('terminated')
    }
  })
})
