import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { fixture, fixtures, groupCall, notification, notifications } from 'graph-call-testkit/fixtures'
import { anyCall, anyFaultyCall, anyFutureCall } from 'graph-call-testkit/generators'
import { describe, expect, test } from 'vitest'
import { BodyChecker } from '../../src/cli/validate/body-checker.ts'
import { BodySplitter } from '../../src/cli/validate/body-splitter.ts'
import { isCall } from '../../src/read/guard.generated.ts'
import { runs } from '../runs.ts'
import { runWithInput } from './run-command.ts'
import { sarifProblems } from './sarif-problems.ts'
import { temporaryFolderOfFile } from './temporary-folder.ts'

const folder = temporaryFolderOfFile()

async function validate(text: string | Uint8Array, ...options: string[]) {
  const { exit, out, err } = runWithInput([Buffer.from(text)], 'validate', '-', ...options)
  return { exit: await exit, out: out(), err: err() }
}

const lines = (...values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('')

const bodies = [
  ...Object.values(fixtures).map(({ body }) => body),
  ...Object.values(notifications).map(({ body }) => body),
]
const count = (status: (status: number) => boolean) =>
  Object.values(fixtures).filter((one) => status(one.status)).length
const summary = `Valid: ${count((status) => status === 200)} calls, ${count((status) => status !== 200)} errors, ${Object.keys(notifications).length} posts of notifications.\n`

describe('validate finds out the form of a file', () => {
  test.each([
    ['NDJSON', lines(...bodies)],
    [
      'NDJSON with empty lines and line ends of Windows',
      `\r\n${lines(...bodies).replaceAll('\n', '\r\n\r\n')}`,
    ],
    ['an array', JSON.stringify(bodies)],
    ['an array on several lines', JSON.stringify(bodies, null, 2)],
    ['documents, one after another', bodies.map((body) => JSON.stringify(body, null, 2)).join('\n')],
    ['a byte order mark', `\uFEFF${lines(...bodies)}`],
    ['joined lines with byte order marks', bodies.map((body) => `\uFEFF${lines(body)}`).join('')],
    [
      'joined documents with byte order marks',
      bodies.map((body) => `\uFEFF${JSON.stringify(body, null, 2)}\r\n`).join(''),
    ],
    ['gzip', gzipSync(lines(...bodies))],
    ['gzip of an array', gzipSync(JSON.stringify(bodies))],
    [
      'gzip in two members',
      Buffer.concat([gzipSync(lines(...bodies.slice(0, 9))), gzipSync(lines(...bodies.slice(9)))]),
    ],
  ])('%s', async (_, text) => {
    expect(await validate(text)).toEqual({ exit: 0, out: summary, err: '' })
  })

  test.each([1, 2, 7])('gzip from a pipe, %d bytes at a time', async (size) => {
    const bytes = gzipSync(lines(...bodies))
    const starts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => at * size)
    const input = starts.map((start) => bytes.subarray(start, start + size))
    const { exit, out } = runWithInput([Buffer.alloc(0), ...input], 'validate', '-')
    expect({ exit: await exit, out: out() }).toEqual({ exit: 0, out: summary })
  })

  test('a single body without a line end', async () => {
    expect((await validate(JSON.stringify(groupCall()))).out).toBe(
      'Valid: 1 call, 0 errors, 0 posts of notifications.\n',
    )
  })

  test('an empty array', async () => {
    expect((await validate(' [ ] \n')).exit).toBe(0)
  })

  test('files and standard input', async () => {
    const [one, two] = [join(folder(), 'one.json'), join(folder(), 'two.ndjson')]
    await writeFile(one, JSON.stringify(groupCall(), null, 2))
    await writeFile(two, lines(fixture('throttled'), notification('call-incoming')))
    const { exit, out } = runWithInput([Buffer.from(lines(groupCall()))], 'validate', one, two, '-')
    expect(await exit).toBe(0)
    expect(out()).toBe('Valid: 2 calls, 1 error, 1 post of notifications.\n')
  })

  test('the same bodies at the same positions, in parts of any size', () => {
    const texts = [
      lines(...bodies.slice(0, 4)),
      JSON.stringify(bodies.slice(0, 4), null, 1),
      `[1, "ä]", {"a": [}]}\n, ]`,
    ]
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.integer({ min: 1, max: 97 }), (text, size) => {
        expect(splitIn(text, size)).toEqual(splitIn(text, text.length * 3))
      }),
      { numRuns: runs(30, 500) },
    )
  })

  function splitIn(text: string, size: number) {
    const found: { text: string; line: number; column: number }[] = []
    const splitter = new BodySplitter(({ bytes, line, column }) => {
      found.push({ text: bytes.toString(), line, column })
    })
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; at += size) splitter.push(bytes.subarray(at, at + size))
    splitter.end()
    return found
  }

  test('positions of the items of an array', () => {
    expect(splitIn('[1, "ä]", {"a": [1]}\n, ]', 100)).toEqual([
      { text: '1', line: 1, column: 2 },
      { text: '"ä]"', line: 1, column: 5 },
      { text: '{"a": [1]}', line: 1, column: 11 },
      { text: '', line: 2, column: 3 },
    ])
  })
})

