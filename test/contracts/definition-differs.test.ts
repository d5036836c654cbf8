import { mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defineCallContract } from 'graph-call-testkit/contracts'
import { groupCall } from 'graph-call-testkit/fixtures'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { interactionsOf } from '../../contracts/define/defined-interactions.ts'
import { differenceOf } from '../../contracts/define/definition-difference.ts'
import { stagedContractOf } from '../../contracts/define/staged-contract.ts'
import { temporaryFolder } from './committed.ts'
import { get } from './get.ts'

/** Defines one contract in each test file or process, with an example that differs. */
function contractWith(dir: string, subject: string, contractOf = defineCallContract) {
  return contractOf({
    consumer: 'differing-bot',
    dir,
    reads: ['state', 'subject'],
    interactions: ['group', { name: 'named', body: groupCall({ subject }) }],
    warn: () => {},
  })
}

/** Imports a new copy of the package, as another process does. */
async function importAgain(): Promise<typeof defineCallContract> {
  vi.resetModules()
  return (await import('graph-call-testkit/contracts')).defineCallContract
}

const message = (one: string, other: string) =>
  `interactions["named"].response.body.subject is "${one}" in one and "${other}" in the other`

describe('a definition that differs within a run is an error that names the difference', () => {
  test('if the processes run one after the other', async () => {
    const dir = await temporaryFolder()
    await contractWith(dir, 'a').interaction('group').run(get)
    const other = contractWith(dir, 'b', await importAgain())
    await expect(other.interaction('named').run(get)).rejects.toMatchObject({
      name: 'ContractDefinitionError',
    })
    // A retry does not hide it.
    await expect(other.interaction('named').run(get)).rejects.toThrow(message('a', 'b'))
    await expect(other.interaction('group').run(get)).rejects.toThrow(message('a', 'b'))
  })

  test('if the processes run at the same time', async () => {
    const dir = await temporaryFolder()
    const [one, other] = [contractWith(dir, 'a'), contractWith(dir, 'b', await importAgain())]
    await other.interaction('named').run(get)
    await expect(one.interaction('group').run(get)).rejects.toThrow(message('b', 'a'))
  })

  test('if the other process starts while an interaction runs', async () => {
    const dir = await temporaryFolder()
    const contractOf = await importAgain()
    const running = contractWith(dir, 'a')
      .interaction('group')
      .run(async (context) => {
        await get(context)
        contractWith(dir, 'b', contractOf)
      })
    await expect(running).rejects.toThrow(message('b', 'a'))
  })

  test('if the directory did not exist when the contracts were defined', async () => {
    const dir = join(await temporaryFolder(), 'pacts')
    const [one, other] = [contractWith(dir, 'a'), contractWith(dir, 'b', await importAgain())]
    await one.interaction('group').run(get)
    await expect(other.interaction('named').run(get)).rejects.toThrow(message('a', 'b'))
  })

  test('once: the next run starts again', async () => {
    const dir = await temporaryFolder()
    await contractWith(dir, 'a').interaction('group').run(get)
    const other = contractWith(dir, 'b', await importAgain())
    await expect(other.interaction('named').run(get)).rejects.toThrow(message('a', 'b'))
    const next = contractWith(dir, 'b', await importAgain())
    for (const interaction of next.interactions) await interaction.run(get)
    expect(await readFile(next.file, 'utf8')).toContain('"subject": "b"')
  })
})

