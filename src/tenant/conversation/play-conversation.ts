import type { Conversation } from '../../builder/conversation/conversation-acts.ts'
import { checkOptions } from '../../read/check-options.ts'
import { checkTenant } from '../../read/check-tenant.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import type { Tenant } from '../tenant.ts'
import { ConversationPlay } from './conversation-play.ts'
import { type PlayOptions, playOptionKinds } from './play-options.ts'
import type { Transcript } from './transcript.ts'

/**
 * Plays a conversation: sends the requests of the bot, lets people act, and moves the clock between the acts. The same conversation in
 * a new tenant always has the same transcript.
 *
 * @returns the responses and notifications that the bot has received
 * @throws a {@link ConversationError} if the tenant responds with an error
 * @throws a {@link PersonError} if a person cannot act
 * @throws TypeError if `tenant` is not a tenant, its clock is not manual, or an option is unknown or has the wrong type
 * @example
 * ```ts
 * const notificationsOf = async (conversation: Conversation) => {
 *   const { entries } = await playConversation(createTenant({ clock: 'manual' }), conversation)
 *   return entries.filter(({ kind }) => kind === 'notification')
 * }
 * ```
 * Source: the action model of this package.
 */
export async function playConversation(
  tenant: Tenant,
  conversation: Conversation,
  options: PlayOptions = {},
): Promise<Transcript> {
  checkOptions('playConversation', options, playOptionKinds)
  checkTenant(tenant, 'advance')
  if (tenant.clock.mode !== 'manual') {
    throw invalidValue('tenant.clock.mode', tenant.clock.mode, 'manual: createTenant({ clock: "manual" })')
  }
  const play = new ConversationPlay(tenant, conversation, options)
  try {
    for (const [index, act] of conversation.acts.entries()) await play.act(index, act)
    await play.end()
  } finally {
    play.stop()
  }
  return play.transcript
}
