import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts a site on loopback with bundled scripts of this directory and MSW's service worker. */
export async function serveSite(scripts: readonly string[], msw: 'msw' | 'msw-3') {
  const serviceWorker = await readFile(`${root}node_modules/${msw}/lib/mockServiceWorker.js`, 'utf8')
  const bundled = await Promise.all(
    scripts.map(async (name) => [`/${name}.js`, await bundle(name, msw)] as const),
  )
  const files = new Map([...bundled, ['/mockServiceWorker.js', serviceWorker]])
  const server = createServer(({ url = '' }, response) => {
    const script = files.get(url)
    response
      .setHeader(
        'Content-Type',
        script === undefined ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8',
      )
      .end(script ?? '<!doctype html><title>page</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The site did not get a port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Bundles a script with its imports. An import that a browser cannot resolve, such as a Node module, is an error. */
async function bundle(name: string, msw: string): Promise<string> {
  const bundled = await rolldown({
    input: `${here}${name}.ts`,
    platform: 'browser',
    resolve: {
      conditionNames: ['graph-call-testkit-source', 'browser', 'import', 'default'],
      alias: { msw },
    },
    onLog(_level, log) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
    },
  })
  const { output } = await bundled.generate({ format: 'esm', codeSplitting: false })
  await bundled.close()
  return output[0].code
}
