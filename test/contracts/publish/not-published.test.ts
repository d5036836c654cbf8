import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { publishFrom } from '../../../contracts/publish/publish-from.ts'
import { committedPact, temporaryFolder } from '../committed.ts'
import { context, pacts, recordingCli, required } from './recording-cli.ts'

describe('nothing is published', () => {
  test('if lint finds a problem, unless its rule is ignored', async () => {
    const file = join(await temporaryFolder(), 'pact.json')
    const pact = committedPact()
    pact.consumer.name = 'consumer'
    await writeFile(file, JSON.stringify(pact))
    const { calls, pactCli } = recordingCli()
    await expect(publishFrom([file], required, { ...context, pactCli })).rejects.toMatchObject({
      failure: 'lint-findings',
      exitCode: 1,
      output: expect.stringContaining('weak-name'),
    })
    expect(calls).toEqual([])
    const ignoring = { ...required, ignore: ['weak-name'] as const }
    expect(await publishFrom([file], ignoring, { ...context, pactCli })).toMatchObject({
      published: true,
    })
  })
  test.each([
    ['without a broker URL', undefined, /PACT_BROKER_BASE_URL/],
    ['with an invalid broker URL', 'broker', /Expected an http or https URL/],
    [
      'with a password in the broker URL',
      'https://mira:s3cret-word@broker.example.com',
      /PACT_BROKER_PASSWORD/,
    ],
    [
      'with a token in the broker URL',
      'https://broker.example.com/?token=s3cret-word',
      /a query.*PACT_BROKER_TOKEN/,
    ],
    ['with a fragment in the broker URL', 'https://broker.example.com/#s3cret-word', /a fragment/],
    [
      'with a line break in the broker URL',
      'https://broker.example.com/\n::error::s3cret',
      /Expected an http/,
    ],
  ])('%s', async (_, broker, message) => {
    const { calls, pactCli } = recordingCli()
    const error = await publishFrom([pacts], { ...required, broker }, { ...context, pactCli }).catch(
      (error: unknown) => error,
    )
    expect(error).toMatchObject({
      failure: 'cannot-run',
      exitCode: 2,
      message: expect.stringMatching(message),
    })
    expect(inspect(error)).not.toContain('s3cret')
    expect(calls).toEqual([])
  })
  test.each([0, -1, Number.NaN])('with the timeout %d', async (timeout) => {
    await expect(publishFrom([pacts], { ...required, timeout }, context)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/^Invalid timeout: /),
    })
  })
  test.each(['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'])('if %s names a missing file', async (name) => {
    const { calls, pactCli } = recordingCli()
    const env = { [name]: '/etc/no-such-authority.pem' }
    const published = publishFrom([pacts], { ...required, dryRun: true }, { ...context, env, pactCli })
    await expect(published).rejects.toMatchObject({
      failure: 'cannot-run',
      message: expect.stringContaining(`Cannot read the file in ${name}: /etc/no-such-authority.pem.`),
    })
    expect(calls).toEqual([])
  })
})
