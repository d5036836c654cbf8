import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ContractDefinitionError, defineCallContract } from 'graph-call-testkit/contracts'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from './committed.ts'
import { define, names, reads } from './define.ts'
import { get } from './get.ts'

describe('rejects a definition with', () => {
  const rejected = (definition: object) => () =>
    Reflect.apply(defineCallContract, undefined, [
      { consumer: 'my-bot', dir: 'pacts', reads, interactions: ['group'], ...definition },
    ])
  const body = peerToPeerCall()
  test.each<[string, object, RegExp]>([
    ['an empty name', { consumer: '' }, /^Invalid consumer: ""\. Expected a name/],
    ['a path for a name', { provider: 'a/b' }, /^Invalid provider: "a\/b"\. Expected a name/],
    [
      'no interactions',
      { interactions: [] },
      /^Invalid interactions: the list is empty\. Expected at least one/,
    ],
    [
      'an unknown fixture',
      { interactions: ['group', 'grup'] },
      /^interactions\[1\]: Unknown fixture: "grup"\. Nearest: "group"/,
    ],
    [
      'a request without a token',
      { interactions: ['access-token-empty'] },
      /the response to a request without a token/,
    ],
    [
      'a duplicate fixture',
      { interactions: ['group', 'sparse', 'group'] },
      /^interactions\[0\] and interactions\[2\] are both called "group"/,
    ],
    [
      'a duplicate name',
      {
        interactions: [
          { name: 'a', body },
          { name: 'a', body },
        ],
      },
      /interactions\[0\] and interactions\[1\]/,
    ],
    [
      'the name of a fixture',
      { interactions: [{ name: 'sparse', body }] },
      /invalid name "sparse"\. Expected a name that is not the name of a fixture/,
    ],
    [
      'a body that is not a call',
      { interactions: [{ name: 'a', body: { state: 'ringing' } }] },
      /^interactions\[0\] \("a"\): This body is not a call\.\n- state: /,
    ],
    [
      'the body of an error',
      { interactions: [{ name: 'a', body: { error: { code: '1' } } }] },
      /This body is not a call/,
    ],
    [
      'a body without an id',
      { interactions: [{ name: 'a', body: { state: 'hold' } }] },
      /has no id to request\. Pass one/,
    ],
    [
      'a query that the service rejects',
      { query: { $select: ['stat'] } },
      /^interactions\[0\] \("group"\): .*Could not find a property named 'stat' on type 'microsoft\.graph\.call'/,
    ],
    [
      'a query option for collections',
      { interactions: [{ name: 'a', body, query: { $top: 5 } }] },
      /^interactions\[0\] \("a"\): .*\$top/,
    ],
    [
      'a typo in a read',
      { reads: ['state', 'direcion'] },
      /^Invalid reads: a call does not have "direcion"\. Nearest: direction\./,
    ],
    [
      'a typo in the middle of a read',
      { reads: ['source.identity.user.displayname'] },
      /Nearest: source\.identity\.user\.displayName\./,
    ],
    [
      'a collection without []',
      { reads: ['targets.identity.user.id'] },
      /Nearest: targets\[\]\.identity\.user\.id\./,
    ],
    ['an index', { reads: ['targets[0].identity.user'] }, /Nearest: targets\[\]\.identity\.user\./],
    ['[] after an object', { reads: ['source[].identity'] }, /Nearest: source\.identity\./],
    ['a property of a string', { reads: ['state.name'] }, /Nearest: state\./],
    ['an empty path', { reads: [''] }, /"".* Nearest: state\./],
    [
      'no directory',
      { dir: undefined },
      /^Invalid dir: undefined\. Expected a path or a file URL, such as "pacts"/,
    ],
    ['a web URL', { dir: new URL('https://contoso.com/pacts') }, /^Invalid dir: "https:/],
    ['an empty directory', { dir: '' }, /^Invalid dir: ""/],
    ['a read that is not a string', { reads: [5] }, /a call does not have 5/],
    ['an unknown version', { version: 'v2.0' }, /^Invalid version: "v2\.0"\. Expected "v1\.0" or "beta"\./],
    [
      'an unknown version of an interaction',
      { interactions: [{ fixture: 'group', version: 'Beta' }] },
      /^Invalid interactions\[0\]\.version: "Beta"/,
    ],
    ['a token in the headers', { headers: { authorization: 'x' } }, /^Invalid headers: authorization: every/],
    ['a secret in a header', { headers: { 'X-Api-Key': 'abc' } }, /^Invalid headers: X-Api-Key: .* a secret/],
    ['a JWT in a header', { headers: { 'x-a': 'eyJhbGciOiJub25lIn0.e30.' } }, /x-a: it looks like a secret/],
    ['a header of the connection', { headers: { Host: 'graph.microsoft.com' } }, /Host: HTTP clients set it/],
    ['an invalid name of a header', { headers: { 'a b': 'c' } }, /^Invalid headers: a b: it is not the name/],
    ['a line break in a header', { headers: { a: 'b\r\nc: d' } }, /^Invalid headers: a: expected text of/],
    ['an empty header', { headers: { a: '' } }, /^Invalid headers: a: expected text of/],
    ['a header that is a list', { headers: { a: ['b'] } }, /^Invalid headers: a: expected text of/],
    [
      'a header twice',
      { headers: { Prefer: 'a', prefer: 'b' } },
      /^Invalid headers: prefer: it occurs twice/,
    ],
    [
      'a media type that the service does not have',
      { interactions: [{ fixture: 'group', headers: { Accept: 'text/html' } }] },
      /^Invalid interactions\[0\]\.headers: the service responds with 406 to Accept: text\/html\./,
    ],
    ['an exact path that is not read', { exact: ['subject'] }, /^Invalid exact: .* does not read "subject"/],
    ['an exact value that is not a list', { exact: 'state' }, /^Invalid exact: "state"\. Expected a list/],
    [
      'an exact path that differs between elements',
      { reads: ['targets[].identity.user.id'], exact: ['targets'], interactions: ['several-targets'] },
      /^interactions\[0\] \("several-targets"\): Invalid exact: targets\[\]\.identity\.user\.id is "/,
    ],
    [
      'the same description twice',
      {
        interactions: [
          { fixture: 'group', description: 'a' },
          { fixture: 'sparse', description: 'a' },
        ],
      },
      /^interactions\[0\] and interactions\[1\] are both described "a"/,
    ],
    [
      'the same key twice',
      {
        interactions: [
          { fixture: 'group', key: 'a' },
          { fixture: 'sparse', key: 'a' },
        ],
      },
      /^interactions\[0\] and interactions\[1\] are both identified by the key "a"/,
    ],
    [
      'the same fixture twice',
      { interactions: ['group', { fixture: 'group', version: 'beta' }] },
      /are both called "group"/,
    ],
    [
      'the name of another fixture',
      { interactions: [{ fixture: 'group', name: 'sparse' }] },
      /invalid name "sparse"/,
    ],
    [
      'annotations of another type',
      { interactions: [{ fixture: 'group', pending: 'yes' }] },
      /^Invalid interactions\[0\]\.pending: /,
    ],
    [
      'an empty comment',
      { interactions: [{ fixture: 'group', comments: [' '] }] },
      /^Invalid interactions\[0\]\.comments\.0: Expected text that is not empty\./,
    ],
  ])('%s', (_, definition, message) => {
    expect(rejected(definition)).toThrow(ContractDefinitionError)
    expect(rejected(definition)).toThrow(message)
  })

  test('a file that another definition of this process writes', async () => {
    const dir = await temporaryFolder()
    const here = /test\/contracts\/definition-errors\.test\.ts:\d+/.source
    defineCallContract({ consumer: 'my-bot', dir, reads, interactions: ['group'] })
    expect(() => defineCallContract({ consumer: 'my-bot', dir, reads, interactions: ['sparse'] })).toThrow(
      new RegExp(
        `my-bot-microsoft-graph-calls\\.json is defined at ${here} and at ${here}\\. A file belongs`,
      ),
    )
    expect(() => define(dir, ['group'])).toThrow(ContractDefinitionError)
    defineCallContract({ consumer: 'my-bot', provider: 'other', dir, reads, interactions: ['group'] })
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
      /is defined at .*other\.test\.ts:\d+ and at test\/contracts\/define\.ts:\d+/,
    )
    await writeFile(claim, '{ cut')
    await expect(contract.interaction('group').run(get)).rejects.toThrow(
      `${claim} is not a valid staging file`,
    )
  })
})

test('rejects the name of an unknown interaction', async () => {
  const contract = define(await temporaryFolder(), names)
  expect(() => Reflect.apply(contract.interaction, contract, ['grup'])).toThrow(
    'The contract does not have the interaction "grup". It has: "peer-to-peer", "group", "call-not-found".',
  )
})
