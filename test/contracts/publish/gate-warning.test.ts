import { describe, expect, test } from 'vitest'
import type { PactCli } from '../../../contracts/publish/pact-cli.ts'
import { publishFrom } from '../../../contracts/publish/publish-from.ts'
import { context, pacts, pactsOf, required } from './recording-cli.ts'

describe('the warning about can-i-deploy', () => {
  async function warningsOf(paths: readonly string[], env = {}) {
    const warnings: string[] = []
    const pactCli: PactCli = async () => {
      warnings.push('(published)')
      return { code: 0, output: '' }
    }
    const options = { ...required, warn: (message: string) => void warnings.push(message) }
    await publishFrom(paths, options, { ...context, env, pactCli })
    return warnings
  }
  test('comes before a pact of microsoft-graph-calls is published, and says how to ignore it', async () => {
    expect(await warningsOf([pacts])).toEqual([
      expect.stringMatching(
        /can-i-deploy fails for version 1 of graph-call-testkit-reference-bot.*--ignore microsoft-graph-calls.*PACT_BROKER_CAN_I_DEPLOY_IGNORE=microsoft-graph-calls/,
      ),
      '(published)',
    ])
  })
  test('does not come if the environment ignores the provider, or if the pact is of another provider', async () => {
    const env = { PACT_BROKER_CAN_I_DEPLOY_IGNORE: 'contoso-mail, microsoft-graph-calls' }
    expect(await warningsOf([pacts], env)).toEqual(['(published)'])
    expect(await warningsOf([await pactsOf(['contoso-bot'])])).toEqual(['(published)'])
  })
})