describe('validate reports each problem', () => {
  const wrong = { ...groupCall(), state: 'Established' }

  test('with file, line, column, path, rule and fix', async () => {
    const text = `${lines(groupCall())}  ${JSON.stringify(wrong)}\n`
    const column = 3 + JSON.stringify(wrong).indexOf('"state"')
    const { exit, out, err } = await validate(text)
    expect({ exit, err }).toEqual({ exit: 1, err: '1 of 2 bodies not valid.\n' })
    expect(out).toBe(
      `standard input:2:${column} not-a-member\n  state: expected one of incoming, establishing, established, hold, transferring, transferAccepted, redirecting, terminating, terminated, unknownFutureValue, found "Established"\n  Graph spells it "established".\nValid: 1 call, 0 errors, 0 posts of notifications.\n`,
    )
  })

  test('at its position in an array on several lines', async () => {
    const text = JSON.stringify([groupCall(), wrong], null, 2)
    const { out } = await validate(text, '--json')
    const line = text.slice(0, text.indexOf('"Established"')).split('\n').length
    expect(JSON.parse(out)).toMatchObject({
      passed: false,
      bodies: 2,
      calls: 1,
      errors: 0,
      notifications: 0,
      invalid: 1,
      findings: [{ file: 'standard input', line, column: 5, path: 'state', rule: 'not-a-member' }],
    })
  })

  test('in the body of an error, and in notifications', async () => {
    const { out } = await validate(
      lines({ error: { code: 8522, message: 'x' } }, { value: [{ changeType: 'exploded', resourceUrl: 1 }] }),
      '--format',
      'json',
    )
    const { findings } = JSON.parse(out)
    expect(findings.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['error.code', 'value[0].changeType']),
    )
  })

  test.each([
    ['text', 'hello\nworld\n', 1, 1, /^"h"$/],
    ['HTML', '<!DOCTYPE html>\n<p>Bad gateway</p>\n', 1, 1, /HTML or XML/],
    ['a cut line', `${lines(groupCall())}{"id": "x\n`, 2, undefined, /./],
    ['a number', '17\n', 1, 1, /17|number/],
    ['a missing comma', '{\n  "id": "x"\n  "state": "hold"\n}\n', 3, 3, /^a string$/],
    ['a comma at the end', '{"id": "x",}\n', 1, 12, /^"}"$/],
    ['another quote', "{'id': 'x'}\n", 1, 2, /^"'"$/],
    ['a line break in a text', '{"id":\n"x\n"}\n', 2, 3, /^bad control character in string literal$/],
    ['no end', '{"id":\n"x"\n', 2, 4, /^the end of the text$/],
    ['a word', '{"id": yes}\n', 1, 8, /^"y"$/],
    ['a list of Graph', lines({ value: [groupCall()] }), 1, 1, /list/],
  ])('%s is not a body', async (_, text, line, column, found) => {
    const { exit, out } = await validate(text, '--json')
    expect(exit).toBe(1)
    const [first] = JSON.parse(out).findings
    expect(first).toMatchObject({ line, ...(column && { column }), found: expect.stringMatching(found) })
    expect(first.fix).toMatch(/\.$/)
  })

  test('as annotations for GitHub', async () => {
    const { exit, out } = await validate(lines(wrong), '--format', 'github')
    expect(exit).toBe(1)
    expect(out).toMatch(
      /^::error file=standard input,line=1,col=\d+,title=not-a-member::state: expected .*%0AGraph spells it "established"\.\n$/,
    )
  })

  test('as SARIF', async () => {
    const file = join(folder(), 'ä #1.json')
    await writeFile(file, lines(wrong, groupCall(), { error: 1 }))
    const { exit, out } = runWithInput([], 'validate', file, '--format', 'sarif')
    expect(await exit).toBe(1)
    const log = JSON.parse(out())
    expect(sarifProblems(log)).toEqual([])
    const [{ results }] = log.runs
    expect(results).toHaveLength(2)
    for (const { message, locations } of results) {
      expect(message.text).toMatch(/expected/)
      const [{ physicalLocation }] = locations
      expect(new URL(physicalLocation.artifactLocation.uri).pathname).toMatch(/%C3%A4%20%231\.json$/)
      expect(physicalLocation.region.startLine).toBeGreaterThan(0)
      expect(physicalLocation.region.startColumn).toBeGreaterThan(0)
    }
  })

  test('up to 1000 findings, and counts the other bodies', async () => {
    const { out } = await validate(
      lines(...Array.from({ length: 1_200 }, () => ({ id: 'x', state: 'Established' }))),
      '--json',
    )
    const { invalid, findings } = JSON.parse(out)
    expect({ invalid, findings: findings.length }).toEqual({ invalid: 1_200, findings: 1_000 })
  })
})

