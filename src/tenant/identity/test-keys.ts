/** Key pair of RSA, as JWK (RFC 7517), with the names that the service gives to its public part. */
export interface TestKey {
  readonly kid: string
  readonly privateKey: JsonWebKey
}

const rsa = { kty: 'RSA', alg: 'RS256', e: 'AQAB' } as const

/**
 * THESE PRIVATE KEYS ARE PUBLIC AND WORTHLESS. They exist so that the same test gets the same bytes on every machine. They
 * sign only tokens of a virtual tenant. Never configure a bot in production to trust them.
 */
const servicePrivateKey: JsonWebKey = {
  ...rsa,
  n: [
    'yrdXtSAP5dUm47GQGbieVC2IXbr65m5agA8kN39Jr8LE41pEFuqCVgEvQ8YkqzHMOKO9hnfjZylR_mEJUiqtFtzpabN4',
    'Sl02cv1tTEmHaO8HlY0KwTk5H6KMElVAvA10Jlob-bXSEFufhV1D3ZT5-cbjN2DW_2UqX5OnxV4ZpmsDN9m46eB47MqP',
    'G8AE4Y083937PkDJQSskztoR1arNFuJ4Bl3-tnQNLWN7v9eE-b1NEnGmlRmNmsXTbb2hK0ErKOpE7exm0aqnNBaRr_-A',
    'SFBVyeEArIyMfCr7DAICg6dFvpObWK94aR8ZsAgSkeGro8bdkWuViuJHl-U4AG-3IQ',
  ].join(''),
  d: [
    'r_pzOXMyWeMTqTZlhVUWNx1DJ5tAx1zYhuY3tBxCa6ifvOTvlxudnR8KJcItGWPxiOBPkOkiw4helbLHbknkWQsN1gtN',
    'S1rMzQythW-Pc_8m8yNHSTygsMXIGciVZqrtprcy8f2iKArIc_R_2PjEyTQ1eJQPQ62FfqAMu1m-13S8zmHVg14MaBGw',
    'bkSDnTwPU8IRaNQIxD-eK8qj37ysBPn3iOZ3Xd2j63Jjl6YOzBWUyJgmrPI9xtKcsL7rGmo_lfvdCq3zzK3z78qG1g9F',
    'wNukGt31nDccF-cLccAIhtfDuCVUFD_63ER2MHm47akbqcqS7cvELeiyCFwY770B',
  ].join(''),
  p: [
    '5i1dXm7pilaY2wtZE4foejlGm9oOdm5Uax_lcP44arTYXWIQYgVg2yKYYzEzuQcK0LcWBQ-CfeOInHr-dSwXvn8HxFc7',
    'F7k3C8Cu9HcQtDF23tpblUNSmb4fEdm9EZoVLqENPG0cHwBBVXx71lxI6814KnY45QWWHOMiPVUSw6E',
  ].join(''),
  q: [
    '4XVNwU8eMvgHk6qfP7OjjUnxGTC9IyAnC-h0UfmG3UkWfQ9_lv--OAjSMu8n-riFGJ-FsZjUikSmaZMOafT1J31efjKg',
    'q6l_1EeJshHML7rVYbmz6W24Hj8Ie7lsota8Rmqeor1Z1EdkQaqgxOFeIdpA5C8ApOLN6qPhSIPIQ4E',
  ].join(''),
  dp: [
    'Hw7h-VsH4iW7LFtEorEE-nD-CQuMRgivFWFRaUS0Qhmy1C7mPQOyxP7PBxtdekrr96usqfQkzG3GQi8KZK8VaRvk5WZL',
    'z_Cq78gJE215cIb4Hivijapu29XehV8W9ugOkaMjkRK756b2Kd3JK-x53m90Fm6rUKPHVJCFTzdKd-E',
  ].join(''),
  dq: [
    'zXCcZ5d2hy8niFEjR2Kjl61W-oNE9Wro6Zrp04CyeZWN3mtu8eMcK-ct0qfGIFpfPW6u3oPKuCuSEAWmTrqdYVyF7Cyp',
    '54JOLtr5B7_b9Woj4ibbX8tQyI7bZhIygbd2XBvvbY9o-VwMaSHX2U8a_XHpS4Pg7F6XEEZAlFkw9QE',
  ].join(''),
  qi: [
    'jErpFLQUacPh6uA_Z-vyczEv7SL2L-iIVYLb5xLCR2tjcSfw-E_tgW4bxJSvKLGW5EuidgQ74RLW8aKdx5WqAE8Mj7dL',
    'RqMnjZpLaPLqXVV0_PFDV_qMBoMLGi-0_VQcKOGWthRAl1X5-BQ8Qu-uRUjPa6TvkQD3BXyqQFZPdnY',
  ].join(''),
}