describe('a definition can change', () => {
  test('between two runs of the same tests, as in watch mode', async () => {
    const dir = await temporaryFolder()
    for (const subject of ['a', 'b', 'a']) {
      const contract = contractWith(dir, subject, await importAgain())
      for (const interaction of contract.interactions) await interaction.run(get)
      expect(await readFile(contract.file, 'utf8')).toContain(`"subject": "${subject}"`)
    }
  })

  test('after a test failed, and the failed test runs first', async () => {
    const dir = await temporaryFolder()
    const before = contractWith(dir, 'a')
    await before.interaction('group').run(get)
    const failing = before.interaction('named').run(async (context) => {
      await get(context)
      throw new RangeError('a bug')
    })
    await expect(failing).rejects.toThrow('a bug')
    const after = contractWith(dir, 'b', await importAgain())
    await after.interaction('named').run(get)
    await after.interaction('group').run(get)
    expect(await readFile(after.file, 'utf8')).toContain('"subject": "b"')
  })

  test.each(['bot/src', 'shared'])(
    'after a change in %s, even if the tests that ran are others',
    async (source) => {
      const [dir, monorepo] = [await temporaryFolder(), await temporaryFolder()]
      const project = join(monorepo, 'bot')
      await mkdir(join(monorepo, source), { recursive: true })
      await mkdir(project, { recursive: true })
      for (const folder of [monorepo, project]) await writeFile(join(folder, 'package.json'), '{}')
      for (const folder of [monorepo, project]) await utimes(join(folder, 'package.json'), 0, 0)
      vi.spyOn(process, 'cwd').mockReturnValue(project)
      onTestFinished(() => void vi.restoreAllMocks())
      await contractWith(dir, 'a').interaction('group').run(get)
      const imported = join(monorepo, source, 'subject.ts')
      await writeFile(imported, 'export const subject = "b"')
      await utimes(imported, new Date(), new Date(Date.now() + 60_000))
      const after = contractWith(dir, 'b', await importAgain())
      await after.interaction('named').run(get)
      await after.interaction('group').run(get)
      expect(await readFile(after.file, 'utf8')).toContain('"subject": "b"')
    },
  )

  test.skipIf(process.platform === 'win32')(
    'if a runner reaches the file by another path or line',
    async () => {
      const dir = await temporaryFolder()
      await contractWith(dir, 'a').interaction('group').run(get)
      const claim = join(dir, 'staging/differing-bot-microsoft-graph-calls/claim.staged')
      const found = JSON.parse(await readFile(claim, 'utf8'))
      const link = join(dir, 'link.test.ts')
      await symlink(found.file, link)
      await writeFile(claim, JSON.stringify({ ...found, file: link, line: 1 }))
      const after = contractWith(dir, 'b', await importAgain())
      for (const interaction of after.interactions) await interaction.run(get)
      expect(await readFile(after.file, 'utf8')).toContain('"subject": "b"')
    },
  )

  test('in another run', async () => {
    const dir = await temporaryFolder()
    await contractWith(dir, 'a').interaction('group').run(get)
    const claim = join(dir, 'staging/differing-bot-microsoft-graph-calls/claim.staged')
    const text = await readFile(claim, 'utf8')
    await writeFile(claim, text.replace(/"run":"[^"]+"/, '"run":"another:1"'))
    const after = contractWith(dir, 'b', await importAgain())
    await after.interaction('named').run(get)
    await after.interaction('group').run(get)
    expect(await readFile(after.file, 'utf8')).toContain('"subject": "b"')
    // Results of the earlier definition are gone.
    expect((await readdir(join(claim, '..'))).filter((name) => !name.includes('.'))).toHaveLength(1)
  })
})

describe('the difference of two definitions', () => {
  const contractOf = (...interactions: Parameters<typeof interactionsOf>[0]['interactions']) =>
    stagedContractOf(
      { consumer: 'a', provider: 'b' },
      interactionsOf({ interactions, reads: ['state', 'subject', 'targets[].identity.user.displayName'] }),
    )
  const named = (subject: string) => ({ name: 'named', body: groupCall({ subject }) })

  test.each([
    [
      'an interaction',
      contractOf('group'),
      contractOf('group', 'throttled'),
      'Only one of them has the interaction "throttled"',
    ],
    [
      'another interaction',
      contractOf('group'),
      contractOf('throttled'),
      'Only one of them has the interaction "group"',
    ],
    [
      'the id',
      contractOf({ ...named('a'), callId: 'one' }),
      contractOf({ ...named('a'), callId: 'two' }),
      'interactions["named"].request.path is "/v1.0/communications/calls/one" in one and "/v1.0/communications/calls/two" in the other',
    ],
    [
      'a long text, which is shortened',
      contractOf(named('a'.repeat(500))),
      contractOf(named('b')),
      `interactions["named"].response.body.subject is "${'a'.repeat(59)}…" in one and "b" in the other`,
    ],
    [
      'a secret and control characters, which are not printed',
      contractOf(named(`\u001b[2J Bearer ${'x1'.repeat(20)}`)),
      contractOf(named('b')),
      'interactions["named"].response.body.subject is "\\u001b[2J Bearer {secret}" in one and "b" in the other',
    ],
    [
      'a part that one of them does not have',
      contractOf({ name: 'named', body: { ...groupCall({ subject: 'a' }), subject: null } }),
      contractOf(named('a')),
      'interactions["named"].response.body.subject is absent in one and "a" in the other',
    ],
  ])('names %s', (_, one, other, expected) => {
    expect(differenceOf(one, other)).toBe(expected)
  })
})
