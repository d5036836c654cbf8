import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { readdir, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { exitCodeOf, stopSignal } from '../../src/cli/stop-signals.ts'
import { temporaryFolder } from '../contracts/committed.ts'

/** Number of calls, so that a signal arrives before the last one. */
const count = '30000'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts a server that never responds. */
async function silentServer() {
  const server = createServer(() => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close().closeAllConnections())
  return {
    url: `http://127.0.0.1:${Object(server.address()).port}`,
    /** Waits for a request, and returns its connection. */
    async connection(): Promise<Socket> {
      const [request] = await once(server, 'request')
      return request.socket
    },
  }
}

/** Runs the command as a process, with a directory of its own for temporary files. */
async function program(
  argv: readonly string[],
  env: NodeJS.ProcessEnv = {},
  stdio: 'ignore' | 'pipe' = 'ignore',
) {
  const temporary = await temporaryFolder()
  const main = ['--conditions', 'graph-call-testkit-source', '--import', 'tsx', 'src/cli/main.ts']
  const child = spawn(process.execPath, [...main, ...argv], {
    cwd: root,
    env: { ...process.env, NO_PROXY: '127.0.0.1', TMPDIR: temporary, ...env },
    stdio: [stdio, stdio, 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return {
    child,
    ended: once(child, 'close').then(([code]) => ({ code, stderr })),
    leftFiles: async () => (await readdir(temporary)).filter((name) => !name.startsWith('tsx-')),
  }
}

const publish = (broker: string) =>
  program([
    'contract',
    'publish',
    'contracts/pacts',
    `--broker-base-url=${broker}`,
    '--consumer-app-version=1',
    '--branch=main',
  ])

const verify = (service: string) =>
  program(['contract', 'verify', 'contracts/pacts', `--base-url=${service}`, '--call-id=1'], {
    GRAPH_ACCESS_TOKEN: 'an-invented-token',
  })

describe.each([
  ['publish', publish, 'SIGINT', 130, /^Warning: .*\nNot published to .*canceled/],
  ['publish', publish, 'SIGTERM', 143, /^Warning: .*\nNot published to .*canceled/],
  ['verify', verify, 'SIGTERM', 143, /^$/],
] as const)('contract %s', (_, start, signal, code, message) => {
  test(`ends with its subprocess after ${signal}, exits with ${code}, and leaves no files`, async () => {
    const server = await silentServer()
    const { child, ended, leftFiles } = await start(server.url)
    const connection = await Promise.race([server.connection(), ended])
    if (!('destroyed' in connection)) throw new Error(`The command ended early: ${connection.stderr}`)
    const closed = once(connection, 'close')
    child.kill(signal)
    expect(await ended).toEqual({ code, stderr: expect.stringMatching(message) })
    // Only the subprocess holds the connection.
    await closed
    expect(await leftFiles()).toEqual([])
  })
})

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s', (signal, code) => {
  test('ends generate, which continues its file with --resume', async () => {
    const file = join(await temporaryFolder(), 'calls.ndjson')
    const argv = ['generate', '--count', count, '--out', file]
    const { child, ended } = await program(argv)
    while (!(await stat(`${file}.part`).catch(() => ({ size: 0 }))).size) await setTimeout(20)
    child.kill(signal)
    expect(await ended).toEqual({ code, stderr: `Stopped by ${signal}. Add --resume to continue.\n` })
    expect((await readdir(dirname(file))).sort()).toEqual(['calls.ndjson.part', 'calls.ndjson.part.json'])
    const { next }: { next: number } = JSON.parse(await readFile(`${file}.part.json`, 'utf8'))
    expect(next).toBeGreaterThan(0)
    const runs = [
      [...argv, '--resume'],
      ['generate', '--count', count, '--out', `${file}.whole`],
    ]
    for (const run of await Promise.all(runs.map((each) => program(each)))) {
      expect(await run.ended).toMatchObject({ code: 0 })
    }
    expect((await readFile(file)).equals(await readFile(`${file}.whole`))).toBe(true)
  })
  test('ends validate, which waits for standard input', async () => {
    const { child, ended } = await program(['validate', '-'], {}, 'pipe')
    child.stdin?.write('{"id":"x"}\n{"id":1}\n')
    // It prints the finding when it has read the line.
    await once(child.stdout ?? child, 'data')
    child.kill(signal)
    expect(await ended).toEqual({ code, stderr: `Stopped by ${signal}.\n` })
  })
})

test('a verification that ends by itself leaves no files', async () => {
  const { ended, leftFiles } = await program(['contract', 'verify', 'contracts/pacts'])
  expect(await ended).toMatchObject({ code: 0 })
  expect(await leftFiles()).toEqual([])
})

test.each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('the second signal after %s ends the process at once', (name, exitCode) => {
  const target = new EventEmitter()
  const signal = stopSignal(target)
  expect(exitCodeOf(signal)).toBeUndefined()
  target.emit(name, name)
  expect(signal.aborted).toBe(true)
  expect(exitCodeOf(signal)).toBe(exitCode)
  // Without a listener, Node's default applies.
  expect(target.eventNames()).toEqual([])
})
