import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { publishFrom } from '../../../contracts/publish/publish-from.ts'
import { context, pacts, recordingCli, required } from './recording-cli.ts'

describe('secrets', () => {
  const secrets = {
    PACT_BROKER_TOKEN: 'tok/en"with-everything+1',
    PACT_BROKER_USERNAME: 'pact',
    PACT_BROKER_PASSWORD: 'pass word+"1"',
    HTTPS_PROXY: 'http://mira:proxy%2Fword1@proxy.example:3128',
  }
  const [token, password] = [secrets.PACT_BROKER_TOKEN, secrets.PACT_BROKER_PASSWORD]
  const basic = Buffer.from(`pact:${password}`).toString('base64')
  const echoes = {
    'as it is': token,
    'in JSON': JSON.stringify({ error: token }),
    'in JSON in JSON': JSON.stringify(JSON.stringify({ error: token })),
    'in a URL': `https://broker.example.com/?x=${encodeURIComponent(token)}`,
    'in base64': Buffer.from(token).toString('base64'),
    'in a header': `Authorization: Bearer ${token}`,
    'in a basic header': `Authorization: Basic ${basic}`,
    'as a basic credential': basic,
    'as a password': password,
    'as a password in a URL': `http://pact:${encodeURIComponent(password)}@broker.example.com`,
    'as the password of a proxy': 'proxy/word1',
    'as the encoded password of a proxy': 'http://mira:proxy%2Fword1@proxy.example:3128',
  }
  const plain = [token, password, basic, 'proxy/word1', 'proxy%2Fword1']
  const everySecret = plain.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ])

  test.each(Object.entries(echoes))('that the broker echoes %s are replaced', async (_, echo) => {
    for (const code of [0, 1]) {
      const { pactCli } = recordingCli({ code, output: `the broker responded: ${echo} ` })
      const outcome = await publishFrom([pacts], required, { ...context, env: secrets, pactCli }).catch(
        (error: unknown) => error,
      )
      expect(outcome).toMatchObject({ output: expect.stringContaining('{secret}') })
      const shown = inspect(outcome, { depth: 9 }) + JSON.stringify(outcome)
      expect(everySecret.filter((secret) => shown.includes(secret))).toEqual([])
    }
  })
  test('in the URL of a build are neither sent nor reported', async () => {
    const { calls, pactCli } = recordingCli()
    const buildUrl = 'https://mira:s3cret-word@ci.example/1?access_token=abcdef-123&job=7'
    const report = await publishFrom([pacts], { ...required, buildUrl }, { ...context, pactCli })
    const shown = inspect({ report, calls }, { depth: 9 })
    expect(shown).not.toMatch(/s3cret-word|abcdef-123/)
    expect(report.buildUrl).toBe('https://{secret}@ci.example/1?access_token={secret}&job=7')
  })
  test('do not hide the failure that the output shows', async () => {
    const env = { PACT_BROKER_TOKEN: 'Cannot-change', PACT_BROKER_PASSWORD: 'content' }
    const { pactCli } = recordingCli({ code: 1, output: 'Cannot change the content of the pact for x' })
    await expect(publishFrom([pacts], required, { ...context, env, pactCli })).rejects.toMatchObject({
      failure: 'conflict',
      output: 'Cannot change the {secret} of the pact for x',
    })
  })
  test.each([
    ['PACT_BROKER_TOKEN', 'first-half\nsecond-half', /a line break/],
    ['PACT_BROKER_TOKEN', 'first-half second-half\n', /" "/],
    ['PACT_BROKER_TOKEN', 'first-half\u001b[0m', /a character/],
    ['PACT_BROKER_TOKEN', 'first-halfö', /a character/],
    ['PACT_BROKER_USERNAME', 'first-half:second-half', /":"/],
    ['PACT_BROKER_USERNAME', 'first-half\r', /a line break/],
    ['PACT_BROKER_PASSWORD', 'first-half\n', /a line break/],
  ])('in %s with invalid characters are rejected, and not printed: %j', async (name, value, message) => {
    const { calls, pactCli } = recordingCli()
    const error = await publishFrom([pacts], required, { ...context, env: { [name]: value }, pactCli }).catch(
      (error: unknown) => error,
    )
    expect(error).toMatchObject({ exitCode: 2, message: expect.stringMatching(message) })
    expect(error).toMatchObject({ message: expect.stringContaining(name) })
    expect(inspect(error)).not.toMatch(/first-half|second-half/)
    expect(calls).toEqual([])
  })
})
