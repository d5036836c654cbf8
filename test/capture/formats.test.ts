import { anonymize } from 'graph-call-testkit/capture'
import { notifications, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { describe, expect, test } from 'vitest'
import { bodiesIn } from '../../src/capture/bodies-in.ts'

const salt = 'salt of the tests'
const call = { ...peerToPeerCall(), subject: 'Quimby merger' }
const url = `https://graph.microsoft.com/v1.0/communications/calls/${call.id}?$select=id,state&user=quimby`
const token = 'Bearer eyJhbGciOiJub25lIn0.quimby.c2ln'
const { body: post } = notifications['call-established']

/** Recordings of several tools, with a call or notifications in each. */
const recordings = {
  HAR: {
    log: {
      version: '1.2',
      creator: { name: 'Quimby browser', version: '7.7' },
      entries: [
        {
          startedDateTime: '2026-01-01T10:00:00.000Z',
          request: {
            method: 'GET',
            url,
            httpVersion: 'HTTP/1.1',
            headers: [{ name: 'Authorization', value: token }],
            queryString: [
              { name: '$select', value: 'id,state' },
              { name: 'user', value: 'quimby' },
            ],
          },
          response: {
            status: 200,
            statusText: 'OK',
            headers: [{ name: 'Content-Type', value: 'application/json; charset=utf-8' }],
            content: { mimeType: 'application/json', encoding: 'base64', text: btoa(JSON.stringify(call)) },
          },
        },
        {
          request: {
            method: 'POST',
            url,
            postData: { mimeType: 'application/json', text: JSON.stringify(post) },
          },
        },
      ],
    },
  },
  'MSW recording': [
    {
      request: { method: 'GET', url, headers: { authorization: token } },
      response: { status: 200, headers: { 'content-type': 'application/json' }, body: call },
    },
  ],
  'nock recording': [
    {
      scope: 'https://graph.microsoft.com:443',
      method: 'GET',
      path: `/v1.0/communications/calls/${call.id}?$select=id,state&user=quimby`,
      body: '',
      status: 200,
      response: call,
      rawHeaders: ['Content-Type', 'application/json', 'x-owner', 'quimby'],
      responseIsBinary: false,
    },
  ],
  'Polly recording': {
    log: {
      _recordingName: 'quimby',
      entries: [
        {
          _id: 'b5b1f64d2c6f4f0a',
          request: { method: 'GET', url, headers: [{ name: 'authorization', value: token }] },
          response: { status: 200, content: { mimeType: 'application/json', text: JSON.stringify(call) } },
        },
      ],
    },
  },
  'Dev Proxy recording': {
    mocks: [
      {
        request: { url, method: 'GET' },
        response: {
          statusCode: 200,
          headers: [{ name: 'Content-Type', value: 'application/json' }],
          body: call,
        },
      },
    ],
  },
}

describe.each(Object.entries(recordings))('%s', (_, recording) => {
  const { text, value } = anonymize(recording, { salt })

  test('has no secrets, also inside base64', () => {
    const decoded = text.replace(/"[A-Za-z\d+/]{40,}={0,2}"/g, (each) => atob(each.slice(1, -1)))
    expect(decoded).not.toMatch(/quimby/i)
    expect(decoded).not.toContain(call.id)
  })

  test('has the same bodies, of the same types', () => {
    const typesOf = (each: unknown) => [...bodiesIn(each)].map(({ type }) => type)
    expect(typesOf(value)).toEqual(typesOf(recording))
    expect(typesOf(value)).toContain('call')
  })

  test('keeps methods, the names of headers, media types and $select', () => {
    expect(text).toContain('"method": "GET"')
    expect(text).toContain('calls/')
    expect(text).toContain('?$select=id,state&user=')
    expect(text.match(/authorization|content-type/gi)).toEqual(
      JSON.stringify(recording).match(/authorization|content-type/gi),
    )
    expect(text.split('application/json')).toHaveLength(
      JSON.stringify(recording).split('application/json').length,
    )
  })

  test('has the ID of the call in the URL as well', () => {
    const [body] = [...bodiesIn(value)].filter(({ type }) => type === 'call')
    expect(text).toContain(`/communications/calls/${body?.body['id']}?`)
  })
})

describe('SDK log', () => {
  const log = {
    Id: '57dab8b1-894c-409a-b240-bd8beae78896',
    State: 'Established',
    Direction: 'Incoming',
    Subject: 'Quimby',
    Targets: {
      $id: '2',
      $values: [{ EndpointType: 'Voicemail', Identity: { User: { DisplayName: 'Rosalind Quimby' } } }],
    },
    RequestedModalities: { $values: ['Audio', 'Quimby'] },
  }

  test('keeps members in PascalCase, and replaces the other texts', () => {
    const { value, text } = anonymize(log, { salt })
    expect(value).toMatchObject({
      State: 'Established',
      Direction: 'Incoming',
      Targets: { $values: [{ EndpointType: 'Voicemail' }] },
      RequestedModalities: { $values: ['Audio', expect.any(String)] },
    })
    expect(text).not.toMatch(/quimby|rosalind|57dab8b1/i)
  })

  test('is read line by line', () => {
    const { value } = anonymize(
      `${JSON.stringify({ level: 'Info', body: call })}\n${JSON.stringify(log)}\n`,
      { salt },
    )
    expect(value).toMatchObject([{ body: { state: call.state } }, { State: 'Established' }])
  })
})
