import fc from 'fast-check'
import { readCall, readNotifications } from 'graph-call-testkit'
import { anonymize, CaptureFormatError } from 'graph-call-testkit/capture'
import { fixtures, notifications, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { anyCall, anyNotifications } from 'graph-call-testkit/generators'
import { describe, expect, test } from 'vitest'
import { runs } from '../runs.ts'

const numRuns = runs(100, 3_000)
const salt = 'salt of the tests'

/** Secrets of many kinds. */
const secrets = [
  '6f1c9b2e-77aa-4c11-9d3e-2b8a4f60c7d1',
  '6f1c9b2e77aa4c119d3e2b8a4f60c7d1',
  '6F1C9B2E-77AA-4C11-9D3E-2B8A4F60C7D1',
  'Rosalind Quimby',
  'Ñandú Öztürk',
  '+4915112345678',
  '+1 (425) 882-8080',
  'tel:4258828080',
  'rosalind.quimby@fabrikam.com',
  'sip:rosalind@fabrikam.com',
  'https://bot.fabrikam.com/api/calls?key=quimby42',
  'https://quimby:hunter2secret@fabrikam.com/',
  'wss://media.fabrikam.com:8445/quimby',
  '/app/calls/quimby-4711/operations/fabrikam-op',
  '19:meeting_Zm9vYmFyYmF6cXV4@thread.v2',
  '8:orgid:6f1c9b2e-77aa-4c11-9d3e-2b8a4f60c7d1',
  '28:quimby-bot-4711',
  'eyJhbGciOiJub25lIn0.eyJzdWIiOiJxdWltYnkifQ.c2lnbmF0dXJl',
  'Bearer abcdef1234567890quimby',
  btoa(JSON.stringify({ user: 'Rosalind Quimby' })),
  JSON.stringify({ user: 'Rosalind Quimby' }),
  'SkypeSpaces/1415/Quimby/27.0',
  'Please call Rosalind about the fabrikam merger',
  'client_id=quimby&client_secret=hunter2secret',
  '203.0.113.77',
  '2001:db8::8a2e:370:7334',
  'C:\\Users\\rquimby\\call.log',
  'AKIAIOSFODNN7EXAMPLE',
  'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
  '273 143 984 715',
]

/** Names of properties that get a secret. */
const names = [
  'added',
  'code',
  'state',
  '@odata.type',
  '@odata.context',
  'method',
  'encoding',
  'url',
  'resource',
  'status',
  'name',
  'tone',
]

/** Puts a text in place of the value at one position, or adds it to an object there. */
function plant(value: unknown, secret: string, position: number): unknown {
  let count = 0
  const visit = (each: unknown): unknown => {
    if (count++ === position) {
      return typeof each === 'object' && each !== null && !Array.isArray(each)
        ? { ...each, [names[position % names.length] ?? '']: secret }
        : secret
    }
    if (Array.isArray(each)) return each.map(visit)
    if (typeof each !== 'object' || each === null) return each
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, visit(inner)]))
  }
  const planted = visit(value)
  return count > position ? planted : { planted, secret }
}

const har = (body: unknown) => ({
  log: {
    version: '1.2',
    entries: [
      {
        request: {
          method: 'GET',
          url: 'https://graph.microsoft.com/v1.0/communications/calls/x',
          headers: [],
        },
        response: { status: 200, content: { mimeType: 'application/json', text: JSON.stringify(body) } },
      },
    ],
  },
})

