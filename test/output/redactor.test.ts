import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printable, printableLines } from '../../src/output/printable.ts'
import { redactor } from '../../src/output/redactor.ts'
import { secretForms } from '../cli/secret-forms.ts'
import { runs } from '../runs.ts'

const secret = 'p+q/R "7"&\\é='
const jwt = 'eyJhbGciOiJub25lIn0.eyJhcHBpZCI6IngifQ.c2lnbmF0dXJl'

describe('redactor', () => {
  test.each(Object.entries(secretForms))('replaces a known secret: %s', (_name, encode) => {
    const shown = redactor([secret])(`before ${encode(secret)} after`)
    expect(shown).toMatch(/^before .*\{secret\}.* after$/)
    expect(shown).not.toContain(encode(secret))
  })

  test('replaces any known secret in any text and encoding', () => {
    const secrets = fc
      .string({ unit: 'grapheme', minLength: 8, maxLength: 60 })
      .filter((text) => /\S{8}/.test(text))
    fc.assert(
      fc.property(
        secrets,
        fc.constantFrom(...Object.values(secretForms)),
        fc.string(),
        (text, encode, around) => {
          const encoded = encode(text)
          expect(redactor([text])(`${around} ${encoded} ${around}`)).not.toContain(encoded)
        },
      ),
      { numRuns: runs(300, 5_000) },
    )
  })

  test.each([
    ['a JWT', `x ${jwt} y`, 'x {secret} y'],
    ['a bearer token', 'Authorization was Bearer a1b2c3d4', 'Authorization was Bearer {secret}'],
    ['a header', 'x-api-key: some words here', 'x-api-key: {secret}'],
    ['a user name and password in a URL', 'https://ada:pw@example.com/x', 'https://{secret}@example.com/x'],
    ['an option with a secret name', 'GET /x?access_token=opaque&y=1', 'GET /x?access_token={secret}&y=1'],
    ['a name that is percent-encoded twice', '?access%255Ftoken=opaque', '?access%255Ftoken={secret}'],
    ['an option after a semicolon', '?x=1;access_token=opaque', '?x=1;access_token={secret}'],
    [
      'short names',
      '?pwd=a&auth=b&session=c&sig=d&code=e',
      '?pwd={secret}&auth={secret}&session={secret}&sig={secret}&code={secret}',
    ],
    [
      'a property of JSON',
      '{"client_secret": "a\\"b", "code": "8522"}',
      '{"client_secret": "{secret}", "code": "8522"}',
    ],
  ])('replaces %s', (_name, text, shown) => {
    expect(redactor([])(text)).toBe(shown)
  })

  test.each([
    ['prose', 'Expected a bearer token. Authentication: basic or none'],
    ['options of the service', '?$skiptoken=x&$select=id,state'],
    ['invalid percent-encoding', '/calls/%E0%zz?x=%'],
    ['an error body', '{"error":{"code":"8522","message":"Call not found."}}'],
    ['a location', 'test/contract.test.ts:12:3'],
  ])('keeps %s', (_name, text) => {
    expect(redactor(['known-secret'])(text)).toBe(text)
  })

  test('replaces a short secret only as a whole word', () => {
    expect(redactor(['any'])('GET /calls/any?x=many any')).toBe('GET /calls/{secret}?x=many {secret}')
  })

  test('replaces each line of a secret with line breaks', () => {
    expect(redactor(['first-line-1\nsecond-line-2'])('header: second-line-2')).toBe('header: {secret}')
  })
})

describe('printable', () => {
  test.each([
    ['a line break', 'a\nb\r', 'a\\nb\\r'],
    ['an escape sequence', '\u001b[31mred', '\\u{1b}[31mred'],
    ['a change of direction', 'a\u202Eb', 'a\\u{202e}b'],
    ['half of a surrogate pair', 'a\uD800', 'a\\u{d800}'],
    ['a command to GitHub Actions', '::error::x', '\\x3a:error::x'],
    ['a command after spaces', '  ::set-env::', '  \\x3a:set-env::'],
    ['a command to Azure Pipelines', 'x ##vso[task.x]y', 'x \\x23#vso[task.x]y'],
  ])('escapes %s', (_name, text, shown) => {
    expect(printable(text)).toBe(shown)
  })

  test('keeps text of every language', () => {
    const text = 'Ünïcode, 日本語, русский, עברית, 👩‍💻: a::b'
    expect(printable(text)).toBe(text)
  })

  test('keeps the line breaks of a text with lines, and escapes a command in each', () => {
    expect(printableLines('a\r\n::error::b\n\tc')).toBe('a\n\\x3a:error::b\n  c')
  })
})

test('replaces a secret of 64 KiB', () => {
  const secret = 'aZ+/='.repeat(13_000)
  expect(redactor([secret])(`x=${encodeURIComponent(secret)}&y=1`)).toBe('x={secret}&y=1')
})
