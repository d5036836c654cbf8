import { ContractDefinitionError } from 'graph-call-testkit/contracts'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from './committed.ts'
import { define, rejected, runAll } from './define.ts'

describe('rejects a definition with', () => {
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
      'an interaction without a fixture and a body',
      { interactions: [{ name: 'on hold' }] },
      /^interactions\[0\] has neither a fixture nor a body\. Expected the name of a fixture/,
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
    [
      'no paths',
      { reads: [] },
      /^Invalid reads: the list is empty\. Expected at least one path, such as \['state'\]/,
    ],
    [
      'a promise of reads',
      { reads: Promise.resolve(['state']) },
      /^Invalid reads: a Promise\. .*Add the missing await: reads: await readsOf\(\.\.\.\)/,
    ],
    ['undefined reads', { reads: undefined }, /^Invalid reads: undefined\. Expected a list of paths/],
    [
      'undefined interactions',
      { interactions: undefined },
      /^Invalid interactions: undefined\. Expected a list, such as \["peer-to-peer"\]/,
    ],
    [
      'an interaction that is not a name or a call',
      { interactions: ['group', null] },
      /^Invalid interactions\[1\]: null\. Expected the name of a fixture, \{ fixture \}, or \{ name, body \}/,
    ],
    ['a typo in an option', { interaction: [] }, /^Unknown option: interaction\. Nearest: interactions\./],
    [
      'a typo in an option of a call',
      { interactions: [{ name: 'a', body, calId: 'b' }] },
      /^Unknown option: interactions\[0\]\.calId\. Nearest: interactions\[0\]\.callId\./,
    ],
    [
      'the consumer as provider',
      { provider: 'my-bot' },
      /^Invalid provider: "my-bot"\. Expected another name/,
    ],
    ['a space after a name', { consumer: 'my-bot ' }, /^Invalid consumer: "my-bot "\. .*without spaces/],
    ['a space before a name', { provider: '\u00a0graph' }, /^Invalid provider: .*without spaces/],
    [
      'a line break in a name',
      { interactions: [{ name: 'a\nb', body }] },
      /^Invalid interactions\[0\]\.name: /,
    ],
    [
      'the host of an unknown cloud',
      { cloud: 'graph.example.com' },
      /^Invalid cloud: "graph\.example\.com"\. .*: graph\.microsoft\.com, graph\.microsoft\.us, dod-graph\.microsoft\.us/,
    ],
    [
      'a query that is not a list',
      { query: { $select: 'id' } },
      /^Invalid query\.\$select: "id"\. Expected a list/,
    ],
    [
      'a file for a directory',
      { dir: import.meta.filename },
      /^Invalid dir: .*Expected a directory, but .*definition-errors\.test\.ts is a file/,
    ],
    [
      'a directory inside a file',
      { dir: new URL('./definition-errors.test.ts/pacts', import.meta.url) },
      /Expected a directory, but .* is inside a file/,
    ],
    ['a directory with a name that is too long', { dir: 'p'.repeat(300) }, /^Invalid dir: .* is too long/],
    ['a directory of another machine', { dir: 'file://server/pacts' }, /^Invalid dir: "file:\/\/server/],
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

  test.each(['a', 'ü', '電'])('names that are too long for a file: %s', async (letter) => {
    const dir = await temporaryFolder()
    const longest = Math.floor((213 - '-p.json'.length) / Buffer.byteLength(letter))
    const contract = define(dir, ['group'], { consumer: letter.repeat(longest), provider: 'p' })
    await runAll(contract)
    const tooLong = { consumer: letter.repeat(longest + 1), provider: 'p' }
    expect(rejected(tooLong)).toThrow(/^Invalid consumer: .* has \d+ bytes\. Expected at most 213: shorten/)
    expect(rejected({ consumer: 'c', provider: tooLong.consumer })).toThrow(/shorten the provider/)
  })
})

test('accepts a contract without reads if it has only errors', async () => {
  const contract = define(await temporaryFolder(), ['call-not-found'], { reads: [] })
  expect(contract.uncoveredReads).toEqual([])
})

test('rejects a run without a function', async () => {
  const { run } = define(await temporaryFolder(), ['group']).interaction('group')
  await expect(Reflect.apply(run, undefined, [])).rejects.toThrow(
    /^Invalid test: undefined\. Expected a function: run\(async/,
  )
})