/** Certificate of {@link serviceKey} in base64. It is valid from 2000 to 2099. */
const serviceCertificate = [
  'MIIC4DCCAcigAwIBAgIJJCcrbAC3GbRQMA0GCSqGSIb3DQEBCwUAMCYxJDAiBgNVBAMTG2dyYXBoLWNhbGwtdGVzdGtp',
  'dCB0ZXN0IGtleTAgFw0wMDAxMDEwMDAwMDBaGA8yMDk5MTIzMTAwMDAwMFowJjEkMCIGA1UEAxMbZ3JhcGgtY2FsbC10',
  'ZXN0a2l0IHRlc3Qga2V5MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyrdXtSAP5dUm47GQGbieVC2IXbr6',
  '5m5agA8kN39Jr8LE41pEFuqCVgEvQ8YkqzHMOKO9hnfjZylR/mEJUiqtFtzpabN4Sl02cv1tTEmHaO8HlY0KwTk5H6KM',
  'ElVAvA10Jlob+bXSEFufhV1D3ZT5+cbjN2DW/2UqX5OnxV4ZpmsDN9m46eB47MqPG8AE4Y083937PkDJQSskztoR1arN',
  'FuJ4Bl3+tnQNLWN7v9eE+b1NEnGmlRmNmsXTbb2hK0ErKOpE7exm0aqnNBaRr/+ASFBVyeEArIyMfCr7DAICg6dFvpOb',
  'WK94aR8ZsAgSkeGro8bdkWuViuJHl+U4AG+3IQIDAQABow8wDTALBgNVHQ8EBAMCB4AwDQYJKoZIhvcNAQELBQADggEB',
  'ABYkGBdcYsJGcR9Qq9mnztPeuw6IPfvolzVfe61dMZwkqUV+O53fLkCdGeH+z3YOtk2V6B9U6uRgLlyyoeX43QB/R2/4',
  'z3G+1YPAUTOHhlr02rG/vh8RWmf5nCyCbzGgsGTXVPwW8tjrjH/lYsaYA40UOTmksor9asK9pl3sjr7cPOZymWbQR2jd',
  'd9tElVyqz7o901ST2WTzDGFI6KuaIc4pv0zfEgzCs2WXY/aeEuVsafbLKMtJbqKqRYoIZNM5HqP09550cyjZWHbKEuIh',
  'sWkbPBIf1SgeDajo4/PVSzAGWJP5WcG/jjmGqs4xdD9bR9btWFuBqPvcYHjAtYcQWvU=',
].join('')

/** Key that signs the tokens of every tenant. Its `kid` is the SHA-1 hash of its certificate, as in Microsoft's key sets. */
export const serviceKey: TestKey = {
  kid: 'Lih2wu6TdHJw1LKsPjyDqFs0XVw',
  privateKey: servicePrivateKey,
}

