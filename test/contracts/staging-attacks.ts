import { execFileSync } from 'node:child_process'
import { cp, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Directories of a shard, in which every interaction has a result. */
export interface Shard {
  readonly pacts: string
  readonly owner: string
  readonly results: string
  /** Replaces a property of the staged contract, and its hash. */
  changeContract(change: object, rehash?: boolean): Promise<void>
  changeClaim(change: object): Promise<void>
}

const invalid = /is not a (valid|readable) staging file.* Delete the "staging" directory/
export const isWindows = process.platform === 'win32'

/** Changes to the staging directory of a shard that came from an untrusted machine. */
export const attacks: readonly [string, (shard: Shard, outside: string) => Promise<void>, RegExp][] = [
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

async function replaced(path: string, create: (path: string) => Promise<unknown>): Promise<void> {
  await rm(path)
  await create(path)
}

const nested = () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`
const deepPact = () => `{"consumer":${nested()}}`
const deepContract = () =>
  `{"consumer":"a","provider":"b","file":"a-b.json","hash":"${'0'.repeat(16)}","interactions":[{"name":"a","description":"a","template":${nested()}}]}`
