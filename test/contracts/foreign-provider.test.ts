import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { loadPact } from '../../contracts/pact.ts'
import { withPactFile } from '../../contracts/verify/temporary-pact.ts'
import { committedPact } from './committed.ts'

interface State {
  readonly name: string
  readonly parameters: { readonly [name: string]: unknown }
}

const statuses: Readonly<Record<string, number>> = {
  'no call exists': 404,
  'the access token has expired': 401,
  'access to the call is forbidden': 403,
  'requests are throttled': 429,
}

/** Returns the response in a state. Knows no fixture: everything is in the parameters of the state. */
function responseIn({ name, parameters }: State) {
  const { id, call, status = statuses[name], code, retryAfter } = parameters
  if (name === 'a call exists') return { status: 200, body: { ...Object(call), id }, headers: {} }
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  return { status: Number(status), body: { error: { code } }, headers }
}

test('a provider without this package can set up every state from its parameters', async () => {
  const { Verifier } = await loadPact()
  let current: State | undefined
  const server = createServer((_, response) => {
    const { status, body, headers } = current
      ? responseIn(current)
      : { status: 500, body: 'no state', headers: {} }
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port }: AddressInfo = Object(server.address())
  const pact = committedPact()
  const names = new Set(
    pact.interactions.flatMap(({ providerStates }) => providerStates.map(({ name }) => name)),
  )
  const stateHandlers = Object.fromEntries(
    [...names].map((name) => {
      const setUp = async (parameters?: unknown) => {
        current = { name, parameters: Object(parameters) }
      }
      return [name, setUp] as const
    }),
  )
  const verified = withPactFile(pact, (file) =>
    new Verifier({
      provider: pact.provider.name,
      providerBaseUrl: `http://127.0.0.1:${port}`,
      proxyHost: '127.0.0.1',
      pactUrls: [file],
      stateHandlers,
      logLevel: 'error',
    }).verifyProvider(),
  )
  expect(JSON.parse(await verified)).toMatchObject({ result: true })
})
