import type { Cluster, Worker } from 'node:cluster'
import type { ServerProcess, Terminal } from './io.ts'

/** Variable that makes a process a worker of `serve --workers`. */
const variable = 'GRAPH_CALL_TESTKIT_SERVER'

/** Returns the part of a terminal that starts server processes, or that connects one with its parent. */
export function serverProcesses(
  process: NodeJS.Process,
): Pick<Terminal, 'startServer' | 'parent'> & Partial<Pick<Terminal, 'stopped'>> {
  if (!process.env[variable]) {
    // Loaded on demand, because only `serve --workers` needs it.
    return { startServer: async () => serverProcess((await import('node:cluster')).default) }
  }
  return {
    parent: {
      send: (message) => new Promise((resolve) => process.send?.(message, () => resolve())),
    },
    // The parent decides when to stop. Ctrl+C sends a signal to all processes of a terminal.
    stopped: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
        process.once('message', () => resolve())
        process.stdout.once('error', () => resolve())
      }),
  }
}

function serverProcess(cluster: Cluster): ServerProcess {
  const worker: Worker = cluster.fork({ [variable]: 'true' })
  // A process that has ended gets no messages.
  worker.on('error', () => {})
  const disconnected = new Promise<void>((resolve) => worker.once('disconnect', resolve))
  const exited = new Promise<string | number>((resolve) =>
    worker.once('exit', (code, signal) => resolve(signal ?? code)),
  )
  return {
    onMessage: (listener) => void worker.on('message', listener),
    ended: Promise.all([exited, disconnected]).then(([result]) => result),
    stop: () => void (worker.isConnected() && worker.send('stop')),
    kill: () => void worker.process.kill('SIGKILL'),
  }
}
