import type { TenantCall } from '../calls/call-handle.ts'
import type { Bot } from './bots.ts'
import type { CallBotOptions } from './call-bot.ts'

/**
 * Person in the tenant, who calls bots and is called by them. Every function waits until the bot has responded to the notifications that
 * follow. You can destructure the functions.
 *
 * @example
 * ```ts
 * const mira: Person = tenant.person('Mira Holm')
 * const hangUp = () => mira.hangsUp()
 * ```
 */
export interface Person {
  /** Name of the person. */
  readonly name: string
  /** Id of the user, a GUID. It depends only on the name, unless you set one. */
  readonly id: string
  /** Phone number, if the person has one. */
  readonly phone: string | undefined
  /**
   * Calls a bot, which is notified at its registered URL.
   *
   * @returns the call, after the bot has responded to the notification
   * @throws TypeError if the bot is not registered in this tenant, for example after `tenant.reset()`
   * @example
   * ```ts
   * const bot = tenant.registerBot({ appId: '9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11', callbackUri: 'http://127.0.0.1:3978/api/calls' })
   * const ring = async () => await tenant.person('Mira Holm').calls(bot)
   * ```
   * Source: reported notifications of incoming calls.
   */
  calls(bot: Bot, options?: CallBotOptions): Promise<TenantCall>
  /**
   * Waits until a bot calls the person, or the person calls a bot as their script says.
   *
   * @returns the newest call of the person, or the call that rings
   * @throws a {@link PersonError} if no bot calls within 5 seconds of real time
   */
  rings(): Promise<TenantCall>
  /**
   * Answers the call that rings. Waits for it.
   *
   * @throws a {@link PersonError} if no bot calls within 5 seconds of real time
   */
  answers(): Promise<TenantCall>
  /**
   * Declines the call that rings. Waits for it. The result is 603/8538, which is assumed.
   *
   * @throws a {@link PersonError} if no bot calls within 5 seconds of real time
   */
  declines(): Promise<TenantCall>
  /**
   * Presses keys of the phone: `0` to `9`, `*`, `#`, and `A` to `D`. First waits until the bot has subscribed to tones, or
   * records.
   *
   * @throws a {@link PersonError} if the person is not in a call, or the bot does not subscribe within 5 seconds of real time
   * @throws TypeError if there are other characters
   * Sources: call: subscribeToTone; captured notifications.
   */
  presses(keys: string): Promise<void>
  /**
   * Speaks. First waits until the bot records.
   *
   * @throws a {@link PersonError} if the person is not in a call, or the bot does not record within 5 seconds of real time
   * Source: call: recordResponse.
   */
  speaks(speech: { readonly seconds: number }): Promise<void>
  /**
   * Joins a group call or a meeting of a bot. Waits until the call is established, and the bot is in its roster. A bot for policy-based recording decides
   * with the body of its response to `participantJoining`.
   *
   * @throws a {@link PersonError} if the call is not an established group call within 5 seconds of real time, or the bot rejects
   * the person
   * Source: captured rosters.
   */
  joins(call: TenantCall): Promise<void>
  /**
   * Mutes themselves. The bot of a group call gets a roster.
   *
   * @throws a {@link PersonError} if the person is not in a call
   */
  mutes(): Promise<void>
  /**
   * Unmutes themselves. The bot of a group call gets a roster.
   *
   * @throws a {@link PersonError} if the person is not in a call
   */
  unmutes(): Promise<void>
  /**
   * Shares the screen, or something else if they already share. The bot is notified if its `callOptions` ask for it.
   *
   * @throws a {@link PersonError} if the person is not in a call
   */
  sharesScreen(): Promise<void>
  /**
   * Stops sharing the screen.
   *
   * @throws a {@link PersonError} if the person is not in a call
   */
  stopsSharing(): Promise<void>
  /**
   * Transfers the bot to another person, who rings. The notifications of the bot are assumed: no source shows them.
   *
   * @throws a {@link PersonError} if the person is not in a call
   */
  transfers(to: Pick<Person, 'name'>): Promise<void>
  /**
   * Leaves a group call, and hangs up a peer-to-peer call: the same as {@link Person.hangsUp}.
   *
   * @throws a {@link PersonError} if the person is not in a call
   */
  leaves(): Promise<void>
  /**
   * Hangs up. A peer-to-peer call ends with the result 200/5002, and with 200/4097 before the bot has answered. A group call
   * ends if only the bot is left in it.
   *
   * @throws a {@link PersonError} if the person is not in a call
   * Source: captured notifications.
   */
  hangsUp(): Promise<void>
}
