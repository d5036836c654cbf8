import type { TenantCall } from '../calls/call-handle.ts'
import type { Bot, BotOptions } from './bots.ts'
import type { Person } from './person.ts'
import type { PersonOptions } from './person-options.ts'

/**
 * Functions of a tenant for bots and the people who call them.
 *
 * @example
 * ```ts
 * const { person }: TenantPeople = tenant
 * person('Lee Ash', { declines: true })
 * ```
 */
export interface TenantPeople {
  /**
   * Registers a bot, so that people can call it. Replaces a bot with the same app.
   *
   * @throws TypeError if an option is not valid
   * @example
   * ```ts
   * const bot = tenant.registerBot({
   *   appId: '9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11',
   *   callbackUri: 'http://127.0.0.1:3978/api/calls',
   * })
   * ```
   * Source: Register calls and meetings bot.
   */
  registerBot(options: BotOptions): Bot

  /**
   * Returns a person, who is added if the tenant does not have this name. Options replace those of the person. People that
   * the tenant does not know have the default options, so a bot can call anyone.
   *
   * @throws TypeError if an option is not valid
   * @example
   * ```ts
   * const bot = tenant.registerBot({ appId: '9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11', callbackUri: 'http://127.0.0.1:3978/api/calls' })
   * const mira = tenant.person('Mira Holm')
   * const useMenu = async () => {
   *   const call = await mira.calls(bot)
   *   await call.until('established')
   *   await mira.presses('1')
   *   await mira.hangsUp()
   * }
   * ```
   * Sources: reported notifications of incoming calls; captured notifications of tones and of the end of a call.
   */
  person(name: string, options?: PersonOptions): Person

  /**
   * Returns a call with its timeline.
   *
   * @throws an {@link UnknownCallError} if the tenant has no such call, and never had one of a bot
   * @throws TypeError if `callId` is not a string
   * @example
   * ```ts
   * console.log(`${tenant.call(id)}`)
   * ```
   */
  call(callId: string): TenantCall
}
