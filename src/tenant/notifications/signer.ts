import type { NotificationIssuer } from '../../model/sign-in.ts'
import { notificationToken, type TokenFault, tokenPeriod } from '../identity/notification-token.ts'
import type { RegisteredApps } from '../identity/registered-apps.ts'
import type { TokenClock } from '../identity/token-time.ts'

/** Signs the notifications of a tenant. */
export class Signer {
  readonly #apps: RegisteredApps
  readonly #clock: TokenClock
  /** Newest token, with the name of its content: most notifications are for the same bot. */
  #newest: { readonly name: string; readonly token: Promise<string | undefined> } | undefined

  constructor(apps: RegisteredApps, clock: TokenClock) {
    this.#apps = apps
    this.#clock = clock
  }

  /** Returns the id of the registered app if there is exactly one: it is the bot of every call. */
  onlyApp(): string | undefined {
    return this.#apps.only()?.appId
  }

  /** Returns the token of a notification to a bot. Undefined if the fault is a missing token. */
  sign(
    appId: string,
    fault: TokenFault | undefined,
    issuer: NotificationIssuer | undefined,
  ): Promise<string | undefined> {
    const time = this.#clock()
    const name = `${tokenPeriod(time)} ${fault} ${issuer} ${appId}`
    if (this.#newest?.name !== name) {
      const { tenantId } = this.#apps
      this.#newest = { name, token: notificationToken({ audience: appId, tenantId, time, fault, issuer }) }
    }
    return this.#newest.token
  }
}
