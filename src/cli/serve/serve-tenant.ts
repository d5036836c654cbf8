import { printable } from '../../output/printable.ts'
import type { ListenOptions, Tenant, TenantRequest, TenantServer } from '../../tenant/index.ts'
import { CommandFailure, type Io } from '../io.ts'
import type { ListeningServer } from './serve-log.ts'
import type { ServeOptions } from './serve-options.ts'
import { peopleRoute } from './serve-people.ts'
import { problemOf, type ServeProblem } from './serve-problem.ts'
import { increment, type ServeSummary, summaryOf } from './serve-summary.ts'
import { tlsOf, writeCaFile } from './serve-tls.ts'

/** A tenant that listens on a port. */
export interface RunningTenant {
  readonly server: ListeningServer
  /** Line for standard error, if other machines can reach the server. */
  readonly warning: string | undefined
  stop(): Promise<ServeSummary>
}

interface Listeners {
  request(request: TenantRequest): void
  problem(problem: ServeProblem): void
}

/**
 * Starts a tenant with the options of `serve`.
 *
 * @throws a {@link CommandFailure} if an option is not valid, or the port cannot be used
 */
export async function startTenant(
  options: ServeOptions,
  io: Io,
  listeners: Listeners,
): Promise<RunningTenant> {
  const { host, port, allowedHost, bot = [], synthetic, latency, throttle, token, tlsCa, tlsCert } = options
  const { createTenant } = await import('../../tenant/index.ts')
  const tls = tlsOf(options)
  const statuses = new Map<number, number>()
  const tenant = createTenant({
    synthetic,
    latency,
    throttle,
    token,
    notifications: { hosts: bot.map(({ callbackUri }) => new URL(callbackUri).hostname) },
    onRequest(request) {
      increment(statuses, request.status)
      listeners.request(request)
      const problem = problemOf(request, io.parent !== undefined)
      if (problem) listeners.problem(problem)
    },
  })
  const bots = bot.map((each) => tenant.registerBot(each))
  const routes = {
    '/_pact/provider-states': providerStates(tenant, io),
    ...(bots.length > 0 && { '/_testkit/people': peopleRoute(tenant, bots, listeners.problem) }),
  }
  const ids = await addCalls(tenant, options.calls)
  const server = await start(tenant, { host, port, allowedHosts: allowedHost, tls, routes })
  if (tlsCa !== undefined) await writeCa(server, tlsCa)
  const { isLoopback } = await import('../../tenant/hosts/loopback.ts')
  // Checks the actual address, because a host name may resolve to anything.
  const isReachable = !isLoopback(new URL(server.url).hostname)
  return {
    server: {
      url: server.url,
      calls: ids.length,
      seed: synthetic === true ? 0 : synthetic,
      ids: ids.slice(0, maxIds),
      token: token !== undefined,
      tlsCert: tlsCa ?? tlsCert,
    },
    warning: isReachable
      ? `Warning: ${host} is not a loopback address, so other machines can reach this server${token ? '' : ' with any token'}.\n`
      : undefined,
    async stop() {
      await server.close()
      return summaryOf(tenant, statuses)
    },
  }
}

/** Sets up provider states. Prints why a state was not set up, because most verifiers do not. Loaded on the first request. */
function providerStates(tenant: Tenant, io: Io) {
  return async (request: Request): Promise<Response> => {
    if (io.parent) {
      const error = 'Provider states need a single process. Start serve without --workers.'
      io.err(`Provider state not set up: ${error}\n`)
      return Response.json({ error }, { status: 501 })
    }
    const { providerStateHandler } = await import('../../../contracts/interaction/provider-state-handler.ts')
    const response = await providerStateHandler(tenant)(request)
    if (!response.ok) {
      const { error } = await response.clone().json()
      io.err(`Provider state not set up: ${printable(String(error))}\n`)
    }
    return response
  }
}

/** Maximum number of IDs that the server prints when it starts. */
const maxIds = 5

/** Adds the calls of a directory, or those of all fixtures. Returns their IDs. */
async function addCalls(tenant: Tenant, directory: string | undefined): Promise<string[]> {
  if (directory !== undefined) {
    const { addCallDirectory } = await import('./call-directory.ts')
    return addCallDirectory(tenant, directory)
  }
  const { fixtures } = await import('../../../fixtures/index.ts')
  return Object.values(fixtures).flatMap((one) => (one.status === 200 ? [tenant.addCall(one.body)] : []))
}

async function start(tenant: Tenant, options: ListenOptions): Promise<TenantServer> {
  const { CertificateError, ListenError } = await import('../../tenant/index.ts')
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
