import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { bundle, databaseUrl } from './gems.ts'

const config = fileURLToPath(new URL('config.ru', import.meta.url))

/** Pact Broker on a free port of loopback, with an empty database. */
export interface Broker {
  readonly url: string
  /** Kills the process, as a power failure would. */
  kill(): Promise<void>
  /** Starts it again, with the same port and database. */
  restart(): Promise<void>
  /** Stops it and removes its files. */
  stop(): Promise<void>
}

export async function startBroker(database: 'SQLite' | 'PostgreSQL'): Promise<Broker> {
  const folder = await mkdtemp(join(tmpdir(), 'graph-call-testkit-broker-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    ...bundle,
    PACT_DO_NOT_TRACK: 'true',
    RUBYOPT: '-W0',
    ...(database === 'SQLite'
      ? { BROKER_DATABASE: join(folder, 'broker.sqlite3') }
      : { BROKER_SCHEMA: `broker_${port}_${process.pid}`, DATABASE_URL: databaseUrl }),
  }
  // SQLite rejects a second writer.
  const threads = database === 'SQLite' ? '1:1' : '1:4'
  const start = () =>
    spawnBroker(['exec', 'puma', '-b', `tcp://127.0.0.1:${port}`, '-t', threads, config], env, url)
  let child = await start()
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    url,
    kill: () => end('SIGKILL'),
    async restart() {
      child = await start()
    },
    async stop() {
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function spawnBroker(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  url: string,
): Promise<ChildProcess> {
  const child = spawn('bundle', args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-4_000)
    })
  }
  while (child.exitCode === null) {
    const response = await fetch(`${url}/diagnostic/status/heartbeat`).catch(() => undefined)
    if (response?.ok) return child
    await setTimeout(200)
  }
  throw new Error(`The broker did not start.\n${log}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = Object(server.address())
  server.close()
  await once(server, 'close')
  return port
}
