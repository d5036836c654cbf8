import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Verifier } from '@pact-foundation/pact'

/** Serves the bodies in a file at their indexes, and writes the report of Pact's Verifier to another file. */
const [pact = '', bodiesFile = '', reportFile = ''] = process.argv.slice(2)
const bodies: unknown[] = JSON.parse(readFileSync(bodiesFile, 'utf8'))
const server = createServer((request, response) => {
  const at = Number(request.url?.split('/').at(-1))
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify(bodies[at]))
})
server.listen(0, '127.0.0.1', async () => {
  const { port }: AddressInfo = Object(server.address())
  const verifier = new Verifier({
    provider: 'judged',
    providerBaseUrl: `http://127.0.0.1:${port}`,
    proxyHost: '127.0.0.1',
    pactUrls: [pact],
    logLevel: 'error',
  })
  // If something does not match, the report is the message of an error.
  const report = await verifier.verifyProvider().catch(({ message }: Error) => message)
  writeFileSync(reportFile, report)
  server.close()
})
