import { statSync } from 'node:fs'
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { groupCall } from 'graph-call-testkit/fixtures'
import { beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { runWithInput } from './run-command.ts'
import { temporaryFolderOfFile } from './temporary-folder.ts'

const call = `${JSON.stringify(groupCall())}\n`
const folder = temporaryFolderOfFile()
const path = (name: string) => join(folder(), name)

/** Files by name. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  'call.json': call,
  'empty.json': '',
  'blank.json': ' \n\n',
  'latin1.json': Buffer.from('{"subject":"Caf\u00e9"}\n', 'latin1'),
  'utf16.json': Buffer.from(`\uFEFF${call}`, 'utf16le'),
  'no-end.json': `[${call},`,
  'after-array.json': `[${call}] more`,
  'damaged.gz': gzipSync(call).subarray(0, 100),
  'text.txt': 'hello',
  'call.gz': gzipSync(call),
  'twice.gz': gzipSync(gzipSync(call)),
  'call.zip': Buffer.from('504b0304140000000800', 'hex'),
  'call.zst': Buffer.from('28b52ffd2400010000', 'hex'),
  'call.xz': Buffer.from('fd377a585a000004', 'hex'),
  'call.bz2': Buffer.from('425a6839314159265359', 'hex'),
}

beforeAll(async () => {
  for (const [name, content] of Object.entries(files)) await writeFile(path(name), content)
  await mkdir(path('huge'))
  // Sparse files: the system stores only their first bytes.
  for (const [name, start] of [
    ['huge.json', '{"subject":"'],
    ['huge-item.json', '[{"subject":"'],
    ['huge/a.json', '{"subject":"'],
  ] as const) {
    await writeFile(path(name), start)
    await truncate(path(name), 1_024 ** 3)
  }
  await mkdir(path('folder'))
  await symlink('loop', path('loop'))
  await mkdir(path('no-calls'))
})

/** Bad input of commands, and the message: what is wrong, and what to do. `FOLDER` is a directory with the files above. */
const cases: readonly (readonly [command: string, message: RegExp])[] = [
  // Missing files, and directories given for files.
  [
    'validate FOLDER/missing.json',
    /missing\.json cannot be read: it does not exist \(ENOENT\)\. Check the path\./,
  ],
  [
    'validate FOLDER/folder',
    /folder cannot be read: it is a directory\. Pass its files, such as calls\/\*\.json\./,
  ],
  [
    'validate FOLDER/call.json/x',
    /x cannot be read: a part of its path is a file \(ENOTDIR\)\. Check the path\./,
  ],
  [
    'serve --calls FOLDER/missing',
    /Cannot read the directory .*missing: it does not exist \(ENOENT\)\. Check/,
  ],
  [
    `serve --calls FOLDER/${'a'.repeat(300)}`,
    /Cannot read the directory .*aaa: its name is too long \(ENAMETOOLONG\)\. Check the path\./,
  ],
  ['serve --calls FOLDER/call.json', /call\.json: it is a file\. Pass the directory that contains it\./],
  [
    'serve --calls FOLDER/call.json/x',
    /call\.json\/x: a part of its path is a file \(ENOTDIR\)\. Check the path\./,
  ],
  ['serve --calls FOLDER/no-calls', /no-calls has no \*\.json files\. Expected one call in each\./],
  ['serve --tls-key FOLDER/missing --tls-cert FOLDER/missing', /--tls-key: .*missing cannot be read/],
  ['serve --tls-key FOLDER/folder --tls-cert FOLDER/folder', /it is a directory\. Expected a file/],
  ['contract lint FOLDER/missing', /missing cannot be read \(ENOENT\)/],
  ['contract lint FOLDER/*.jsn', /cannot be read: it does not exist .*Your shell has not replaced the \*/],
  ['contract lint https://example.com/x', /it is a URL\. Pass a path on this machine\./],
  ['validate https://example.com/x', /it is a URL\. Pass a path on this machine\./],
  ['contract lint FOLDER/no-calls', /no-calls/],
  ['contract lint FOLDER/loop', /loop cannot be read: it is a loop of symbolic links \(ELOOP\)\./],
  [`contract status FOLDER/${'x'.repeat(300)}`, /cannot be read: its name is too long \(ENAMETOOLONG\)\./],
  [`contract merge FOLDER/${'x'.repeat(300)}`, /cannot be read: its name is too long \(ENAMETOOLONG\)\./],
  ['contract status FOLDER/missing', /has no results of a contract|does not exist/],
  ['contract merge FOLDER/missing', /does not exist\. Expected a directory/],
  ['contract verify FOLDER/missing', /missing cannot be read \(ENOENT\)/],
  [
    'contract publish FOLDER/missing --broker-base-url https://broker.example.com',
    /missing cannot be read \(ENOENT\)/,
  ],
  ['generate --out FOLDER/folder', /Cannot write .*folder: it is a directory\. Pass the name of a file\./],
  [
    'generate --out FOLDER/missing/x',
    /Cannot write .*x: its directory does not exist\. Create the directory first/,
  ],
  [
    'export openapi --out FOLDER/missing/x',
    /Cannot write .*x: its directory does not exist\. Create the directory first/,
  ],
  // Content.
  [
    'validate FOLDER/*.jsn',
    /\*\.jsn cannot be read: it does not exist \(ENOENT\)\. Your shell has not replaced the \*: pass names of files\./,
  ],
  ['validate FOLDER/empty.json', /empty\.json is empty\. Expected calls, errors or notifications as JSON\./],
  ['validate FOLDER/blank.json', /blank\.json is empty\./],
  ['validate FOLDER/latin1.json', /latin1\.json:1: the text is not UTF-8\. Save the file as UTF-8\./],
  ['validate FOLDER/utf16.json', /utf16\.json:1: the file is UTF-16\. Save it as UTF-8\./],
  ['validate FOLDER/no-end.json', /no-end\.json:\d: the array has no end\. .*Write it again\./],
  ['validate FOLDER/after-array.json', /after-array\.json:\d: there is text after the array\. Put all/],
  [
    'validate FOLDER/damaged.gz',
    /damaged\.gz cannot be read: its gzip data is invalid or incomplete\. Compress it again\./,
  ],
  ['validate FOLDER/twice.gz', /twice\.gz:1: the file is compressed with gzip\. Decompress it first\./],
  ['validate FOLDER/call.zip', /call\.zip:1: the file is compressed with zip\. Decompress it first\./],
  ['validate FOLDER/call.zst', /call\.zst:1: the file is compressed with zstd\. Decompress it first\./],
  ['validate FOLDER/call.xz', /call\.xz:1: the file is compressed with xz\. Decompress it first\./],
  ['validate FOLDER/call.bz2', /call\.bz2:1: the file is compressed with bzip2\. Decompress it first\./],
  ['anonymize FOLDER/call.zip --out FOLDER/out', /call\.zip is compressed with zip\. Decompress it first\./],
  [
    'contract lint FOLDER/call.gz',
    /call\.gz cannot be read: it is compressed with gzip\. Decompress it first\./,
  ],
  ['explain --in FOLDER/empty.json', /empty\.json is empty\. Expected a body as JSON\./],
  ['explain --in FOLDER/latin1.json', /latin1\.json is not UTF-8\. Save it as UTF-8\./],
  ['explain --in FOLDER/utf16.json', /utf16\.json is UTF-16\. Save it as UTF-8\./],
  ['explain --in FOLDER/folder', /folder cannot be read: it is a directory/],
  ['explain --in FOLDER/missing', /missing cannot be read: it does not exist \(ENOENT\)\. Check the path\./],
  ['validate -', /standard input is empty\. Expected calls/],
  ['contract lint FOLDER/empty.json', /empty\.json/],
  ['contract lint FOLDER/latin1.json', /not UTF-8\. Save it as UTF-8/],
  ['contract lint FOLDER/utf16.json', /UTF-16\. Save it as UTF-8/],
  // A line of 1 GB.
  [
    'validate FOLDER/huge.json',
    /huge\.json:1: a body has more than 10 MiB\. Write one body per line, or an array of bodies\./,
  ],
  ['validate FOLDER/huge-item.json', /huge-item\.json:1: a body has more than 10 MiB\./],
  [
    'contract lint FOLDER/huge.json',
    /huge\.json cannot be read: it has 1\d+ bytes\. Expected at most 10485760\./,
  ],
  [
    'contract verify contracts/pacts --metadata FOLDER/huge.json',
    /huge\.json .*it has 1\d+ bytes\. Expected at most/,
  ],
  [
    'serve --tls-key FOLDER/huge.json --tls-cert FOLDER/huge.json',
    /it has 1\d+ bytes\. Expected at most 10485760/,
  ],
  ['serve --calls FOLDER/huge', /a\.json:1: \[unreadable\] The file cannot be read: it has 1\d+ bytes/],
  // No permission: a part of the path is a file, which root cannot write to either.
  [
    'generate --out FOLDER/call.json/x',
    /Cannot write .*x: a part of its path is a file\. Pass a path in a directory \(ENOTDIR\)\./,
  ],
  [
    'generate --out https://example.com/x',
    /Cannot write https:\/\/example\.com\/x: it is a URL\. Pass a path on this machine\./,
  ],
  [
    'export openapi --out https://example.com/x',
    /Cannot write https:\/\/example\.com\/x: it is a URL\. Pass a path on this machine\./,
  ],
  [
    'export json-schema --out https://example.com/x',
    /Cannot write https:\/\/example\.com\/x: it is a URL\. Pass a path on this machine\./,
  ],
  [
    'export wiremock --out https://example.com/x',
    /Cannot write https:\/\/example\.com\/x: it is a URL\. Pass a path on this machine\./,
  ],
  [
    'export fixtures --out https://example.com/x',
    /Cannot write https:\/\/example\.com\/x: it is a URL\. Pass a path on this machine\./,
  ],
  ['export openapi --out FOLDER/call.json/x', /Cannot write .*x: a part of its path is a file\. Pass a path/],
  ['export wiremock --out FOLDER/call.json', /Cannot write .*: a part of its path is a file\. Pass a path/],
  ['contract merge FOLDER/no-calls --dir FOLDER/call.json/x', /no-calls has no results of a contract/],
  [
    `generate --out FOLDER/${'x'.repeat(300)}`,
    /Cannot write .*x: its name is too long\. Pass a shorter path \(ENAMETOOLONG\)\./,
  ],
  [
    `export wiremock --out FOLDER/${'x'.repeat(300)}`,
    /Cannot write .*: its name is too long\. Pass a shorter path \(ENAMETOOLONG\)\./,
  ],
  // A full disk.
  [
    'generate --out /dev/full',
    /Cannot write \/dev\/full: the disk is full\. Free some space, then add --resume to continue \(ENOSPC\)\./,
  ],
  [
    'export openapi --out /dev/full',
    /\/dev\/full: the disk is full\. Free some space, then run the command again \(ENOSPC/,
  ],
  // Unknown commands, options and names.
  ['generat', /unknown command 'generat'[\s\S]*Did you mean generate\?/],
  ['generat --help', /unknown command 'generat'[\s\S]*Did you mean generate\?/],
  ['help generat', /unknown command 'generat'[\s\S]*Did you mean generate\?/],
  ['contract lnt --help', /unknown command 'lnt'[\s\S]*Did you mean lint\?/],
  ['contract help lnt', /unknown command 'lnt'[\s\S]*Did you mean lint\?/],
  ['export wiremock --uot x', /unknown option '--uot'[\s\S]*Did you mean --out\?/],
  ['export wiremock', /required option '--out <directory>' not specified/],
  ['anonymize FOLDER/call.json --uot x', /unknown option '--uot'[\s\S]*Did you mean --out\?/],
  ['contract lnt', /unknown command 'lnt'[\s\S]*Did you mean lint\?/],
  ['export opneapi', /unknown command 'opneapi'[\s\S]*Did you mean openapi\?/],
  ['generate --cuont 3', /unknown option '--cuont'[\s\S]*Did you mean --count\?/],
  ['validate --strct x', /unknown option '--strct'[\s\S]*Did you mean --strict\?/],
  ['list --jsn', /unknown option '--jsn'[\s\S]*Did you mean --json\?/],
  ['show --jsn group', /unknown option '--jsn'[\s\S]*Did you mean --json\?/],
  ['completion --hepl', /unknown option '--hepl'[\s\S]*Did you mean --help\?/],
  ['drift --cloud china', /'china' is invalid\. Allowed choices are global, usgov, usnat/],
  ['drift FOLDER/missing', /missing cannot be read: it does not exist/],
  ['drift FOLDER/folder', /it is a directory/],
  ['drift FOLDER/latin1.json', /neither UTF-8 nor UTF-16\. Save it as UTF-8/],
  ['drift FOLDER/damaged.gz', /its gzip data is invalid/],
  ['anonymize FOLDER/missing.json --out FOLDER/out', /missing\.json cannot be read: it does not exist/],
  ['anonymize FOLDER/folder --out FOLDER/out', /folder cannot be read: it is a directory\./],
  ['anonymize FOLDER/empty.json --out FOLDER/out', /empty\.json: The capture is empty\. Expected a HAR file/],
  ['anonymize FOLDER/latin1.json --out FOLDER/out', /latin1\.json is not UTF-8\. Save it as UTF-8\./],
  ['anonymize FOLDER/text.txt --out FOLDER/out', /text\.txt: Line 1 is not JSON\. Expected a HAR file/],
  ['anonymize FOLDER/damaged.gz --out FOLDER/out', /its gzip data is invalid or incomplete/],
  ['anonymize - --out FOLDER/out', /standard input: The capture is empty\./],
  ['anonymize FOLDER/call.json', /required option '--out <file>' not specified/],
  ['anonymize FOLDER/call.json --out FOLDER/folder', /Cannot write .*folder: it is a directory/],
  [
    'anonymize FOLDER/call.json --out FOLDER/missing/x',
    /its directory does not exist\. Create the directory/,
  ],
  ['fixture add FOLDER/missing.json --out FOLDER/out', /missing\.json cannot be read: it does not exist/],
  ['fixture add FOLDER/text.txt --out FOLDER/out', /text\.txt: Line 1 is not JSON\. Expected a HAR file/],
  ['fixture add FOLDER/call.json --out FOLDER/call.json/x', /index\.json cannot be read: .*ENOTDIR/],
  ['drift --traffic FOLDER/missing', /missing cannot be read: it does not exist/],
  ['drift --traffic FOLDER/empty.json', /has no calls, notifications, operations or errors/],
  ['verify-service', /missing required argument 'call-id'/],
  ['verify-service app/calls/1', /Invalid call ID\. Expected only the ID/],
  ['verify-service 1 --base-url graph', /Invalid service URL\. Expected an http or https URL/],
  ['verify-service 1 --base-url http://graph.example.com', /Missing token|without encryption/],
  ['verify-service 1 --jsn', /unknown option '--jsn'[\s\S]*Did you mean --json\?/],
  ['explain --jsn state', /unknown option '--jsn'[\s\S]*Did you mean --json\?/],
  ['explain stat', /Unknown name: "stat"\. Nearest: "state"/],
  ['show grupo', /Unknown name: grupo\. Did you mean group/],
  [
    'list call',
    /error: value 'call' is invalid for argument 'kind'\. Allowed choices are calls, errors, notifications, operations, actions, lint-rules, scenarios/,
  ],
  ['completion csh', /Allowed choices are bash, zsh, fish, powershell/],
  // Wrong values.
  ['generate --count x', /'x' is invalid\. Expected an integer from 0 to 4294967296 such as 1000\./],
  ['generate --count -1', /Expected an integer from 0/],
  ['generate --count 4294967297', /Expected an integer from 0/],
  ['generate --count', /argument missing/],
  ['generate --seed 1.5', /Expected an integer such as 42/],
  ['generate --shard 0/4', /Expected the number of a shard and of all shards such as 3\/16/],
  ['generate --shard 5/4', /Expected the number of a shard/],
  ['generate --shard 3', /Expected the number of a shard/],
  ['generate --shard 1/1000001', /Expected the number of a shard/],
  ['generate --workers 0', /Expected an integer from 1 to 256/],
  ['generate --workers 257', /Expected an integer from 1 to 256/],
  ['generate --kind conference', /Allowed choices are peer-to-peer, group/],
  ['generate --state Established', /Allowed choices are established, incoming/],
  ['generate --faulty --state hold', /'--faulty' cannot be used with option '--state <state>'/],
  ['generate --lifecycle --notifications', /cannot be used with option '--notifications'/],
  ['generate --errors --kind group', /cannot be used with option '--kind <kind>'/],
  ['generate --resume', /--resume requires --out: only a file can be continued\./],
  ['generate calls.ndjson', /too many arguments/],
  ['validate', /missing required argument 'files'/],
  ['validate --format xml x', /Allowed choices are pretty, json, github, sarif/],
  ['validate --json --format github x', /cannot be used with option/],
  ['show', /missing required argument 'name'/],
  ['completion', /missing required argument 'shell'/],
  ['serve --port 99999', /Expected an integer from 0 to 65535/],
  ['export openapi --openapi-version 2.0', /Allowed choices are 3\.0, 3\.1/],
  ['contract verify --base-url graph', /Expected an http or https URL/],
]

/** A device that is always full. Linux has it. */
const hasFullDevice = statSync('/dev/full', { throwIfNoEntry: false })?.isCharacterDevice() === true

describe('bad input exits with 2, and one message says what to do', () => {
  test.each(cases.filter(([command]) => hasFullDevice || !command.includes('/dev/full')))(
    '%s',
    async (command, message) => {
      const argv = command.split(' ').map((argument) => argument.replace('FOLDER', folder()))
      const { exit, stop, out, err } = runWithInput([], ...argv)
      // A server would run until it is stopped.
      stop()
      expect({ exit: await exit, out: out() }).toEqual({ exit: 2, out: '' })
      expect(err()).toMatch(message)
      expect(err()).not.toMatch(/^ {4}at /m)
      // Commander adds a line with advice.
      expect(err().trimEnd().split('\n').length).toBeLessThanOrEqual(
        /^(error|Cannot serve)/.test(err()) ? 4 : 1,
      )
    },
  )

  test('has a case for every command', () => {
    for (const { name } of commands) {
      expect(cases.filter(([command]) => command.startsWith(name)).length, name).toBeGreaterThan(1)
    }
  })
})
