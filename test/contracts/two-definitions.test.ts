import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ContractDefinitionError, defineCallContract } from 'graph-call-testkit/contracts'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from './committed.ts'
import { define, reads } from './define.ts'
import { get } from './get.ts'

describe('rejects a definition of', () => {
  test('a file that another definition of this process writes', async () => {
    const dir = await temporaryFolder()
    const here = /test\/contracts\/two-definitions\.test\.ts:\d+/.source
    defineCallContract({ consumer: 'my-bot', dir, reads, interactions: ['group'] })
    expect(() => defineCallContract({ consumer: 'my-bot', dir, reads, interactions: ['sparse'] })).toThrow(
      new RegExp(
        `my-bot-microsoft-graph-calls\\.json is defined at ${here} and at ${here}\\. A file belongs`,
      ),
    )
    expect(() => define(dir, ['group'])).toThrow(ContractDefinitionError)
    defineCallContract({ consumer: 'my-bot', provider: 'other', dir, reads, interactions: ['group'] })
  })

  test('the file of an earlier call of the same function, and names the difference', async () => {
    const dir = await temporaryFolder()
    const contractOf = (state: 'hold' | 'established') =>
      define(dir, [{ name: 'a', body: { ...peerToPeerCall(), state } }])
    contractOf('hold')
    expect(() => contractOf('established')).toThrow(
      /is defined twice at test\/contracts\/define\.ts:\d+, with different options\. interactions\["a"\]\.response\.body\.state is "hold" in one and "established" in the other\./,
    )
  })

  test('a file that a definition of another process writes', async () => {
    const dir = await temporaryFolder()
    const contract = define(dir, ['group'])
    await contract.interaction('group').run(get)
    const claim = join(dir, 'staging/my-bot-microsoft-graph-calls/claim.staged')
    const location = JSON.parse(await readFile(claim, 'utf8'))
    const other = join(dir, 'other.test.ts')
    await writeFile(other, 'defineCallContract(...)')
    await writeFile(claim, JSON.stringify({ ...location, file: other }))
    await contract.interaction('group').run(get)
    // Claims the file for the other definition.
    const { hash } = JSON.parse(await readFile(claim, 'utf8'))
    await writeFile(other, await readFile(location.file, 'utf8'))
    await writeFile(claim, JSON.stringify({ ...location, hash, file: other }))
    await expect(contract.interaction('group').run(get)).rejects.toThrow(
      /is defined at .*other\.test\.ts:\d+ and at test\/contracts\/define\.ts:\d+\. .* If the first one is gone, delete /,
    )
    // A copy of the project has the claim of the original.
    const original = await temporaryFolder()
    await writeFile(claim, JSON.stringify({ ...location, hash, file: other, dir: original }))
    await contract.interaction('group').run(get)
    await writeFile(claim, '{ cut')
    await expect(contract.interaction('group').run(get)).rejects.toThrow(
      `${claim} is not a valid staging file`,
    )
  })
})
