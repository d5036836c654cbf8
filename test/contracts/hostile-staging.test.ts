import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  contractStatus,
  defineCallContract,
  lintPacts,
  mergePacts,
  PactFormatError,
  PactMergeError,
} from 'graph-call-testkit/contracts'
import { beforeAll, describe, expect, test } from 'vitest'
import { contractHash } from '../../contracts/define/staged-files.ts'
import { temporaryFolder } from './committed.ts'
import { get } from './get.ts'
import { attacks, type Shard } from './staging-attacks.ts'

const owner = 'contoso-bot-microsoft-graph-calls'

/** Files of a shard, by path. They are created once. */
let files: ReadonlyMap<string, string>

beforeAll(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'graph-call-testkit-test-'))
  const contract = defineCallContract({
    consumer: 'contoso-bot',
    dir,
    reads: ['state'],
    interactions: ['group', 'throttled'],
  })
  for (const interaction of contract.interactions) await interaction.run(get)
  const paths = await readdir(dir, { recursive: true, withFileTypes: true })
  const found = paths.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  files = new Map(
    await Promise.all(
      found.map(async (path) => [path.slice(dir.length + 1), await readFile(path, 'utf8')] as const),
    ),
  )
  await rm(dir, { recursive: true })
})

async function shardIn(folder: string): Promise<Shard> {
  const pacts = join(folder, 'shard')
  for (const [path, text] of files) {
    await mkdir(join(pacts, path, '..'), { recursive: true })
    await writeFile(join(pacts, path), text)
  }
  const ownerDir = join(pacts, 'staging', owner)
  const claim = JSON.parse(await readFile(join(ownerDir, 'claim.staged'), 'utf8'))
  const results = join(ownerDir, claim.definition)
  const changeClaim = (change: object) =>
    writeFile(join(ownerDir, 'claim.staged'), JSON.stringify({ ...claim, ...change }))
  return {
    pacts,
    owner: ownerDir,
    results,
    changeClaim,
    async changeContract(change, rehash = true) {
      const contract = JSON.parse(await readFile(join(results, 'contract.staged'), 'utf8'))
      const changed = { ...contract, ...change }
      const hash = rehash ? { hash: contractHash(changed) } : {}
      await writeFile(join(results, 'contract.staged'), JSON.stringify({ ...changed, ...hash }))
      if (!rehash) return
      await rename(results, join(ownerDir, contractHash(changed)))
      await changeClaim({ definition: contractHash(changed) })
    },
  }
}

describe.each(attacks)('%s', (_name, attack, message) => {
  test('is one clear error in merge, status and lint, and nothing is written', async () => {
    const folder = await temporaryFolder()
    const shard = await shardIn(folder)
    await attack(shard, join(folder, 'outside'))
    const before = await contentOf(folder)
    const dir = join(folder, 'merged')
    for (const work of [
      () => mergePacts([shard.pacts], dir),
      () => contractStatus([shard.pacts]),
      () => lintPacts([shard.pacts]),
    ]) {
      const error = await work().catch((error: unknown) => error)
      expect(error).toBeInstanceOf(PactFormatError)
      expect(String(error)).toMatch(message)
      expect(String(error).split('\n')).toHaveLength(1)
    }
    expect(await contentOf(folder)).toEqual(before)
  })
})

test('a shard that is invalid stops the merge of the valid ones', async () => {
  const [one, other] = [await temporaryFolder(), await temporaryFolder()]
  const [valid, cut] = [await shardIn(one), await shardIn(other)]
  await writeFile(join(cut.results, '2.staged'), '{ cut')
  await expect(mergePacts([valid.pacts, cut.pacts], join(one, 'merged'))).rejects.toThrow(PactFormatError)
  expect(await readdir(one)).toEqual(['shard'])
})

test('a definition that differs between shards is an error that names the difference', async () => {
  const [one, other] = [await shardIn(await temporaryFolder()), await shardIn(await temporaryFolder())]
  const contract = JSON.parse(await readFile(join(other.results, 'contract.staged'), 'utf8'))
  const [group, throttled] = contract.interactions
  const template = { ...group.template, request: { ...group.template.request, path: '/other' } }
  await other.changeContract({ interactions: [{ ...group, template }, throttled] })
  const dir = join(await temporaryFolder(), 'merged')
  await expect(mergePacts([one.pacts, other.pacts], dir)).rejects.toThrow(PactMergeError)
  await expect(mergePacts([one.pacts, other.pacts], dir)).rejects.toThrow(
    /interactions\["group"\]\.request\.path is "\/v1\.0\/communications\/calls\/\S+…" in one and "\/other" in the other\. Run all shards/,
  )
  await expect(readdir(dir)).rejects.toThrow('ENOENT')
})

test('files of other programs in the staging directory do not matter', async () => {
  const folder = await temporaryFolder()
  const shard = await shardIn(folder)
  await writeFile(join(shard.pacts, 'staging/.DS_Store'), '')
  await mkdir(join(shard.pacts, 'staging/empty'))
  await mkdir(join(shard.owner, 'tmp'))
  expect(await mergePacts([shard.pacts], join(folder, 'merged'))).toMatchObject([{ complete: true }])
})

test('a test does not write through a link in place of its staging directory', async () => {
  const folder = await temporaryFolder()
  const outside = join(folder, 'outside')
  await mkdir(join(folder, 'pacts/staging'), { recursive: true })
  await mkdir(outside)
  await symlink(outside, join(folder, 'pacts/staging', owner))
  const define = () =>
    defineCallContract({
      consumer: 'contoso-bot',
      dir: join(folder, 'pacts'),
      reads: ['state'],
      interactions: ['group'],
    })
  expect(define).toThrow(PactFormatError)
  expect(define).toThrow('is a symbolic link')
  expect(await readdir(outside)).toEqual([])
})

/** Returns the hash of the content of each file. */
async function contentOf(folder: string): Promise<unknown> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const content = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name)
    const isSmall = entry.isFile() && !path.endsWith('1.staged')
    return [
      path,
      isSmall
        ? createHash('sha256')
            .update(await readFile(path))
            .digest('hex')
        : '',
    ]
  })
  return (await Promise.all(content)).toSorted()
}
