import type { OptionKinds } from '../../model/known-options.ts'
import { parseUrl } from '../../model/parse-url.ts'
import type { ReceivedInvitationParticipantInfo } from '../../model/types.generated.ts'
import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import { type SavedValue, uniqueKeys } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'
import { instanceIdOf } from './identities.ts'

/**
 * Bot to register with `tenant.registerBot`.
 *
 * @example
 * ```ts
 * const options: BotOptions = {
 *   appId: '9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11',
 *   callbackUri: 'http://127.0.0.1:3978/api/calls',
 * }
 * tenant.registerBot(options)
 * ```
 * Source: Register calls and meetings bot.
 */
export interface BotOptions {
  /** Application (client) ID of the bot. */
  readonly appId: string
  /** URL of the webhook for calling: it receives incoming calls. */
  readonly callbackUri: string
  /** Client secret for the token endpoint. Defaults to any secret. Snapshots do not contain it. */
  readonly secret?: string | undefined
  /** Id of the tenant. Defaults to that of the virtual tenant. */
  readonly tenantId?: string | undefined
  /** Display name. Defaults to `'Calling bot'`. */
  readonly displayName?: string | undefined
  /**
   * True for a bot for policy-based recording: its calls name the participant to record, and it has 5 seconds to answer.
   * Defaults to false.
   */
  readonly isRecorder?: boolean | undefined
}

/**
 * Registered bot, which people can call.
 *
 * @example
 * ```ts
 * const bot: Bot = tenant.registerBot({
 *   appId: '9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11',
 *   callbackUri: 'http://127.0.0.1:3978/api/calls',
 * })
 * const ring = () => tenant.person('Mira Holm').calls(bot)
 * ```
 */
export interface Bot {
  /** Application (client) ID. */
  readonly appId: string
  /** URL that receives incoming calls. */
  readonly callbackUri: string
  /** Id of the tenant. */
  readonly tenantId: string
  /** Display name. */
  readonly displayName: string
  /** True for a bot for policy-based recording. */
  readonly isRecorder: boolean
}

/** Registered bots, in the order of their registration. */
export class Bots implements StatefulPart<readonly Bot[]> {
  readonly #bots = new Map<string, Bot>()

  /** Adds a bot, or replaces the one with the same app. */
  add(bot: Bot): void {
    this.#bots.set(bot.appId, bot)
  }

  find(appId: string): Bot | undefined {
    return this.#bots.get(appId)
  }

  /** Returns the bot with a webhook. */
  at(callbackUri: string): Bot | undefined {
    return [...this.#bots.values()].find((bot) => bot.callbackUri === callbackUri)
  }

  /** Returns the bot of a request: the one with the app of its token, or with a webhook if the token does not name an app. */
  of(appId: string | undefined, callbackUri: string | null | undefined): Bot | undefined {
    if (appId !== undefined) return this.find(appId)
    return typeof callbackUri === 'string' ? this.at(callbackUri) : undefined
  }

  /** Returns the bot that a target identifies: by its app, or by its application instance. */
  calledBy({ identity }: Pick<ReceivedInvitationParticipantInfo, 'identity'>): Bot | undefined {
    const { application, applicationInstance } = identity ?? {}
    return [...this.#bots.values()].find(
      ({ appId }) => appId === application?.id || instanceIdOf(appId) === applicationInstance?.id,
    )
  }

  /** Returns the bot that was registered first. */
  get first(): Bot | undefined {
    return this.#bots.values().next().value
  }

  save(): readonly Bot[] {
    return [...this.#bots.values()]
  }

  prepare(saved: SavedValue): () => void {
    const unique = uniqueKeys()
    const bots = saved.items().map((each) => {
      each.object('appId', 'callbackUri', 'tenantId', 'displayName', 'isRecorder')
      const text = (name: string) => each.at(name).text()
      return {
        appId: unique(text('appId'), each.at('appId')),
        callbackUri: text('callbackUri'),
        tenantId: text('tenantId'),
        displayName: text('displayName'),
        isRecorder: each.at('isRecorder').boolean(),
      }
    })
    return () => {
      this.clear()
      for (const bot of bots) this.add(bot)
    }
  }

  clear(): void {
    this.#bots.clear()
  }
}

const botOptionKinds: OptionKinds<BotOptions> = {
  appId: 'checked',
  callbackUri: 'checked',
  secret: 'text',
  tenantId: 'checked',
  displayName: 'checked',
  isRecorder: 'boolean',
}

/** @throws TypeError if an option is unknown or not valid */
export function checkedBot(options: BotOptions, defaultTenantId: string): Bot {
  if (options === undefined) {
    throw invalidValue('options of registerBot', options, 'an object with appId and callbackUri')
  }
  checkOptions('registerBot', options, botOptionKinds)
  const {
    appId,
    callbackUri,
    tenantId = defaultTenantId,
    displayName = 'Calling bot',
    isRecorder = false,
  } = options
  if (typeof callbackUri !== 'string' || !/^https?:/.test(callbackUri) || !parseUrl(callbackUri)) {
    throw invalidValue('callbackUri', callbackUri, 'the http or https URL of the webhook of the bot')
  }
  for (const [name, text] of Object.entries({ appId, tenantId, displayName })) {
    if (typeof text !== 'string' || text === '') throw invalidValue(name, text, 'a string that is not empty')
  }
  return { appId, callbackUri, tenantId, displayName, isRecorder }
}
