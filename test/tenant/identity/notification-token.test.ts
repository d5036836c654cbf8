import { createLocalJWKSet, decodeProtectedHeader, importX509, type JWTVerifyOptions, jwtVerify } from 'jose'
import { describe, expect, test } from 'vitest'
import {
  type NotificationTokenOptions,
  notificationToken,
  type TokenFault,
  tokenFaults,
} from '../../../src/tenant/identity/notification-token.ts'
import { foreignKey, publicKeys, serviceKey } from '../../../src/tenant/identity/test-keys.ts'

const appId = 'a9910001-0000-4000-a000-000000000001'
const tenantId = '7e4a0001-0000-4000-a000-000000000001'
const origin = Date.UTC(2026, 0, 5, 9, 20, 30)

const keys = createLocalJWKSet(JSON.parse(JSON.stringify(publicKeys())))
const issuers = ['https://api.botframework.com', 'https://graph.microsoft.com']

async function token(options: Partial<NotificationTokenOptions> = {}): Promise<string | undefined> {
  return notificationToken({ audience: appId, tenantId, time: { now: origin, isReal: false }, ...options })
}

/** Validates a token as a bot does. */
function verify(signed: string | undefined, options: JWTVerifyOptions = {}) {
  return jwtVerify(signed ?? '', keys, {
    audience: appId,
    issuer: issuers,
    algorithms: ['RS256'],
    clockTolerance: 300,
    requiredClaims: ['tid', 'exp', 'nbf', 'iat'],
    ...options,
  })
}

describe('the token of a notification', () => {
  test('has the header and the claims that the service sends', async () => {
    const { payload, protectedHeader } = await verify(await token())
    expect(protectedHeader).toEqual({ alg: 'RS256', kid: serviceKey.kid, x5t: serviceKey.kid, typ: 'JWT' })
    const startOfHour = Date.UTC(2026, 0, 5, 9) / 1_000
    expect(payload).toEqual({
      tid: tenantId,
      aud: appId,
      iss: 'https://api.botframework.com',
      nbf: startOfHour,
      iat: startOfHour,
      exp: Date.UTC(2099, 0) / 1_000,
    })
  })

  test('can have the other issuer', async () => {
    const { payload } = await verify(await token({ issuer: 'https://graph.microsoft.com' }))
    expect(payload.iss).toBe('https://graph.microsoft.com')
  })

  test('expires after 3,900 seconds by the real clock, and is valid for at least five minutes when it is sent', async () => {
    for (const now of [Date.now(), origin, origin + 2_369_999, -1, 0]) {
      const currentDate = new Date(now)
      const { payload } = await verify(await token({ time: { now, isReal: true } }), { currentDate })
      const { iat = 0, exp = 0 } = payload
      expect(exp - iat).toBe(3_900)
      expect(exp - now / 1_000).toBeGreaterThanOrEqual(300)
    }
  })

  test('is the same for an hour, and in every process', async () => {
    const first = await token()
    expect(await token({ time: { now: origin + 39 * 60_000, isReal: false } })).toBe(first)
    expect(await token({ time: { now: origin + 40 * 60_000, isReal: false } })).not.toBe(first)
    expect(first).toMatchInlineSnapshot(
      `"eyJhbGciOiJSUzI1NiIsImtpZCI6IkxpaDJ3dTZUZEhKdzFMS3NQanlEcUZzMFhWdyIsIng1dCI6IkxpaDJ3dTZUZEhKdzFMS3NQanlEcUZzMFhWdyIsInR5cCI6IkpXVCJ9.eyJ0aWQiOiI3ZTRhMDAwMS0wMDAwLTQwMDAtYTAwMC0wMDAwMDAwMDAwMDEiLCJhdWQiOiJhOTkxMDAwMS0wMDAwLTQwMDAtYTAwMC0wMDAwMDAwMDAwMDEiLCJpc3MiOiJodHRwczovL2FwaS5ib3RmcmFtZXdvcmsuY29tIiwibmJmIjoxNzY3NjAzNjAwLCJpYXQiOjE3Njc2MDM2MDAsImV4cCI6NDA3MDkwODgwMH0.h89C2urHi-VRF9K3jiGA8rW0zpo-wRPcnVbFlCZvoPd4_zgiq33RNHaDXyd2e9MsgEce4JO7CVHaO6Dso1TItHVkVRr294x4eNRJRFQEqz5lhYdLgwX4fjbODI-hTHyRcJtswh8PuPvJg-8-d34iB_HvE7evIIAb-Zc6luOQ4G719FiLUeaLeZz510fQ4-f0YxhBLRSk6xZXrPpGkRMf8qKU1r9ALcqxGZwgCH6gMyumjcqNvIMK97ap3gdv0Y065occFmwp-UwqZKgEfod9i9qZHBrhSBolmtOjBlb5L_calv_wErZlJCGo-9Z83dZ0F8XbZ0DIwM5JjNSrjMnMUg"`,
    )
  })

  test('is validated by the certificate in the key set as well', async () => {
    const [key] = publicKeys().keys
    const pem = `-----BEGIN CERTIFICATE-----\n${key?.x5c}\n-----END CERTIFICATE-----`
    const { payload } = await jwtVerify((await token()) ?? '', await importX509(pem, 'RS256'))
    expect(payload.aud).toBe(appId)
  })

  test('can have text of every language as its audience', async () => {
    const audience = 'Bot für 通話 \u{1f4de}'
    expect((await verify(await token({ audience }), { audience })).payload.aud).toBe(audience)
  })
})

