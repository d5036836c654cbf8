import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)

/** The files that node loads for an import, as a process of its own sees them. */
function loadedBy(code: string): string[] {
  const hook = `
    import { register } from 'node:module'
    import { MessageChannel } from 'node:worker_threads'
    const { port1, port2 } = new MessageChannel()
    port1.on('message', (url) => process.stdout.write(url + '\\n'))
    port1.unref()
    const source = 'let port; export const initialize = (data) => { port = data.port };' +
      'export async function load(url, context, next) { port.postMessage(url); return next(url, context) }'
    register('data:text/javascript,' + encodeURIComponent(source), { data: { port: port2 }, transferList: [port2] })
    await import('tsx/esm/api').then(({ register }) => register())
    ${code}
    await new Promise((resolve) => setTimeout(resolve, 100))
  `
  const conditions = ['--conditions', 'graph-call-testkit-source']
  const output = execFileSync(process.execPath, [...conditions, '--input-type=module', '--eval', hook], {
    cwd: root,
  })
  return output.toString().split('\n')
}

test('the entry point loads fast-check, and no zod', () => {
  const loaded = loadedBy("await import('graph-call-testkit/generators')")
  expect(loaded.some((url) => url.includes('/fast-check/'))).toBe(true)
  expect(loaded.filter((url) => url.includes('/zod/'))).toEqual([])
})

test('what builds a call loads no fast-check', () => {
  const loaded = loadedBy("await import('./generators/build/call.ts')")
  expect(loaded.some((url) => url.includes('generators/build/identity.ts'))).toBe(true)
  expect(loaded.filter((url) => /\/(fast-check|zod)\//.test(url))).toEqual([])
})
