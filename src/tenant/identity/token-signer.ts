import type { NotificationIssuer } from '../../model/sign-in.ts'
import { notificationToken, type TokenFault } from './notification-token.ts'
import type { RegisteredApps } from './registered-apps.ts'
import type { TokenClock } from './token-time.ts'

/** Notification to sign. */
export interface SignatureRequest {
  /** App of the bot. Defaults to the only registered app. */
  readonly appId: string | undefined
  readonly issuer: NotificationIssuer | undefined
  readonly fault: TokenFault | undefined
}

/** Returns the token of a notification, or undefined if the app of the bot is not known. */
export type TokenSigner = (request: SignatureRequest) => Promise<string | undefined>

/** Returns a function that signs the notifications of a tenant. */
export function tokenSigner(apps: RegisteredApps, clock: TokenClock): TokenSigner {
  return async ({ appId = apps.only?.appId, issuer, fault }) => {
    if (appId === undefined) return undefined
    return notificationToken({ audience: appId, tenantId: apps.tenantId, time: clock(), issuer, fault })
  }
}
