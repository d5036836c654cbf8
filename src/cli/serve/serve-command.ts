import { type Command, Option } from 'commander'
import type { Io } from '../io.ts'
import { seedOf, workersOf } from '../shared-options.ts'
import { logFormats, type ServeLog, serveLogs } from './serve-log.ts'
import {
  type BotOption,
  botOf,
  checkWorkers,
  hostOf,
  millisecondsOf,
  portOf,
  type ServeOptions,
  throttleOf,
  tokenOf,
} from './serve-options.ts'
import { printOnce } from './serve-problem.ts'
import { startTenant } from './serve-tenant.ts'
import { serveAsWorker, serveOnWorkers } from './serve-workers.ts'

const example = `
Examples:
  $ graph-call-testkit serve --port 4010 --calls ./calls
  $ curl -H 'Authorization: Bearer any' http://127.0.0.1:4010/v1.0/communications/calls/ID
  $ graph-call-testkit serve --synthetic 42 --latency 40 --throttle 5000/10
  $ graph-call-testkit serve --synthetic 42 --workers 4
  $ graph-call-testkit serve --tls --tls-ca ca.pem
  $ NODE_EXTRA_CA_CERTS=ca.pem node my-bot.js
  $ graph-call-testkit serve --port 4010 --bot 9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11=http://127.0.0.1:3978/api/calls
  $ curl -d '{"person":"Mira Holm","does":"calls"}' http://127.0.0.1:4010/_testkit/people

GET /healthz responds with 200 and needs no token. POST /_pact/provider-states sets up the provider states of a contract for
Pact's verifiers, which must run on this machine. Each state replaces all calls. docs/verifying.md has an example.

With --workers, each process has calls of its own, and does not see changes of a call in another process. Provider states, --bot,
--throttle and --tls are not available.

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
      'name of a host that the server responds to, in addition to loopback and hosts of Graph; can be repeated',
      (name: string, names: readonly string[] = []) => [...names, hostOf(name)],
    )
    .option(
      '--calls <dir>',
      'directory of *.json files with one call each, or one that fixture add has written (default: all call fixtures of the package)',
    )
    .option(
      '--bot <appid=url>',
      'bot that people can call: its application ID and the URL of its webhook; can be repeated',
      (text: string, bots: readonly BotOption[] = []) => [...bots, botOf(text)],
    )
    .option(
      '--synthetic [seed]',
      'generate a call for every other ID; a seed gives the same calls on every machine (default seed: 0)',
      seedOf,
    )
    .option(
      '--workers <number>',
      'number of processes that respond, for load tests that only read calls; requires --synthetic',
      workersOf,
      1,
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
  checkWorkers(options)
  const { parent, startServer } = io
  const log = serveLogs[options.log](io)
  if (parent) return serveAsWorker(parent, io, log, options)
  if (options.workers === 1 || !startServer) return serveAlone(options, io, log)
  log.summary(await serveOnWorkers(options.workers, startServer, io, log))
}

async function serveAlone(options: ServeOptions, io: Io, log: ServeLog): Promise<void> {
  const tenant = await startTenant(options, io, { request: log.request, problem: printOnce(io) })
  if (tenant.warning) io.err(tenant.warning)
  // Before the output: a program that reads it can send a signal at once.
  const stopped = io.stopped()
  log.ready(tenant.server)
  await stopped
  log.summary(await tenant.stop())
}