describe('anonymize', () => {
  test('leaves no planted secret', () => {
    const capture = fc.oneof(anyCall(), anyNotifications(), anyCall().map(har))
    fc.assert(
      fc.property(capture, fc.constantFrom(...secrets), fc.nat(80), (body, secret, position) => {
        const { text, replacements } = anonymize(plant(body, secret, position), { salt })
        for (const part of [
          secret,
          JSON.stringify(secret).slice(1, -1),
          'Quimby',
          'hunter2secret',
          'fabrikam',
        ]) {
          expect(text).not.toContain(part)
          expect(JSON.stringify(replacements)).not.toContain(part)
        }
      }),
      { numRuns },
    )
  })

  test('keeps the kind of each change and the state of the call', () => {
    for (const { body } of Object.values(notifications)) {
      const kindsOf = (value: unknown) => readNotifications(value).map(({ resource }) => resource)
      expect(kindsOf(anonymize(body, { salt }).value)).toEqual(kindsOf(body))
    }
    expect(readCall(anonymize(peerToPeerCall()).value).state).toBe('established')
  })

  test('gives an id in a property and in a path the same value', () => {
    const id = '57dab8b1-894c-409a-b240-bd8beae78896'
    const { value } = anonymize({ id, path: `/app/calls/${id}`, hex: id.replaceAll('-', '') }, { salt })
    const { id: other, path, hex }: Record<string, unknown> = Object(value)
    expect(other).not.toBe(id)
    expect(path).toBe(`/app/calls/${other}`)
    expect(hex).toBe(String(other).replaceAll('-', ''))
  })

  test('keeps the texts of allowed properties', () => {
    expect(
      anonymize({ subject: 'Order 1', other: 'Order 1' }, { salt, allow: ['subject'] }).value,
    ).toMatchObject({
      subject: 'Order 1',
      other: expect.not.stringContaining('Order'),
    })
  })

  test('keeps nulls, the order and the spelling of numbers, and reads NDJSON', () => {
    const { text } = anonymize('{"b":null, "2":9007199254740993,"1":1.0}\n\n{"a":"x y","list":[1e3,-0]}\n', {
      salt,
    })
    expect(text).toMatch(
      /^\{"b":null, "2":9007199254740993,"1":1\.0\}\n\{"a":"[a-z] [a-z]","list":\[1e3,-0\]\}\n$/,
    )
  })

  test('accepts objects with a property toString at any place', () => {
    const odd = { toString: 0 }
    const capture = {
      '@odata.type': odd,
      id: odd,
      state: odd,
      rawHeaders: [odd, odd],
      headers: [{ name: 'a', value: odd }],
    }
    expect(anonymize([capture, { ...peerToPeerCall(), ...capture }]).replacements.length).toBeGreaterThan(0)
  })

  test('replaces a long text in linear time', () => {
    const text = 'a%25'.repeat(200_000)
    const { value } = anonymize({ text, url: `https://contoso.example/${text}` }, { salt })
    expect(JSON.stringify(value)).toMatch(/^\{"text":"[a-z](?:%\d\d[a-z]){9}/)
  })

  test.each(['tel:', 'sip:', '8:orgid:', '19:meeting_', 'https://contoso.example/?next='])(
    'replaces a text with many levels of %s',
    (prefix) => {
      const text = `${prefix.repeat(20_000)}secret`
      const { value } = anonymize({ text }, { salt })
      expect(JSON.stringify(value)).not.toContain('secret')
    },
  )

  test('keeps the spelling of numbers in JSON inside a text', () => {
    const { value } = anonymize({ text: '{"a": 9007199254740993, "b": 1.0}' }, { salt })
    expect(value).toEqual({ text: '{"a": 9007199254740993, "b": 1.0}' })
  })

  test.each(['<html>', '', '{"a":', '{"a":1,"a":2}', '['.repeat(1_000) + ']'.repeat(1_000)])(
    'rejects %j',
    (text) => {
      expect(() => anonymize(text)).toThrow(CaptureFormatError)
    },
  )

  test.each<[string, object, RegExp]>([
    ['an unknown option', { alow: ['subject'] }, /Unknown option of anonymize: alow\. Nearest: allow\./],
    ['a salt that is not a text', { salt: 5 }, /Invalid salt: 5\. Expected a string\./],
    ['a text as allow', { allow: 'subject' }, /Invalid allow: "subject"\. Expected an array of strings\./],
    ['a number in allow', { allow: ['subject', 5] }, /Invalid allow\[1\]: 5\. Expected a string\./],
  ])('rejects %s', (_, options, message) => {
    expect(() => anonymize({}, options)).toThrow(message)
  })
})

describe('what stays', () => {
  const anonymized = (body: object) => anonymize(body, { salt }).value

  test('a member of an enum stays only at a property that has the enum', () => {
    const call = { ...peerToPeerCall(), state: 'established', subject: 'established', mood: 'established' }
    expect(anonymized(call)).toMatchObject({
      state: 'established',
      subject: expect.not.stringMatching('established'),
      mood: expect.not.stringMatching('established'),
    })
    expect(anonymized({ ...peerToPeerCall(), state: 'audio' })).not.toMatchObject({ state: 'audio' })
  })

  test('a type stays only if the model knows it', () => {
    const mediaConfig = { '@odata.type': '#microsoft.graph.quimbyConfig' }
    const { mediaConfig: other }: Record<string, unknown> = Object(
      anonymized({ ...peerToPeerCall(), mediaConfig }),
    )
    expect(JSON.stringify(other)).toMatch(/^\{"@odata.type":"#microsoft\.graph\.[a-z]+[A-Z][a-z]+"\}$/)
    expect(JSON.stringify(other)).not.toContain('quimby')
    expect(anonymized(peerToPeerCall())).toMatchObject({ '@odata.type': '#microsoft.graph.call' })
  })

  test('the code of every error fixture stays, and another text in its place does not', () => {
    for (const { body, status } of Object.values(fixtures)) {
      if (status < 400) continue
      const { error }: { error?: { code?: string } } = Object(body)
      expect(anonymized(Object(body))).toMatchObject({ error: { code: error?.code } })
    }
    for (const code of ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', '4711', 'quimby']) {
      expect(JSON.stringify(anonymized({ error: { code, message: '' } }))).not.toContain(code)
      expect(JSON.stringify(anonymized({ ...peerToPeerCall(), resultInfo: { code } }))).not.toContain(
        code === '4711' ? 'no text' : code,
      )
    }
  })

  test.each([
    ['+4915112345678', /^\+1[2-9]\d\d55501\d\d$/],
    ['+1 (425) 882-8080', /^\+1 \([2-9]\d\d\) 555-01\d\d$/],
    ['tel:4258828080', /^tel:1[2-9]\d\d55501\d\d$/],
    ['8:orgid:6f1c9b2e-77aa-4c11-9d3e-2b8a4f60c7d1', /^8:orgid:[\da-f-]{36}$/],
    ['19:meeting_Zm9vYmFy@thread.v2', /^19:meeting_[A-Z][a-z]\d[a-z][A-Z][a-z][A-Z][a-z]@thread\.v2$/],
    ['rosalind.quimby@fabrikam.com', /^[a-z]{8}\.[a-z]{6}@contoso\.example$/],
    [
      'https://bot.fabrikam.com:8445/api?$select=id,state&key=a1',
      /^https:\/\/[\w.-]+\.contoso\.example:8445\/[a-z]{3}\?\$select=id,state&key=[a-z]\d$/,
    ],
  ])('%s keeps its shape', (text, shape) => {
    const { text: made }: Record<string, unknown> = Object(anonymized({ text }))
    expect(made).toMatch(shape)
    expect(made).not.toBe(text)
  })

  test('two texts never get the same text', () => {
    const texts = [...'abcdefghijklmnopqrstuvwxyz0123456789'].flatMap((a) => [a, `${a}a`, `1${a}`])
    const names = Array.from({ length: 3_760 }, (_, index) => ({ displayName: `Person ${index}` }))
    const phones = Array.from({ length: 500 }, (_, index) => `+4915112345${100 + index}`)
    const values: unknown = anonymized([...new Set(texts), ...names, ...phones])
    const made = Object.values(Object(values)).map((each) => JSON.stringify(each))
    expect(new Set(made).size).toBe(made.length)
  })
})
