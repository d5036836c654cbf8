import { expect, test, vi } from 'vitest'
import { proxyAdvice } from '../../contracts/interaction/proxy-advice.ts'
import { temporaryFolder } from './committed.ts'
import { define } from './define.ts'

const proxy = 'http://proxy.contoso.com:8080'

test.each([
  [{ HTTP_PROXY: proxy }, 'HTTP_PROXY'],
  [{ http_proxy: proxy, NO_PROXY: '' }, 'http_proxy'],
  [{ ALL_PROXY: proxy, NO_PROXY: '.contoso.com' }, 'ALL_PROXY'],
  [{ HTTP_PROXY: proxy, NO_PROXY: 'localhost' }, 'HTTP_PROXY'],
  [{ HTTP_PROXY: proxy, NO_PROXY: '127.0.0.1', no_proxy: 'localhost' }, 'HTTP_PROXY'],
])('%j sends requests for 127.0.0.1 to a proxy', (env, variable) => {
  expect(proxyAdvice(env)).toBe(
    `${variable} is set, and NO_PROXY does not contain 127.0.0.1, so the client may have sent its request to the proxy. Set NO_PROXY=127.0.0.1.`,
  )
})

test.each([
  [{}],
  [{ HTTP_PROXY: '' }],
  [{ HTTPS_PROXY: proxy }],
  [{ HTTP_PROXY: proxy, NO_PROXY: '127.0.0.1' }],
  [{ HTTP_PROXY: proxy, no_proxy: 'localhost, 127.0.0.1:8080' }],
  [{ HTTP_PROXY: proxy, NO_PROXY: '*' }],
])('%j does not', (env) => {
  expect(proxyAdvice(env)).toBeUndefined()
})

test('a client that fails before its request arrives gets the advice, and its error as the cause', async () => {
  vi.stubEnv('HTTP_PROXY', 'http://user:secret@proxy.contoso.com:8080')
  vi.stubEnv('NO_PROXY', '')
  vi.stubEnv('no_proxy', undefined)
  const contract = define(await temporaryFolder(), ['group'], { warn: () => {} })
  const cause = new TypeError('fetch failed')
  const error: unknown = await contract
    .interaction('group')
    .run(() => Promise.reject(cause))
    .catch((error: unknown) => error)
  vi.unstubAllEnvs()
  expect(error).toMatchObject({
    name: 'RequestMismatchError',
    message: expect.stringMatching(
      /No request arrived: TypeError: fetch failed\. .*Set NO_PROXY=127\.0\.0\.1\./,
    ),
    cause,
  })
  expect(String(error)).not.toContain('secret')
  const failing = contract.interaction('group').run(() => Promise.reject(cause))
  await expect(failing).rejects.toBe(cause)
})
