import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { groupCall } from 'graph-call-testkit/fixtures'
import { expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { peerDependencies }: { readonly peerDependencies: object } = JSON.parse(
  readFileSync(`${root}package.json`, 'utf8'),
)
const peers = JSON.stringify(Object.keys(peerDependencies))

const moduleUrl = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`

/** Code that makes `import` and `require` fail for every peer dependency, as if none was installed. */
const withoutPeers = moduleUrl(`
  import { Module, register } from 'node:module'
  const absent = (name) => ${peers}.some((peer) => name === peer || name.startsWith(peer + '/'))
  const resolve = Module._resolveFilename
  Module._resolveFilename = (name, ...rest) => {
    if (!absent(name)) return resolve(name, ...rest)
    throw Object.assign(new Error("Cannot find module '" + name + "'"), { code: 'MODULE_NOT_FOUND' })
  }
  register(${JSON.stringify(
    moduleUrl(`
      const absent = (name) => ${peers}.some((peer) => name === peer || name.startsWith(peer + '/'))
      export async function resolve(name, context, next) {
        if (!absent(name)) return next(name, context)
        throw Object.assign(new Error("Cannot find package '" + name + "'"), { code: 'ERR_MODULE_NOT_FOUND' })
      }`),
  )})`)

async function runWithoutPeers(command: string) {
  const main = ['--conditions', 'graph-call-testkit-source', '--import', 'tsx', 'src/cli/main.ts']
  const child = spawn(process.execPath, [...main, ...command.split(' ')], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: `--import=${withoutPeers}` },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdin.end(JSON.stringify(groupCall()))
  let err = ''
  child.stdout.resume()
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const [code] = await once(child, 'close')
  return { code, err }
}

test.each([
  ['validate -', 0, /^(1 body is valid\.\n)?$/],
  ['generate --count 1', 0, /^$/],
  [
    'contract verify contracts/pacts',
    2,
    /Pact is not installed\. Install it: npm install --save-dev @pact-foundation\/pact/,
  ],
  ['serve --tls --port 0', 2, /npm install --save-dev selfsigned/],
])('without peer dependencies: %s exits with %i', async (command, code, message) => {
  const result = await runWithoutPeers(command)
  expect(result).toEqual({ code, err: expect.stringMatching(message) })
  expect(result.err).not.toMatch(/^ {4}at /m)
})
