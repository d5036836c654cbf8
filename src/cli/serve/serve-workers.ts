import { CommandFailure, type Io, type ParentConnection, type ServerProcess } from '../io.ts'
import type { ListeningServer, ServeLog } from './serve-log.ts'
import type { ServeOptions } from './serve-options.ts'
import { firstOfEachKind, printOnce, type ServeProblem } from './serve-problem.ts'
import { type ServeSummary, sumOf } from './serve-summary.ts'
import { startTenant } from './serve-tenant.ts'

/** Message of a worker to the process that started it. */
type WorkerMessage =
  | { readonly kind: 'ready'; readonly server: ListeningServer; readonly warning: string | undefined }
  | { readonly kind: 'failed'; readonly exitCode: number; readonly message: string }
  | { readonly kind: 'problem'; readonly problem: ServeProblem }
  | { readonly kind: 'summary'; readonly summary: ServeSummary }

/** Serves as one of several processes. Prints only requests: the process that started it prints the rest. */
export async function serveAsWorker(
  parent: ParentConnection,
  io: Io,
  log: ServeLog,
  options: ServeOptions,
): Promise<void> {
  const send = (message: WorkerMessage) => parent.send(message)
  const stopped = io.stopped()
  try {
    const tenant = await startTenant(options, io, {
      request: log.request,
      problem: firstOfEachKind((problem) => void send({ kind: 'problem', problem })),
    })
    await send({ kind: 'ready', server: tenant.server, warning: tenant.warning })
    await stopped
    await send({ kind: 'summary', summary: await tenant.stop() })
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error
    await send({ kind: 'failed', exitCode: error.exitCode, message: error.message })
  }
}

/**
 * Serves on several processes until the user stops the command. Each runs the same command, and `node:cluster` shares the port.
 *
 * @returns the summary of all workers
 * @throws a {@link CommandFailure} if a worker cannot start, or ends before it was asked to. The others are stopped
 */
export async function serveOnWorkers(
  count: number,
  start: () => Promise<ServerProcess>,
  io: Io,
  log: ServeLog,
): Promise<ServeSummary> {
  const workers: ServeWorker[] = []
  const print = printOnce(io)
  const add = async () => {
    const worker = new ServeWorker(await start(), print)
    workers.push(worker)
    return worker.ready
  }
  try {
    // The first one finds problems such as a port in use, which would be the same in all of them.
    const { server, warning } = await add()
    await Promise.all(Array.from({ length: count - 1 }, add))
    if (warning) io.err(warning)
    // Before the output: a program that reads it can send a signal at once.
    const stopped = io.stopped()
    log.ready(server)
    await Promise.race([stopped, ...workers.map(({ summary }) => summary)])
    for (const worker of workers) worker.process.stop()
    return sumOf(await Promise.all(workers.map(({ summary }) => summary)))
  } catch (error) {
    for (const worker of workers) worker.process.kill()
    throw error
  }
}

type Ready = Extract<WorkerMessage, { kind: 'ready' }>

class ServeWorker {
  readonly process: ServerProcess
  /** Rejects if the worker cannot start. */
  readonly ready: Promise<Ready>
  /** Resolves when the worker has ended as it was asked to. */
  readonly summary: Promise<ServeSummary>

  constructor(process: ServerProcess, print: (problem: ServeProblem) => void) {
    this.process = process
    let failure: CommandFailure | undefined
    let summary: ServeSummary | undefined
    const started = new Promise<Ready>((resolve) => {
      process.onMessage((message: WorkerMessage) => {
        if (message.kind === 'ready') resolve(message)
        else if (message.kind === 'problem') print(message.problem)
        else if (message.kind === 'summary') summary = message.summary
        else failure = new CommandFailure(message.exitCode, message.message)
      })
    })
    this.summary = process.ended.then((result) => {
      if (summary) return summary
      throw failure ?? new CommandFailure(2, endedEarly(result))
    })
    this.ready = Promise.race([started, this.summary.then(() => started)])
    // Several promises have the same error, and serveOnWorkers reports the first.
    this.ready.catch(() => {})
    this.summary.catch(() => {})
  }
}

function endedEarly(result: string | number): string {
  const how = typeof result === 'number' ? `with exit code ${result}` : `by ${result}`
  return `A worker was ended ${how}, so the server stopped. If the machine has too little memory, use fewer --workers.`
}
