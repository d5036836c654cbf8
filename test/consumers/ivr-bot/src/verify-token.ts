import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose'
import type { Config } from './config.ts'

const issuers = ['https://api.botframework.com', 'https://graph.microsoft.com']

/** Returns a function that checks the token of a notification. It rejects if the token is not valid. */
export function tokenVerifier({ appId, openIdConfiguration }: Config) {
  let keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined
  const load = async () => {
    const response = await fetch(openIdConfiguration)
    const { jwks_uri: uri } = await response.json()
    return createRemoteJWKSet(new URL(uri))
  }
  return async (authorization: string | undefined): Promise<JWTPayload> => {
    const [scheme, token = ''] = (authorization ?? '').split(' ')
    if (scheme !== 'Bearer') throw new Error('The request has no token.')
    keys ??= load()
    const { payload } = await jwtVerify(token, await keys, {
      audience: appId,
      issuer: issuers,
      clockTolerance: '5 minutes',
    })
    if (!payload['tid']) throw new Error('The token has no tenant.')
    return payload
  }
}
