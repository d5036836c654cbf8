import { type Command, Option } from 'commander'
import { printable } from '../output/printable.ts'
import type { ListenOptions, Tenant, TenantRequest, TenantServer, ThrottleOptions } from '../tenant/index.ts'
import { CommandFailure, type Io } from './io.ts'
import { type LogFormat, logFormats, serveLogs } from './serve-log.ts'
import {
  type BotOption,
  botOf,
  hostOf,
  millisecondsOf,
  portOf,
  seedOf,
  throttleOf,
  tokenOf,
} from './serve-options.ts'
import { peopleRoute } from './serve-people.ts'
import { type ServeTlsOptions, tlsOf, writeCaFile } from './serve-tls.ts'

interface ServeOptions extends ServeTlsOptions {
  readonly port?: number
  readonly host: string
  readonly allowedHost?: readonly string[]
  readonly calls?: string
  readonly bot?: readonly BotOption[]
  readonly synthetic?: true | number
  readonly latency?: number
  readonly throttle?: ThrottleOptions
  readonly token?: string
  readonly log: LogFormat
}

const example = `
Example:
  $ graph-call-testkit serve --port 4010 --calls ./calls
  $ curl -H 'Authorization: Bearer any' http://127.0.0.1:4010/v1.0/communications/calls/ID
  $ graph-call-testkit serve --synthetic 42 --latency 40 --throttle 5000/10
  $ graph-call-testkit serve --tls --tls-ca ca.pem
  $ NODE_EXTRA_CA_CERTS=ca.pem node my-bot.js
  $ graph-call-testkit serve --bot 9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11=http://127.0.0.1:3978/api/calls
  $ curl -d '{"person":"Mira Holm","does":"calls"}' http://127.0.0.1:4010/_testkit/people

GET /healthz responds with 200 and needs no token. POST /_pact/provider-states sets up the provider states of a contract for
Pact's verifiers, which must run on this machine: each state replaces all calls. docs/verifying.md has an example.

Stop the server with Ctrl+C or SIGTERM: it then prints a summary of its requests.

Exit code: 0 stopped, 2 could not run.`

/** Adds `serve`: a tenant that listens on a port, for clients in any language. */
export function addServe(command: Command, io: Io): void {
  command
    .description('Start a local server that responds to the calling API like Microsoft Graph.')
    .option('--port <number>', 'port to listen on (default: any free port)', portOf)
    .option(
      '--host <address>',
      'address to listen on; anything other than loopback makes the server reachable from the network',
      '127.0.0.1',
    )
    .option(
      '--allowed-host <name>',
      'name of a host that the server responds to, in addition to loopback and hosts of Graph; may be repeated',
      (name: string, names: readonly string[] = []) => [...names, hostOf(name)],
    )
    .option(
      '--calls <dir>',
      'directory of *.json files with one call each (default: all call fixtures of the package)',
    )
    .option(
      '--bot <appid=url>',
      'bot that people can call: its application ID and the URL of its webhook; may be repeated',
      (text: string, bots: readonly BotOption[] = []) => [...bots, botOf(text)],
    )
    .option(
      '--synthetic [seed]',
      'generate a call for every other ID; a seed gives the same calls on every machine (default seed: 0)',
      seedOf,
    )
    .option('--latency <ms>', 'delay of each response in milliseconds', millisecondsOf)
    .option(
      '--throttle <n/s>',
      'return 429 to clients that send more than n requests in s seconds',
      throttleOf,
    )
    .option('--token <token>', 'accept only this bearer token (default: any token)', tokenOf)
    .option('--tls', 'serve HTTPS with a certificate for this run; requires the package selfsigned')
    .option(
      '--tls-ca <file>',
      'file to write the CA certificate (PEM) to, which clients must trust; requires --tls',
    )
    .option('--tls-key <file>', 'private key (PEM) for HTTPS; requires --tls-cert')
    .option('--tls-cert <file>', 'certificate or certificate chain (PEM) for HTTPS; requires --tls-key')
    .addOption(
      new Option('--log <format>', 'format of the request log').choices([...logFormats]).default('pretty'),
    )
    .allowExcessArguments(false)
    .addHelpText('after', example)
    .action((options: ServeOptions) => serve(options, io))
}

