import type { Conversation } from 'graph-call-testkit/generators'
import { actionNamed } from '../../src/model/actions/index.ts'
import { checkBody } from '../../src/tenant/actions/check-action-body.ts'

/** True if the tenant accepts the body of each request, the first act starts the call, and people are known. */
export function isConversation({ direction, people, acts }: Conversation): boolean {
  const [first] = acts
  const isStarted =
    direction === 'incoming' ? first?.by === 'person' && first.does === 'calls' : first?.by === 'bot'
  return (
    isStarted &&
    acts.every((act) => {
      if (act.after < 0) return false
      if (act.by === 'person') return people.some(({ name }) => name === act.person)
      const action = actionNamed(act.action)
      const text = JSON.stringify(act.body ?? {}).replaceAll('{callbackUri}', 'https://bot.contoso.com/calls')
      return act.method === action.method && 'body' in checkBody(action, text, [])
    })
  )
}
