import type { OptionKinds } from '../../model/known-options.ts'
import type { Tenant } from '../tenant.ts'
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

export const playOptionKinds: OptionKinds<PlayOptions> = {
  url: 'text',
  callbackUri: 'text',
  token: 'text',
  beforeAct: 'function',
}
