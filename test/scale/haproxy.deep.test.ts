import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { readCall } from 'graph-call-testkit'
import { syntheticId } from 'graph-call-testkit/tenant'
import { expect, onTestFinished, test } from 'vitest'
import { runCommand } from '../cli/run-command.ts'
import { temporaryFolder } from '../contracts/committed.ts'
import { scaleFile } from './command.ts'

/** Starts a server like those in docs/scale, and returns its port and its output. */
async function replica() {
  const server = runCommand('serve', '--synthetic', '7', '--log', 'json')
  onTestFinished(() => server.stop())
  const { url } = JSON.parse(await server.firstLine())
  return { port: new URL(url).port, out: server.out }
}

test('three servers behind HAProxy return the same calls', async () => {
  const replicas = await Promise.all([replica(), replica(), replica()])
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = Object(probe.address())
  probe.close()
  const config = replicas.reduce(
    (text, { port }, index) => text.replace(`:401${index + 1}`, `:${port}`),
    (await readFile(scaleFile('haproxy.cfg'), 'utf8')).replace(
      'bind 127.0.0.1:4010',
      `bind 127.0.0.1:${port}`,
    ),
  )
  const file = join(await temporaryFolder(), 'haproxy.cfg')
  await writeFile(file, config)
  const proxy = spawn('haproxy', ['-f', file, '-db'], { stdio: 'ignore' })
  onTestFinished(() => void proxy.kill('SIGKILL'))

  const get = (id: string) =>
    fetch(`http://127.0.0.1:${port}/v1.0/communications/calls/${id}`, {
      headers: { Authorization: 'Bearer any' },
    })
  while (
    !(await get('any').then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await setTimeout(200)

  for (let number = 0; number < 50; number++) {
    const id = syntheticId({ number })
    const texts = []
    for (let turn = 0; turn < 3; turn++) texts.push(await (await get(id)).text())
    expect(new Set(texts).size).toBe(1)
    expect(readCall(JSON.parse(texts[0] ?? '')).id).toBe(id)
  }
  // Each server got a share of the requests.
  for (const { out } of replicas) {
    expect(
      out()
        .split('\n')
        .filter((line) => line.includes('"path":"/v1.0/communications/calls/ca11')).length,
    ).toBe(50)
  }
})
