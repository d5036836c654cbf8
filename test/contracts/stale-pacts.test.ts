import { chmod, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contractStatus, defineCallContract, lintPacts, NoResultsError } from 'graph-call-testkit/contracts'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from './committed.ts'
import { get } from './get.ts'
import { file, firstVersion, pactsOfFirstVersion, rulesIn, runTests, statusOf } from './old-pacts.ts'

describe.each(['after a run', 'in a new checkout'] as const)('an old pact, %s', (state) => {
  test('is rejected if an interaction was added and its test is skipped', async () => {
    const dir = await pactsOfFirstVersion(state)
    await runTests(dir, { interactions: ['group', 'throttled', 'sparse'] }, ['group', 'throttled'])
    expect(await rulesIn(dir)).toEqual(['missing-interaction'])
    expect(await statusOf(dir)).toEqual([false, 'outdated', ['sparse'], 0])
  })

  test('is rejected if the reads changed and one test was not run', async () => {
    const dir = await pactsOfFirstVersion(state)
    await runTests(dir, { reads: ['state', 'direction'] }, ['throttled'])
    expect(await rulesIn(dir)).toEqual(['stale-file'])
    expect((await lintPacts([dir])).findings).toMatchObject([
      {
        interaction: 'a request for a call (group)',
        found: expect.stringMatching(
          /^an interaction that differs from its definition at test\/contracts\/old-pacts\.ts:\d+$/,
        ),
      },
    ])
    expect(await statusOf(dir)).toEqual([false, 'outdated', ['group'], 0])
  })

  test('is rejected if the definition changed and no test was run', async () => {
    const dir = await pactsOfFirstVersion(state)
    await runTests(dir, { reads: ['state', 'direction'] }, [])
    expect(await rulesIn(dir)).toEqual(['stale-file'])
    expect(await statusOf(dir)).toEqual([false, 'outdated', ['group', 'throttled'], 0])
  })

  test('is rejected if an interaction was removed and no test was run', async () => {
    const dir = await pactsOfFirstVersion(state)
    await runTests(dir, { interactions: ['group'] }, [])
    expect(await rulesIn(dir)).toEqual(['stale-interaction'])
    expect(await statusOf(dir)).toEqual([false, 'outdated', ['group'], 0])
  })

  test('is accepted if some tests of the same definition were run', async () => {
    const dir = await pactsOfFirstVersion(state)
    await runTests(dir, {}, ['group'])
    expect(await rulesIn(dir)).toEqual([])
  })

  test('is replaced if all tests were run', async () => {
    const dir = await pactsOfFirstVersion(state)
    await runTests(dir, { reads: ['state', 'direction'] }, firstVersion.interactions)
    expect(await rulesIn(dir)).toEqual([])
    expect(await statusOf(dir)).toEqual([true, 'current', [], 0])
  })
})

describe('without results', () => {
  test('lint and publish accept every pact, and the status is an error', async () => {
    const dir = await pactsOfFirstVersion('in a new checkout')
    expect(await rulesIn(dir)).toEqual([])
    await expect(contractStatus([dir])).rejects.toThrow(NoResultsError)
    await expect(contractStatus([dir])).rejects.toThrow(`${dir} has no results of a contract`)
  })

  // The permissions of a directory do not apply to root.
  if (process.getuid?.() !== 0) {
    test('a definition does not fail if its directory cannot be written', async () => {
      const dir = await pactsOfFirstVersion('in a new checkout')
      await chmod(dir, 0o500)
      await runTests(dir, { reads: ['direction'] }, [])
      await chmod(dir, 0o700)
      expect(await readdir(dir)).toEqual([file])
    })
  }

  test('a definition fails if its staging directory is a file', async () => {
    const dir = await pactsOfFirstVersion('in a new checkout')
    await writeFile(join(dir, 'staging'), '')
    await expect(runTests(dir, { reads: ['direction'] }, [])).rejects.toThrow(
      /^Invalid staging: .* is a file\./,
    )
  })

  test('a definition without a pact directory creates nothing', async () => {
    const dir = join(await temporaryFolder(), 'pacts')
    await runTests(dir, {}, [])
    await expect(readdir(dir)).rejects.toThrow('ENOENT')
  })
})

describe('contractStatus', () => {
  test('tells a changed file from one that a formatter changed', async () => {
    const dir = await pactsOfFirstVersion('after a run')
    const text = await readFile(join(dir, file), 'utf8')
    await writeFile(join(dir, file), JSON.stringify(JSON.parse(text)))
    expect(await statusOf(dir)).toEqual([true, 'reformatted', [], 0])
    await writeFile(join(dir, file), text.replace('"status": 200', '"status": 201'))
    expect(await statusOf(dir)).toEqual([false, 'outdated', [], 0])
    expect(await rulesIn(dir)).toContain('stale-file')
    await rm(join(dir, file))
    expect(await statusOf(dir)).toEqual([false, 'absent', [], 0])
    await mkdir(join(dir, file))
    expect(await statusOf(dir)).toEqual([false, 'absent', [], 0])
  })

  test('lists files of other tools, and does not count them', async () => {
    const dir = await pactsOfFirstVersion('after a run')
    const others = ['not-json.json', 'other-provider.json']
    await writeFile(join(dir, 'not-json.json'), '{ cut')
    await writeFile(
      join(dir, 'other-provider.json'),
      JSON.stringify({ consumer: { name: 'a' }, provider: { name: 'b' }, interactions: [] }),
    )
    expect(await contractStatus([dir])).toMatchObject({
      passed: true,
      abandoned: [],
      otherFiles: others.map((name) => join(dir, name)),
    })
  })

  test('does not count results of an older version of Pact', async () => {
    const dir = await pactsOfFirstVersion('after a run')
    const staging = join(dir, 'staging', file.replace('.json', ''))
    const [hash = ''] = (await readdir(staging)).filter((name) => !name.includes('.'))
    const older = join(staging, hash, '1.staged')
    const text = await readFile(older, 'utf8')
    await writeFile(older, text.replace(/"ffi": "[^"]+"/, '"ffi": "0.0.1"'))
    await runTests(dir, {}, ['throttled'])
    const newer = join(staging, hash, '2.staged')
    await writeFile(`${newer}.new`, await readFile(newer, 'utf8'))
    await rename(`${newer}.new`, newer)
    expect(await statusOf(dir)).toEqual([false, 'current', ['group'], 0])
  })

  test('reads a staging directory of its own', async () => {
    const [dir, staging] = [await temporaryFolder(), await temporaryFolder()]
    const contract = defineCallContract({ ...firstVersion, dir, staging })
    await contract.interaction('group').run(get)
    expect(await contractStatus([staging])).toMatchObject({
      contracts: [{ file: join(dir, file), interactions: 2, missing: ['throttled'], pact: 'absent' }],
    })
    await contract.interaction('throttled').run(get)
    expect(await statusOf(staging)).toEqual([true, 'current', [], 0])
    await cp(join(dir, file), join(dir, 'copy.json'))
    expect(await contractStatus([staging])).toMatchObject({ abandoned: [join(dir, 'copy.json')] })
  })
})
