import type { NotificationIssuer } from '../../model/sign-in.ts'
import { notificationToken, type TokenFault } from '../identity/notification-token.ts'
import type { RegisteredApps } from '../identity/registered-apps.ts'
import type { TokenClock } from '../identity/token-time.ts'

/** Signs the notifications of a tenant. */
export class Signer {
  readonly #apps: RegisteredApps
  readonly #clock: TokenClock

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
    return notificationToken({
      audience: appId,
      tenantId: this.#apps.tenantId,
      time: this.#clock(),
      fault,
      issuer,
    })
  }
}
