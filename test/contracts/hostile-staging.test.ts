import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
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

const owner = 'contoso-bot-microsoft-graph-calls'

/** Directories of a shard, in which every interaction has a result. */
interface Shard {
  readonly pacts: string
  readonly owner: string
  readonly results: string
  /** Replaces a property of the staged contract, and its hash. */
  changeContract(change: object, rehash?: boolean): Promise<void>
  changeClaim(change: object): Promise<void>
}

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

const invalid = /is not a (valid|readable) staging file.* Delete the "staging" directory/
const isWindows = process.platform === 'win32'

/** Changes to the staging directory of a shard that came from an untrusted machine. */
const attacks: readonly [string, (shard: Shard, outside: string) => Promise<void>, RegExp][] = [
  [
    'a hash that leads out of the directory',
    (shard) => shard.changeContract({ hash: '../../../outside' }, false),
    invalid,
  ],
  [
    'a definition that leads out of the directory',
    (shard) => shard.changeClaim({ definition: '../../../outside' }),
    invalid,
  ],
  [
    'a hash that is not of the content',
    (shard) => shard.changeContract({ hash: '0'.repeat(16) }, false),
    invalid,
  ],
  ...[
    '../a-b.json',
    '..\\a-b.json',
    '/tmp/a-b.json',
    'C:a-b.json',
    'a/b.json',
    'a-b.json\0',
    '.json',
    'a-b.js',
    '',
  ].map((file): (typeof attacks)[number] => [
    `the file ${JSON.stringify(file)}`,
    (shard) => shard.changeContract({ file }),
    invalid,
  ]),
  ...['../a', 'a\\b', 'a/../b', '', ' ', '..', 'a\0', 'a\nb', 'nul.x'].map(
    (consumer): (typeof attacks)[number] => [
      `the consumer ${JSON.stringify(consumer)}`,
      (shard) => shard.changeContract({ consumer, file: `${consumer}-microsoft-graph-calls.json` }),
      invalid,
    ],
  ),
  [
    'another pact',
    (shard) => shard.changeContract({ consumer: 'a', file: 'a-microsoft-graph-calls.json' }),
    /belongs to another directory/,
  ],
  ['no interactions', (shard) => shard.changeContract({ interactions: [] }), invalid],
  [
    'interactions of a wrong type',
    (shard) => shard.changeContract({ interactions: { length: 1e9 } }, false),
    invalid,
  ],
  [
    'a contract that is an array',
    (shard) => writeFile(join(shard.results, 'contract.staged'), '[]'),
    invalid,
  ],
  ['a contract that is null', (shard) => writeFile(join(shard.results, 'contract.staged'), 'null'), invalid],
  ['a claim of a wrong type', (shard) => shard.changeClaim({ line: '1' }), invalid],
  ['a claim that is cut', (shard) => writeFile(join(shard.owner, 'claim.staged'), '{"file":'), invalid],
  [
    'a claim with invalid UTF-8',
    (shard) => writeFile(join(shard.owner, 'claim.staged'), Buffer.from([0xff, 0xfe, 0x00])),
    invalid,
  ],
  [
    'a result that is nested 100,000 deep',
    (shard) => writeFile(join(shard.results, '1.staged'), deepPact()),
    invalid,
  ],
  [
    'a contract that is nested 100,000 deep',
    (shard) => writeFile(join(shard.results, 'contract.staged'), deepContract()),
    invalid,
  ],
  ['a result that is not a pact', (shard) => writeFile(join(shard.results, '1.staged'), '{}'), invalid],
  [
    'the result of another interaction',
    (shard) => cp(join(shard.results, '2.staged'), join(shard.results, '1.staged')),
    /is not the result of its interaction/,
  ],
  [
    'the result of another consumer',
    async (shard) => {
      const text = await readFile(join(shard.results, '1.staged'), 'utf8')
      await writeFile(join(shard.results, '1.staged'), text.replaceAll('contoso-bot', 'fabrikam-bot'))
    },
    /is not the result of its interaction/,
  ],
  ['a huge result', (shard) => truncate(join(shard.results, '1.staged'), 10 * 1024 ** 3), /\(TOO_LARGE\)/],
  [
    'a directory in place of a result',
    (shard) => replaced(join(shard.results, '1.staged'), mkdir),
    /\(NOT_A_FILE\)/,
  ],
  [
    'a directory in place of a claim',
    (shard) => replaced(join(shard.owner, 'claim.staged'), mkdir),
    /\(NOT_A_FILE\)/,
  ],
  [
    'a directory in place of a contract',
    (shard) => replaced(join(shard.results, 'contract.staged'), mkdir),
    /\(NOT_A_FILE\)/,
  ],
  ...(isWindows ? [] : unixAttacks()),
]

/** Attacks with files that Windows does not have, or that need special rights there. */
function unixAttacks(): typeof attacks {
  const pipe = async (path: string) => void execFileSync('mkfifo', [path])
  const linkTo = (target: string) => (path: string) => symlink(target, path)
  return [
    [
      'a pipe in place of a result',
      (shard) => replaced(join(shard.results, '1.staged'), pipe),
      /\(NOT_A_FILE\)/,
    ],
    [
      'a pipe in place of a claim',
      (shard) => replaced(join(shard.owner, 'claim.staged'), pipe),
      /\(NOT_A_FILE\)/,
    ],
    [
      'a pipe in place of a contract',
      (shard) => replaced(join(shard.results, 'contract.staged'), pipe),
      /\(NOT_A_FILE\)/,
    ],
    [
      'a link to a device in place of a result',
      (shard) => replaced(join(shard.results, '1.staged'), linkTo('/dev/zero')),
      /\(ELOOP\)/,
    ],
    [
      'a link to itself in place of a result',
      (shard) => replaced(join(shard.results, '1.staged'), (path) => symlink(path, path)),
      /\(ELOOP\)/,
    ],
    [
      'a link to another file in place of a result',
      async (shard, outside) => {
        await rename(join(shard.results, '1.staged'), outside)
        await symlink(outside, join(shard.results, '1.staged'))
      },
      /\(ELOOP\)/,
    ],
    [
      'a link in place of the results',
      async (shard, outside) => {
        await rename(shard.results, outside)
        await symlink(outside, shard.results)
      },
      /is a symbolic link/,
    ],
    [
      'a link in place of a contract directory',
      async (shard, outside) => {
        await rename(shard.owner, outside)
        await symlink(outside, shard.owner)
      },
      /is a symbolic link/,
    ],
    ['a cycle of links', (shard) => symlink('..', join(shard.pacts, 'staging/again')), /is a symbolic link/],
  ]
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

async function replaced(path: string, create: (path: string) => Promise<unknown>): Promise<void> {
  await rm(path)
  await create(path)
}

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

const nested = () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`
const deepPact = () => `{"consumer":${nested()}}`
const deepContract = () =>
  `{"consumer":"a","provider":"b","file":"a-b.json","hash":"${'0'.repeat(16)}","interactions":[{"name":"a","description":"a","template":${nested()}}]}`
