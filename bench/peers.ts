import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fixtures, groupCall } from 'graph-call-testkit/fixtures'
import { strictCallSchema } from 'graph-call-testkit/schema'
import { createTenant } from 'graph-call-testkit/tenant'
import * as z from 'zod'
import { interleaveRates, over } from './load.ts'
import { atLeast, type Figure, showFigures } from './measure.ts'

const path = `/v1.0/communications/calls/${groupCall().id}`

/** A program of another package that responds to the same request. npx downloads it. */
interface Peer {
  readonly packageName: string
  /** Input of the program, written as JSON. */
  readonly document: object
  readonly command: (file: string, port: number) => readonly string[]
}

/** Prism with an OpenAPI document generated from the schema, with the call as its example. */
const prism: Peer = {
  packageName: '@stoplight/prism-cli@5',
  document: {
    openapi: '3.1.0',
    info: { title: 'Calls', version: '1.0' },
    paths: {
      '/v1.0/communications/calls/{id}': {
        get: {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: {
            200: {
              description: 'The call',
              content: {
                'application/json': {
                  schema: z.toJSONSchema(strictCallSchema, { unrepresentable: 'any' }),
                  example: groupCall(),
                },
              },
            },
          },
        },
      },
    },
  },
  command: (file, port) => [
    'prism',
    'mock',
    '--port',
    String(port),
    '--host',
    '127.0.0.1',
    '--verboseLevel',
    'silent',
    file,
  ],
}

/** Pact's stub server with a pact of 61 interactions: calls, then errors. */
const stub: Peer = {
  packageName: '@pact-foundation/pact-cli@18',
  document: {
    consumer: { name: 'bench' },
    provider: { name: 'microsoft-graph-calls' },
    interactions: Object.values(fixtures)
      .slice(0, 61)
      .map(({ name, status, headers, body }) => ({
        description: name,
        request: { method: 'GET', path: `/v1.0/communications/calls/${'id' in body ? body.id : name}` },
        response: { status, headers, body },
      })),
    metadata: { pactSpecification: { version: '3.0.0' } },
  },
  command: (file, port) => [
    'pact-stub-server',
    '--file',
    file,
    '--port',
    String(port),
    '--loglevel',
    'error',
  ],
}

/** `npm run bench:peers`: compares a GET of a stored call over `listen()` with other servers. */
const directory = await mkdtemp(join(tmpdir(), 'graph-call-testkit-peers-'))
const tenant = createTenant({
  calls: Object.values(fixtures).flatMap((one) => (one.status === 200 ? [one.body] : [])),
})
const server = await tenant.listen()
const peers = [await start(prism), await start(stub)] as const
try {
  const ratio = await interleaveRates({
    ours: over(server.url + path),
    prism: over(peers[0].url + path),
    stub: over(peers[1].url + path),
  })
  const figures: Figure[] = [
    atLeast('GET a stored call over listen(), over Prism', ratio('ours', 'prism'), 10),
    atLeast("the same, over Pact's stub server with 61 interactions", ratio('ours', 'stub'), 100),
  ]
  showFigures(figures)
} finally {
  for (const peer of peers) peer.stop()
  await server.close()
  await rm(directory, { recursive: true })
}

async function start({ packageName, document, command }: Peer) {
  const port = await freePort()
  const file = join(directory, `${port}.json`)
  await writeFile(file, JSON.stringify(document))
  const child = spawn('npx', ['--yes', '--package', packageName, '--', ...command(file, port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
    env: { ...process.env, SCARF_ANALYTICS: 'false' },
  })
  const url = `http://127.0.0.1:${port}`
  // Stops the process group, because npx starts the program in another process.
  const stop = () => child.pid && process.kill(-child.pid)
  for (let tries = 0; tries < 600; tries++) {
    const response = await fetch(url + path, { headers: { Authorization: 'Bearer any' } }).catch(
      () => undefined,
    )
    if (response?.ok) return { url, stop }
    if (child.exitCode !== null) break
    await wait(100)
  }
  throw new Error(`${packageName} does not respond at ${url}.`)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
