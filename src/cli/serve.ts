import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import type { ListenOptions, Tenant, TenantOptions, TenantServer, ThrottleOptions } from '../tenant/index.ts'
import { CommandFailure, type Io } from './io.ts'
import { type LogFormat, logFormats, serveLogs } from './serve-log.ts'
import { millisecondsOf, portOf, seedOf, throttleOf, tokenOf } from './serve-options.ts'

interface ServeOptions {
  readonly port?: number
  readonly host: string
  readonly fixtures?: string
  readonly synthetic?: true | number
  readonly latency?: number
  readonly throttle?: ThrottleOptions
  readonly token?: string
  readonly tlsKey?: string
  readonly tlsCert?: string
  readonly log: LogFormat
}

const example = `
Example:
  $ graph-call-testkit serve --port 4010 --fixtures ./calls
  $ curl -H 'Authorization: Bearer any' http://127.0.0.1:4010/v1.0/communications/calls/ID
  $ graph-call-testkit serve --synthetic 42 --latency 40 --throttle 5000/10

GET /healthz answers 200 without a token. At the end, stopped by Ctrl+C or SIGTERM, it prints what it was asked.`

/** `serve`: a tenant on a port, for any language. */
export function addServe(program: Command, io: Io): void {
  program
    .command('serve')
    .summary('answer on a port, for any language')
    .description(
      'Answers GET /communications/calls/{id} on a port as Microsoft Graph would, until it is stopped.',
    )
    .option('--port <number>', 'the port to answer on (default: a free one)', portOf)
    .option(
      '--host <address>',
      'the address to answer on; beyond loopback, whoever reaches it is answered',
      '127.0.0.1',
    )
    .option('--fixtures <dir>', 'a folder with a call in each *.json (default: every fixture of the package)')
    .option(
      '--synthetic [seed]',
      'have a call for every other id too: the same one for a seed (default: 0) on every machine',
      seedOf,
    )
    .option('--latency <ms>', 'how long each answer takes', millisecondsOf)
    .option('--throttle <n/s>', 'answer 429 to an app that asks more than n times in s seconds', throttleOf)
    .option('--token <token>', 'the one bearer token to take (default: any)', tokenOf)
    .option('--tls-key <file>', 'with --tls-cert: answer over HTTPS, with this private key (PEM)')
    .option('--tls-cert <file>', 'with --tls-key: the certificate, or a chain of them (PEM)')
    .addOption(
      new Option('--log <format>', 'how requests are printed').choices([...logFormats]).default('pretty'),
    )
    .allowExcessArguments(false)
    .addHelpText('after', example)
    .action((options: ServeOptions) => serve(options, io))
}

async function serve(options: ServeOptions, io: Io): Promise<void> {
  const { host, port, fixtures: folder, synthetic, latency, throttle, token, tlsCert } = options
  const where = { host, port, tls: await tlsOf(options) }
  const calls =
    folder === undefined ? await ownCalls() : await (await import('./call-folder.ts')).readCallFolder(folder)
  const log = serveLogs[options.log]((line) => io.out(`${line}\n`))
  const { tenant, server } = await start(
    { calls, synthetic, latency, throttle, token, onRequest: (request) => log.request(request) },
    where,
  )
  // By the address that it has, whatever the name that was given.
  if (!/^(127\.|\[::1\]$)/.test(new URL(server.url).hostname)) {
    io.err(
      `Warning: ${host} is more than loopback. Whoever reaches this machine is answered${token ? '' : ', with any token'}.\n`,
    )
  }
  log.ready({
    url: server.url,
    calls: calls.length,
    seed: synthetic === true ? 0 : synthetic,
    id: calls[0]?.id ?? '',
    token: token !== undefined,
    tlsCert,
  })
  await io.stopped()
  await server.close()
  log.summary(tenant)
}

async function start(
  options: TenantOptions,
  where: ListenOptions,
): Promise<{ tenant: Tenant; server: TenantServer }> {
  const { ListenError, createTenant } = await import('../tenant/index.ts')
  const tenant = createTenant(options)
  try {
    return { tenant, server: await tenant.listen(where) }
  } catch (error) {
    if (error instanceof ListenError) throw new CommandFailure(2, `${error.message}${adviceFor(error)}`)
    if (where.tls && error instanceof TypeError)
      throw new CommandFailure(2, `--tls-key, --tls-cert: ${error.message}`)
    throw error
  }
}

function adviceFor({ code, port }: { code: string; port: number }): string {
  return code === 'EADDRINUSE'
    ? `\nWho holds it: lsof -i :${port} (on Windows: netstat -ano | findstr :${port}). Another one: --port ${port === 65_535 ? 4010 : port + 1}.`
    : ''
}

async function ownCalls() {
  const { fixtures } = await import('../../fixtures/index.ts')
  return Object.values(fixtures).flatMap((one) => (one.status === 200 ? [one.body] : []))
}

async function tlsOf({ tlsKey, tlsCert }: ServeOptions): Promise<ListenOptions['tls']> {
  if (tlsKey === undefined && tlsCert === undefined) return undefined
  if (tlsKey === undefined || tlsCert === undefined) {
    throw new CommandFailure(2, '--tls-key and --tls-cert go together: a certificate needs its private key.')
  }
  const [key, cert] = await Promise.all([read('--tls-key', tlsKey), read('--tls-cert', tlsCert)])
  return { key, cert }
}

async function read(option: string, file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: Error) => {
    throw new CommandFailure(2, `${option}: cannot read ${file}: ${error.message}.`)
  })
}