describe('a bot that validates tokens rejects', () => {
  const codes: Readonly<Record<TokenFault, string>> = {
    'no-token': 'ERR_JWS_INVALID',
    unsigned: 'ERR_JOSE_ALG_NOT_ALLOWED',
    'wrong-key': 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    'unknown-key': 'ERR_JWKS_NO_MATCHING_KEY',
    'wrong-audience': 'ERR_JWT_CLAIM_VALIDATION_FAILED',
    'wrong-issuer': 'ERR_JWT_CLAIM_VALIDATION_FAILED',
    expired: 'ERR_JWT_EXPIRED',
    'not-yet-valid': 'ERR_JWT_CLAIM_VALIDATION_FAILED',
    'missing-tenant': 'ERR_JWT_CLAIM_VALIDATION_FAILED',
  }

  test.each(Object.entries(codes))('a token with the fault %s', async (name, code) => {
    const fault = Object.keys(tokenFaults).find((known): known is TokenFault => known === name)
    for (const isReal of [true, false]) {
      const signed = await token({ fault, time: { now: Date.now(), isReal } })
      await expect(verify(signed)).rejects.toMatchObject({ code })
    }
  })

  test('only because of that fault', async () => {
    const claims = {
      'wrong-audience': 'aud',
      'wrong-issuer': 'iss',
      'not-yet-valid': 'nbf',
      'missing-tenant': 'tid',
    } as const
    for (const [name, claim] of Object.entries(claims)) {
      const fault = Object.keys(tokenFaults).find((known): known is TokenFault => known === name)
      await expect(verify(await token({ fault }))).rejects.toMatchObject({ claim })
    }
  })

  test('a token of the other key, which has the id of the published one', async () => {
    const header = decodeProtectedHeader((await token({ fault: 'wrong-key' })) ?? '')
    expect(header.kid).toBe(serviceKey.kid)
    expect(decodeProtectedHeader((await token({ fault: 'unknown-key' })) ?? '').kid).toBe(foreignKey.kid)
  })
})

test('the key set has no private part', () => {
  expect(JSON.stringify(publicKeys())).not.toContain(serviceKey.privateKey.d)
  expect(publicKeys().keys.map((key) => Object.keys(key))).toEqual([
    ['kty', 'use', 'kid', 'x5t', 'n', 'e', 'x5c', 'endorsements'],
  ])
})
