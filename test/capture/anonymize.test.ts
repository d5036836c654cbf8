import fc from 'fast-check'
import { readCall, readNotifications } from 'graph-call-testkit'
import { anonymize, CaptureFormatError } from 'graph-call-testkit/capture'
import { notifications, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { anyCall, anyNotifications } from 'graph-call-testkit/generators'
import { describe, expect, test } from 'vitest'
import { typeOfValidBody } from '../../src/read/check-body.ts'
import { runs } from '../runs.ts'

const numRuns = runs(100, 5_000)
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

/** Puts a text in place of the value at one position, or adds it to an object there. */
function plant(value: unknown, secret: string, position: number): unknown {
  let count = 0
  const visit = (each: unknown): unknown => {
    if (count++ === position) {
      return typeof each === 'object' && each !== null && !Array.isArray(each)
        ? { ...each, added: secret }
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

  test('keeps the verdict and the structure', () => {
    fc.assert(
      fc.property(fc.oneof(anyCall(), anyNotifications()), (body) => {
        const first = anonymize(body, { salt })
        expect(typeOfValidBody(first.value, false)).toBe(typeOfValidBody(body, false))
        expect(anonymize(body, { salt }).text).toBe(first.text)
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

  test('keeps nulls, numbers and the order, and reads NDJSON', () => {
    const { text } = anonymize('{"b":null,"a":12}\n\n{"a":"x y","list":[1,2]}\n', { salt })
    expect(text).toMatch(/^\{"b":null,"a":12\}\n\{"a":"[a-z] [a-z]","list":\[1,2\]\}\n$/)
  })

  test.each(['<html>', '', '{"a":'])('rejects %j', (text) => {
    expect(() => anonymize(text)).toThrow(CaptureFormatError)
  })
})