async function serve(options: ServeOptions, io: Io): Promise<void> {
  const { host, port, allowedHost, bot = [], synthetic, latency, throttle, token, tlsCa, tlsCert } = options
  const { createTenant } = await import('../tenant/index.ts')
  const tls = tlsOf(options)
  const log = serveLogs[options.log](io)
  const report = problemReporter(io)
  const tenant = createTenant({
    synthetic,
    latency,
    throttle,
    token,
    notifications: { hosts: bot.map(({ callbackUri }) => new URL(callbackUri).hostname) },
    onRequest(request) {
      log.request(request)
      report(request)
    },
  })
  const bots = bot.map((each) => tenant.registerBot(each))
  const routes = {
    '/_pact/provider-states': providerStates(tenant, io),
    ...(bots.length > 0 && { '/_testkit/people': peopleRoute(tenant, bots) }),
  }
  const ids = await addCalls(tenant, options.calls)
  const server = await start(tenant, { host, port, allowedHosts: allowedHost, tls, routes })
  if (tlsCa !== undefined) await writeCa(server, tlsCa)
  const { isLoopback } = await import('../tenant/hosts/loopback.ts')
  // Checks the actual address, because a host name may resolve to anything.
  if (!isLoopback(new URL(server.url).hostname)) {
    io.err(
      `Warning: ${host} is not a loopback address, so other machines can reach this server${token ? '' : ' with any token'}.\n`,
    )
  }
  log.ready({
    url: server.url,
    calls: ids.length,
    seed: synthetic === true ? 0 : synthetic,
    ids: ids.slice(0, maxIds),
    token: token !== undefined,
    tlsCert: tlsCa ?? tlsCert,
  })
  await io.stopped()
  await server.close()
  log.summary(tenant)
}

/** Sets up provider states. Prints why a state was not set up, because most verifiers do not. Loaded on the first request. */
function providerStates(tenant: Tenant, io: Io) {
  return async (request: Request): Promise<Response> => {
    const { providerStateHandler } = await import('../../contracts/interaction/provider-state-handler.ts')
    const response = await providerStateHandler(tenant)(request)
    if (!response.ok) {
      const { error } = await response.clone().json()
      io.err(`Provider state not set up: ${printable(String(error))}\n`)
    }
    return response
  }
}

/** Returns a function that prints the first problem of each kind. The log shows the status of the others. */
function problemReporter(io: Io): (request: TenantRequest) => void {
  const reported = new Set<number>()
  return ({ method, path, status, internalError }) => {
    if (reported.has(status)) return
    if (status === misdirected) {
      io.err(
        'A request had a host that this server does not respond to. To allow it, add --allowed-host NAME.\n',
      )
    } else if (status === unauthorized) {
      io.err(
        "A request had no valid token. Microsoft's graph-client sends none over http, or to hosts that are not in its customHosts.\n",
      )
    } else if (internalError !== undefined) {
      io.err(
        `Internal error: ${printable(`${method} ${path}: ${internalError}`)}. The client got 500. This is a bug of graph-call-testkit: please report it.\n`,
      )
    } else return
    reported.add(status)
  }
}

const unauthorized = 401

/** Maximum number of IDs that the server prints when it starts. */
const maxIds = 5

/** Status of a response to a host that a server does not have. Source: HTTP Semantics (RFC 9110), 15.5.20. */
const misdirected = 421

/** Adds the calls of a directory, or those of all fixtures. Returns their IDs. */
async function addCalls(tenant: Tenant, directory: string | undefined): Promise<string[]> {
  if (directory !== undefined) {
    const { addCallDirectory } = await import('./call-directory.ts')
    return addCallDirectory(tenant, directory)
  }
  const { fixtures } = await import('../../fixtures/index.ts')
  return Object.values(fixtures).flatMap((one) => (one.status === 200 ? [tenant.addCall(one.body)] : []))
}

async function start(tenant: Tenant, options: ListenOptions): Promise<TenantServer> {
  const { CertificateError, ListenError } = await import('../tenant/index.ts')
  try {
    return await tenant.listen(options)
  } catch (error) {
    if (error instanceof ListenError) throw new CommandFailure(2, `${error.message}${adviceFor(error)}`)
    if (error instanceof CertificateError) {
      throw new CommandFailure(
        2,
        `--tls: ${error.message.replace(/ Or pass.*/, '')} Or pass --tls-key and --tls-cert.`,
      )
    }
    if (options.tls && error instanceof TypeError)
      throw new CommandFailure(2, `--tls-key, --tls-cert: ${error.message}`)
    throw error
  }
}

/** Writes the certificate that clients must trust. Closes the server if that fails. */
async function writeCa(server: TenantServer, file: string): Promise<void> {
  try {
    writeCaFile(file, server.ca ?? '')
  } catch (error) {
    await server.close()
    throw error
  }
}

function adviceFor({ code, port }: { code: string; port: number }): string {
  return code === 'EADDRINUSE'
    ? `\nTo find the process: lsof -i :${port} (on Windows: netstat -ano | findstr :${port}). To use another port: --port ${port === 65_535 ? 4010 : port + 1}`
    : ''
}
