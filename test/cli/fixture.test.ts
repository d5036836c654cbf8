import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readCall } from 'graph-call-testkit'
import { defineCallContract } from 'graph-call-testkit/contracts'
import { fixtures, groupCall, notifications, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { beforeAll, describe, expect, test } from 'vitest'
import { addCallDirectory } from '../../src/cli/call-directory.ts'
import { runCommand, runWithInput } from './run-command.ts'
import { temporaryFolderOfFile } from './temporary-folder.ts'

const folder = temporaryFolderOfFile()
const path = (...names: string[]) => join(folder(), ...names)
const jsonIn = (...names: string[]) => JSON.parse(readFileSync(path(...names), 'utf8'))
const bodies = [
  peerToPeerCall({ state: 'establishing' }),
  peerToPeerCall(),
  groupCall(),
  fixtures['call-not-found'].body,
  notifications['call-established'].body,
]

beforeAll(async () => {
  writeFileSync(path('My capture.ndjson'), bodies.map((body) => `${JSON.stringify(body)}\n`).join(''))
  expect(await runCommand('fixture', 'add', path('My capture.ndjson'), '--out', path('own')).exit).toBe(0)
})

describe('fixture add', () => {
  test('writes the last body of each call, the errors and the notifications', () => {
    expect(readdirSync(path('own', 'calls'))).toEqual(['my-capture-1.json', 'my-capture-2.json'])
    expect(jsonIn('own', 'calls', 'my-capture-1.json').state).toBe('established')
    expect(jsonIn('own', 'index.json').fixtures).toEqual([
      { name: 'my-capture-1', provenance: 'captured', kind: 'call', file: 'calls/my-capture-1.json' },
      { name: 'my-capture-2', provenance: 'captured', kind: 'call', file: 'calls/my-capture-2.json' },
      { name: 'my-capture-3', provenance: 'captured', kind: 'error', file: 'errors/my-capture-3.json' },
      {
        name: 'my-capture-4',
        provenance: 'captured',
        kind: 'notification',
        file: 'notifications/my-capture-4.json',
      },
    ])
  })

  test('anonymizes the bodies', () => {
    const text = readFileSync(path('own', 'calls', 'my-capture-1.json'), 'utf8')
    expect(text).not.toContain(peerToPeerCall().id)
  })

  test('adds to the index, and reads gzip and standard input', async () => {
    const input = gzipSync(JSON.stringify(groupCall()))
    const command = runWithInput([input], 'fixture', 'add', '-', '--out', path('more'))
    expect({ exit: await command.exit, out: command.out() }).toEqual({ exit: 0, out: 'calls/capture.json\n' })
    const again = runCommand('fixture', 'add', path('My capture.ndjson'), '--out', path('more'))
    expect(await again.exit).toBe(0)
    const names: { name: string }[] = jsonIn('more', 'index.json').fixtures
    expect(names.map(({ name }) => name)).toEqual([
      'capture',
      ...[1, 2, 3, 4].map((index) => `my-capture-${index}`),
    ])
  })

  test('writes nothing if there is no body', async () => {
    const command = runWithInput(
      [Buffer.from('{"log":{"entries":[]}}')],
      'fixture',
      'add',
      '-',
      '--out',
      path('no'),
    )
    expect(await command.exit).toBe(1)
    expect(command.err()).toContain('standard input has no valid call, error or notification.')
    expect(existsSync(path('no'))).toBe(false)
  })
})

describe('a captured fixture', () => {
  test('is served by serve --calls', async () => {
    const tenant = createTenant()
    const ids = await addCallDirectory(tenant, path('own', 'calls'))
    expect(ids).toHaveLength(2)
    const url = `https://graph.microsoft.com/v1.0/communications/calls/${ids[0]}`
    const response = await tenant.fetch(new Request(url, { headers: { Authorization: 'Bearer any' } }))
    expect(readCall(await response.json()).state).toBe('established')
  })

  test('is valid for validate', async () => {
    const files = [
      'calls/my-capture-1',
      'calls/my-capture-2',
      'errors/my-capture-3',
      'notifications/my-capture-4',
    ]
    const command = runCommand('validate', ...files.map((file) => path('own', `${file}.json`)))
    expect(await command.exit).toBe(0)
  })

  test('is accepted by tenant.addCall', () => {
    const call = readCall(jsonIn('own', 'calls', 'my-capture-2.json'))
    expect(createTenant().addCall(call)).toBe(call.id)
  })

  test('is accepted by defineCallContract', () => {
    const body = readCall(jsonIn('own', 'calls', 'my-capture-1.json'))
    const contract = defineCallContract({
      consumer: 'my-bot',
      dir: path('pacts'),
      reads: ['state'],
      interactions: [{ name: 'captured', body }],
    })
    expect(contract.interactions.map(({ name }) => name)).toEqual(['captured'])
  })
})
