import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readCall } from 'graph-call-testkit'
import { defineCallContract } from 'graph-call-testkit/contracts'
import { fixtures, groupCall, notifications, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { beforeAll, describe, expect, test } from 'vitest'
import { get } from '../contracts/get.ts'
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
  test.each(['own', join('own', 'calls')])('is served by serve --calls %s', async (directory) => {
    const command = runCommand('serve', '--calls', path(directory))
    const ready = await command.firstLine()
    expect(ready).toMatch(/^2 calls at http:\/\/127\.0\.0\.1:\d+$/)
    for (const name of ['my-capture-1.json', 'my-capture-2.json']) {
      const captured = jsonIn('own', 'calls', name)
      const url = `${ready.split(' ').at(-1)}/v1.0/communications/calls/${captured.id}`
      const response = await fetch(url, { headers: { Authorization: 'Bearer any' } })
      expect(response.status).toBe(200)
      expect(readCall(await response.json())).toMatchObject({ id: captured.id, state: captured.state })
    }
    command.stop()
    expect(await command.exit).toBe(0)
  })

  test('is served among those of export fixtures', async () => {
    expect(await runCommand('export', 'fixtures', '--out', path('exported')).exit).toBe(0)
    const command = runCommand('serve', '--calls', path('exported'))
    const ready = await command.firstLine()
    expect(ready).toMatch(new RegExp(`^${readdirSync(path('exported', 'calls')).length} calls at `))
    command.stop()
    expect(await command.exit).toBe(0)
  })

  test('is served from a directory whose index.json is a call', async () => {
    mkdirSync(path('plain', 'calls'), { recursive: true })
    writeFileSync(path('plain', 'index.json'), JSON.stringify(peerToPeerCall()))
    const command = runCommand('serve', '--calls', path('plain'))
    expect(await command.firstLine()).toMatch(new RegExp(`^1 call at |${peerToPeerCall().id}`))
    command.stop()
    expect(await command.exit).toBe(0)
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

  test('is an interaction of a contract, which a client runs against the mock server of Pact', async () => {
    const bodies = ['my-capture-1', 'my-capture-2'].map((name) => ({
      name,
      body: readCall(jsonIn('own', 'calls', `${name}.json`)),
    }))
    const contract = defineCallContract({
      consumer: 'my-bot',
      dir: path('pacts'),
      reads: ['state', 'callbackUri'],
      interactions: bodies,
    })
    const received: unknown[] = []
    for (const interaction of contract.interactions) {
      await interaction.run(async (context) => received.push(await get(context)))
    }
    expect(received).toMatchObject(bodies.map(({ body: { state, callbackUri } }) => ({ state, callbackUri })))
    const [pact = ''] = readdirSync(path('pacts'))
    expect(readFileSync(path('pacts', pact), 'utf8')).toContain(bodies[0]?.body.id)
    expect(await runCommand('contract', 'verify', path('pacts', pact)).exit).toBe(0)
  })
})
