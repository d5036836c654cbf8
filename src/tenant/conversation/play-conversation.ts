import type { Conversation } from '../../builder/conversation/conversation-acts.ts'
import type { OptionKinds } from '../../model/known-options.ts'
import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../checked-values.ts'
import type { Tenant } from '../tenant.ts'
import { ConversationPlay } from './conversation-play.ts'
import type { Transcript } from './transcript.ts'

/**
 * Options of {@link playConversation}.
 *
 * @example
 * ```ts
 * const play = (conversation: Conversation) => {
 *   const options: PlayOptions = { token: 'any' }
 *   return playConversation(tenant, conversation, options)
 * }
 * ```
 */
export interface PlayOptions {
  /** URL of a server of the tenant, which gets the requests of the bot. By default, they are sent in process. */
  readonly url?: string | undefined
  /** URL of a server that receives the notifications. By default, they are received in process. */
  readonly callbackUri?: string | undefined
  /** Token of the bot. Defaults to `'any'`. */
  readonly token?: string | undefined
  /**
   * Called before each act, and after the last one, with what the bot has received. The conversation continues with the tenant
   * that it returns.
   */
  readonly beforeAct?:
    | ((index: number, received: Transcript) => Tenant | undefined | Promise<Tenant | undefined>)
    | undefined
}

const playOptionKinds: OptionKinds<PlayOptions> = {
  url: 'text',
  callbackUri: 'text',
  token: 'text',
  beforeAct: 'function',
}

/**
 * Plays a conversation: sends the requests of the bot, lets people act, and moves the clock between the acts. The same conversation in
 * a new tenant always has the same transcript.
 *
 * @returns the responses and notifications that the bot has received
 * @throws a {@link ConversationError} if the tenant responds with an error
 * @throws a {@link PersonError} if a person cannot act
 * @throws TypeError if the clock of the tenant is not manual
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
