import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sharedProject } from './project.ts'

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
)

const installed = sharedProject()

/** Returns the project, and the path of the installed command. */
function installedCommand() {
  const project = installed()
  return { project, file: join(project.folder, 'node_modules/.bin/graph-call-testkit') }
}

test.each(['SIGINT', 'SIGTERM'] as const)('serve responds until %s and exits with 0', async (signal) => {
  const { project, file } = installedCommand()
  const server = spawn(file, ['serve', '--log', 'json'], { cwd: project.folder })
  onTestFinished(() => void server.kill('SIGKILL'))
  let output = ''
  server.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  while (!output.includes('\n')) await once(server.stdout, 'data')
  const ready: { try: string } = JSON.parse(output)
  const [, url = ''] = /'(http[^']*)'$/.exec(ready.try) ?? []
  expect((await fetch(url, { headers: { Authorization: 'Bearer any' } })).status).toBe(200)
  server.kill(signal)
  expect(await once(server, 'close')).toEqual([0, null])
  expect(
    output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).event),
  ).toEqual(['ready', 'request', 'summary'])
})

test('prints its version, and exits with 2 if it cannot run', async () => {
  const { project, file } = installedCommand()
  expect(await project.run(file, ['--version'])).toBe(`${version}\n`)
  await expect(project.run(file, ['serve', '--calls', 'nowhere'])).rejects.toMatchObject({
    cause: { code: 2, stderr: expect.stringContaining('Cannot read the directory nowhere') },
  })
})

test('generate writes the same bytes with several threads as with one, and validate accepts them', async () => {
  const { project, file } = installedCommand()
  const generate = (workers: string, out: string) =>
    project.run(file, ['generate', '--count', '5000', '--seed', '7', '--workers', workers, '--out', out])
  await generate('1', 'one.ndjson')
  await generate('3', 'three.ndjson')
  const [one, three] = ['one.ndjson', 'three.ndjson'].map((name) => readFileSync(join(project.folder, name)))
  expect(three?.equals(one ?? Buffer.alloc(0))).toBe(true)
  expect(await project.run(file, ['validate', 'three.ndjson'])).toMatch(/^Valid: 5000 calls, 0 errors/)
})
