import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contractStatus, lintPacts } from 'graph-call-testkit/contracts'
import { describe, expect, test } from 'vitest'
import { file, firstVersion, pactsOfFirstVersion, rulesIn, runTests, statusOf } from './old-pacts.ts'

describe('a pact of an earlier consumer name', () => {
  const renamed = { consumer: 'fabrikam-bot' }

  test('is rejected in a new checkout', async () => {
    const dir = await pactsOfFirstVersion('in a new checkout')
    await runTests(dir, renamed, firstVersion.interactions)
    expect(await rulesIn(dir)).toEqual(['stale-file'])
    expect((await lintPacts([dir])).findings).toMatchObject([
      {
        file: join(dir, file),
        found: expect.stringMatching(
          /^interactions that the definition at test\/contracts\/old-pacts\.ts:\d+ writes to fabrikam-bot-microsoft-graph-calls\.json$/,
        ),
      },
    ])
    expect(await statusOf(dir)).toEqual([false, 'current', [], 1])
    expect(await contractStatus([dir])).toMatchObject({ abandoned: [join(dir, file)] })
    await rm(join(dir, file))
    expect(await statusOf(dir)).toEqual([true, 'current', [], 0])
  })

  test('is rejected after a run, because the source of its definition changed', async () => {
    const dir = await pactsOfFirstVersion('after a run')
    // The test file was edited.
    const claim = join(dir, 'staging', file.replace('.json', ''), 'claim.staged')
    await writeFile(
      claim,
      (await readFile(claim, 'utf8')).replace(/"hash":"[^"]+"/, '"hash":"0000000000000000"'),
    )
    expect(await rulesIn(dir)).toEqual([])
    await runTests(dir, renamed, firstVersion.interactions)
    expect(await rulesIn(dir)).toEqual(['stale-file'])
  })

  test('is rejected after a run, because the file of its definition was deleted', async () => {
    const dir = await pactsOfFirstVersion('after a run')
    const claim = join(dir, 'staging', file.replace('.json', ''), 'claim.staged')
    const text = await readFile(claim, 'utf8')
    await writeFile(claim, text.replace(/"file":"[^"]+"/, '"file":"/deleted.test.ts"'))
    await runTests(dir, renamed, firstVersion.interactions)
    expect(await rulesIn(dir)).toEqual(['stale-file'])
  })

  test('is not found after a run on another machine, whose paths do not exist here', async () => {
    const dir = await pactsOfFirstVersion('after a run')
    const claim = join(dir, 'staging', file.replace('.json', ''), 'claim.staged')
    const text = await readFile(claim, 'utf8')
    await writeFile(
      claim,
      text.replace(/"file":"[^"]+"/, '"file":"/deleted.test.ts"').replace(/"run":"[^"]+"/, '"run":"other:1"'),
    )
    await runTests(dir, renamed, firstVersion.interactions)
    expect(await rulesIn(dir)).toEqual([])
  })
})

describe('the pact of another contract in the directory', () => {
  const other = { consumer: 'fabrikam-bot', reads: ['direction'] }

  test('is accepted in a new checkout if only one test file ran', async () => {
    const dir = await pactsOfFirstVersion('in a new checkout')
    await runTests(dir, other, firstVersion.interactions)
    expect(await rulesIn(dir)).toEqual([])
    // The status shows that its definition was not evaluated.
    expect(await statusOf(dir)).toEqual([false, 'current', [], 1])
    await runTests(dir, {}, [])
    expect(await statusOf(dir)).toEqual([false, 'current', ['group', 'throttled'], 'current', [], 0])
  })
})