test('validate keeps no chunk of standard input in memory', async () => {
  const line = `{"id":"x","subject":"${'x'.repeat(2 ** 20)}"}\n`
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  async function* input() {
    for (let index = 0; index < 300; index++) {
      yield Buffer.from(line)
      most = Math.max(most, process.memoryUsage().arrayBuffers - before)
    }
  }
  const { exit, out } = runWithInput(input(), 'validate', '-')
  expect(await exit).toBe(0)
  expect(out()).toBe('Valid: 300 calls, 0 errors, 0 posts of notifications.\n')
  expect(most).toBeLessThan(200 * 2 ** 20)
})

describe('validate --strict', () => {
  test('rejects what is neither documented nor declared', async () => {
    const text = lines({ ...groupCall(), sentiment: 'neutral' })
    expect((await validate(text)).exit).toBe(0)
    expect((await validate(text, '--strict')).out).toMatch(/not-declared\n {2}sentiment: /)
  })
  test('rejects a key that an object has twice', async () => {
    const text = `${JSON.stringify(groupCall()).replace(/}$/, ',"id":"other"}')}\n`
    expect((await validate(text, '--strict')).out).toMatch(/json\n {2}the body: .*"id" twice/)
  })
})

test('a body has the same verdict with each byte as a character', () => {
  const body = fc.oneof(
    anyCall(),
    anyFaultyCall().map(({ call }) => call),
    anyFutureCall({ unknownEnumMembers: true }),
  )
  fc.assert(
    fc.property(body, (value) => {
      const checker = new BodyChecker(false)
      checker.check({ bytes: Buffer.from(JSON.stringify(value)), line: 1, column: 1 }, 'file')
      expect(checker.invalid === 0).toBe(isCall(value))
    }),
    { numRuns: runs(300, 20_000) },
  )
})