/** Key that no key set contains, to sign tokens that a bot has to reject. Public and worthless as well. */
export const foreignKey: TestKey = {
  kid: '8_hEON1sdG9zcq5i_s0kmRm8-zc',
  privateKey: {
    ...rsa,
    n: [
      'tD9Zg98ZpCj5idWx-lFAyRxMFZX6GRZY1AVfRPaTD8qVoGVqLSx2avfiXH3xFQmB0c_nuG47zsreuoE2ScV8vTgOZTjI',
      'tIGMm0pdN_nkbcOo67yvbzcLK7BkFtYPtHEsILC7xMPIodqB2vipfYoWH_4S3rOOG8vlD2Wmu10_RIOCz6uvzmBKZpuy',
      '-26eqpIlgIn5vNYHrBDq4WbcChrfaCRRC5kLcXJRZpFHiHB2ZoWYyLdy03KK51uZQTA6J1OXgzjKQpS86BEep869ve7-',
      '1jVhTQTvtLA_IkL7uuufkAUc8uSHtatQTg8QDn9tNkrnwdUme53tdx5ip99K-8v5RQ',
    ].join(''),
    d: [
      'QfxPEO_Du00kzUjl9vV3-ifZ0q0s-bIsorG0xtJd1BId5LI7xH3afB5zR9jzQPhSBjVOZz4ztuid0TksXqVlnP_AhV3c',
      'W_hxOQhoR-27qlNOq75Pmy9Tb5MLkTCcXzpvJSiOFOJ3uIj9sOQHaGX844ln7w9cnuBt4s0b1Mu2NaYwXhwGoZaG8nbg',
      'WBNNjD8kuGyGW3l0x7MAhsjXD9ZppGJC8yj5-kDGtlfHNH77McQxprIllukkKLgzUK8CIvq0VXvfKMLfbJrRzCbfmryW',
      '261ViRUd8ov29FL8clqXTo2OL2h-2a8spmvMuTs0yE3pNaoesgiFbJxUZrwRQBtJoQ',
    ].join(''),
    p: [
      '-VJV34EYkk-8hCBHWO34wanbPhyfVG1o1KDBcrP0B55TQid4Jo18o7WHuiESyxF1kVFowh9dmMmdK_aj4zw5JGVdCF2P',
      'xedcBCyM90U8Dqapb9yv8OWW58Llju64EQYw4_QgY0O3UYE9Rx7n-LH3j91asaKPSo1LjOv98EAGrqc',
    ].join(''),
    q: [
      'uRNats3dhfitTUGMc5SvZywdzTXa2SIQDh_Ea7gsi98zZu04Zi3ahewfr-4AM4_MTQFL_5EC_K5itI8RpQDRpLW3AJYJ',
      'vj4k2-wZGl1sf2uC4b_GiXCrH4r2z9iA9lN8rR6excFyLYTE8nQS6NPaoCfg7e6TosXz8ckFYJQzIjM',
    ].join(''),
    dp: [
      'uRQf3xysKuC6JrL3g9KUGN-IeyEwPbJCYaU8NXPUsVscnz1Beg0J-1Ukfk1S8B_z0H5Ib-JszqDL5fjfTC5GlPgSCcW6',
      'lsTaj9aqhlyE6rNZkEqY6RDl5wHM-z_GsAySeoWdDVMVYJG59XPB6-HgzpEZZEgyartc3C3Lgm9lBn0',
    ].join(''),
    dq: [
      'GSrYmyNDjIRUjLztLIp7j7wgEVfRetV2-XS4cS2KYTro8oYvtTVnEe8aIAJtZJWZYp9ahlZh4ZqVMZiC_b0uxQcw65N7',
      'n7Mzr_RbNYqexnUIR0qc5PO9UXzEM19tqhGQUrpnPN0hea8kWRQPvjmQ8VZ67-ARk4D3u1lqscd1bKE',
    ].join(''),
    qi: [
      'm033zUrNNxx3hba0lzb8msxbrgNTn28uZk-SUYrsm6Rjr3xhR7RASZM-kCqKPzn18i8vUINPz3OOPyLCV1Y0jYRy3Igy',
      'MZo-TYbvW6ViC9VIANVdnU-fIxGiI2dRgBz5LhbRqQv_uGnhOtW1jgNqRfumUMqvnB6LWrtAqJF0WXU',
    ].join(''),
  },
}

/** Key with which bots validate tokens. */
interface PublicKey {
  readonly kty: 'RSA'
  readonly use: 'sig'
  readonly kid: string
  /** Hash of the certificate. */
  readonly x5t: string
  readonly n: string
  readonly e: string
  readonly x5c: readonly string[]
  readonly endorsements: readonly string[]
}

/** Returns the public keys with which bots validate tokens. Source: reported key sets of the service. */
export function publicKeys(): { readonly keys: readonly PublicKey[] } {
  const { kty, e } = rsa
  const { n = '' } = servicePrivateKey
  const { kid } = serviceKey
  return {
    keys: [
      { kty, use: 'sig', kid, x5t: kid, n, e, x5c: [serviceCertificate], endorsements: ['skype', 'msteams'] },
    ],
  }
}
