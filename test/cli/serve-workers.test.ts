import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, syntheticId } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test } from 'vitest'
import { deepTest } from '../runs.ts'
import { runCommand } from './run-command.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const main = ['--conditions', 'graph-call-testkit-source', '--import', 'tsx', 'src/cli/main.ts']
const headers = { Authorization: 'Bearer any', Connection: 'close' }

/** Runs `serve` as a process. */
function program(...argv: string[]) {
  const child = spawn(process.execPath, [...main, 'serve', ...argv], { cwd: root, stdio: 'pipe' })
  onTestFinished(() => void child.kill('SIGKILL'))
  const printed = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.err += text
  })
  return { child, printed, ended: once(child, 'close').then(([code, signal]) => code ?? signal) }
}

/** Starts two workers, and waits until they listen. */
async function serve(...argv: string[]) {
  const server = program('--synthetic', '42', '--workers', '2', ...argv)
  while (!/^Try:.*\n/m.test(server.printed.out)) {
    await Promise.race([once(server.child.stdout, 'data'), server.ended])
    if (server.child.exitCode !== null) throw new Error(server.printed.err)
  }
  return { ...server, url: /http:\/\/[^\s/]+/.exec(server.printed.out)?.[0] ?? '' }
}

/** Returns the IDs of the workers that a process has started. */
function workersOf({ pid }: ChildProcess): number[] {
  const read = (id: string, file: string) => {
    try {
      return readFileSync(`/proc/${id}/${file}`, 'utf8')
    } catch {
      // It has ended.
      return ''
    }
  }
  return readdirSync('/proc')
    .filter((id) => Number(/\) \S (\d+)/.exec(read(id, 'stat'))?.[1]) === pid)
    .filter((id) => read(id, 'cmdline').includes('main.ts'))
    .map(Number)
}

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Waits until processes have ended. */
async function gone(pids: readonly number[]): Promise<void> {
  while (pids.some(isRunning)) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('serve --workers', () => {
  test('responds as one process does, prints each line once, and ends all workers at SIGTERM', async () => {
    const { url, child, printed, ended } = await serve()
    const workers = workersOf(child)
    expect(workers).toHaveLength(2)
    const alone = createTenant({ synthetic: 42, calls: [groupCall()] })
    const ids = [groupCall().id, ...Array.from({ length: 8 }, (_, index) => `call-${index}`)]
    ids.push(syntheticId({ state: 'terminated', kind: 'group', number: 7 }))
    const expected = new Map<string, string>()
    for (const id of [...ids, ...ids, ...ids]) {
      const path = `/v1.0/communications/calls/${id}`
      const response = await alone.fetch(new Request(`https://graph.microsoft.com${path}`, { headers }))
      const body = await response.text()
      // Each connection reaches the next worker.
      const fromWorker = await fetch(url + path, { headers })
      expect(await fromWorker.text()).toBe(body)
      expect(expected.get(id) ?? body).toBe(body)
      expected.set(id, body)
    }
    for (let request = 0; request < 4; request++) {
      expect(
        (await fetch(`${url}/v1.0/communications/calls/x`, { headers: { Connection: 'close' } })).status,
      ).toBe(401)
      expect((await fetch(`${url}/v1.0/users`, { headers })).status).toBe(404)
    }
    // Each worker has calls of its own.
    for (let request = 0; request < 4; request++) {
      const path = `/v1.0/communications/calls/deleted-${request}`
      expect((await fetch(url + path, { method: 'DELETE', headers })).status).toBe(204)
    }
    const state = JSON.stringify({ state: 'a call exists', params: { id: 'mine', scenario: 'group' } })
    const response = await fetch(`${url}/_pact/provider-states`, { method: 'POST', headers, body: state })
    expect(response.status).toBe(501)
    expect(await response.json()).toEqual({
      error: expect.stringContaining('Start serve without --workers.'),
    })
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    await gone(workers)
    const lines = printed.out.trimEnd().split('\n')
    const requests = lines.filter((line) => / 200 GET \/v1.0\/communications\/calls\//.test(line))
    expect(requests).toHaveLength(3 * ids.length)
    expect(lines.filter((line) => line.includes(` at ${url}`))).toHaveLength(1)
    expect(lines.filter((line) => line.startsWith('Try:'))).toHaveLength(1)
    const summary = lines.filter((line) => /^\d+ requests, /.test(line))
    expect(summary).toEqual([expect.stringMatching(`^${3 * ids.length + 12} requests, `)])
    expect(printed.err.match(/no valid token/g)).toHaveLength(1)
    expect(printed.err.match(/changed a call in one worker only/g)).toHaveLength(1)
  })

  deepTest('stops at Ctrl+C, which the workers get as well', async () => {
    const { child, printed, ended } = await serve()
    const workers = workersOf(child)
    for (const pid of workers) process.kill(pid, 'SIGINT')
    expect(child.exitCode).toBeNull()
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    await gone(workers)
    expect(printed.out).toMatch(/\n0 requests\n$/)
  })

  deepTest('ends with an error if a worker is killed, and with the command if that is killed', async () => {
    const one = await serve()
    const [first = 0, second = 0] = workersOf(one.child)
    process.kill(first, 'SIGKILL')
    expect(await one.ended).toBe(2)
    expect(one.printed.err).toBe(
      'A worker was ended by SIGKILL, so the server stopped. If the machine has too little memory, use fewer --workers.\n',
    )
    await gone([second])

    const other = await serve()
    const workers = workersOf(other.child)
    other.child.kill('SIGKILL')
    await gone(workers)
  })

  test('reports a port in use once', async () => {
    const blocker = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void blocker.close())
    await once(blocker, 'listening')
    const { port } = Object(blocker.address())
    const { ended, printed } = program('--synthetic', '--workers', '2', '--port', String(port))
    expect(await ended).toBe(2)
    expect(printed.out).toBe('')
    expect(printed.err.match(/the port is in use/g)).toHaveLength(1)
  })

  test.each([
    [['--workers', '2'], /^--workers requires --synthetic: .*\n$/],
    [
      ['--workers', '2', '--synthetic', '--throttle', '5/1'],
      /^--workers does not work with --throttle: .*\n$/,
    ],
    [['--workers', '2', '--synthetic', '--tls'], /^--workers does not work with --tls: .*\n$/],
    [['--workers', '0', '--synthetic'], /Expected an integer from 1 to 256 such as 4\./],
  ])('rejects %j', async (argv, message) => {
    const { exit, out, err } = runCommand('serve', ...argv)
    expect(await exit).toBe(2)
    expect(out()).toBe('')
    expect(err()).toMatch(message)
  })
})
