#!/usr/bin/env node
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Terminal } from './io.ts'
import { byteWriter, showsColors } from './process-output.ts'
import { run } from './run.ts'
import { serverProcesses } from './server-processes.ts'
import { stopSignal } from './stop-signals.ts'
import { resultWriter, subprocessRunner } from './subprocess.ts'
import { writeProblem } from './write-errors.ts'

const program = realpathSync(process.argv[1] ?? '.')
const { stdout, stderr } = process
let isStopped = false

function untilStopped(): AbortSignal {
  const signal = stopSignal(process)
  signal.addEventListener('abort', () => {
    isStopped = true
  })
  return signal
}

const terminal: Terminal = {
  out: resultWriter(process),
  write: byteWriter(stdout),
  err: (text) => stderr.write(text),
  input: () => process.stdin,
  columns: stdout.columns ?? 80,
  version: versionIn(dirname(program)),
  colors: showsColors(stdout, process.env),
  // A second signal has no listener and ends the process at once. A closed pipe stops the command as well.
  stopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve())
      stdout.once('error', () => resolve())
    }),
  untilStopped,
  startWorker: (data) => new Worker(program, { workerData: data }),
  ...(stdout.isTTY && stderr.isTTY && { progress: (line) => stderr.write(`\r\u001b[2K${line}`) }),
  ...subprocessRunner(process, untilStopped),
  ...serverProcesses(process),
}

/** Returns the version in the nearest package.json, in this directory or above. */
function versionIn(directory: string): string {
  const file = join(directory, 'package.json')
  const manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return manifest.version ?? (dirname(directory) === directory ? 'unknown' : versionIn(dirname(directory)))
}

function runCommand(): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader closed the pipe. The exit code still reports the result.
    if (error.code === 'EPIPE') return
    stderr.write(`Cannot write to standard output: ${writeProblem(error, 'run the command again')}.\n`)
    process.exit(2)
  })
  // A message that cannot be written does not change the exit code.
  stderr.on('error', () => {})
  run(process.argv.slice(2), terminal).then((exitCode) => {
    process.exitCode = exitCode
    // A read of a pipe may still be waiting.
    if (isStopped) process.exit()
    // Otherwise the connection keeps a worker of `serve` alive.
    if (terminal.parent) process.disconnect()
  })
}

if (isMainThread) runCommand()
else if (parentPort) {
  const port = parentPort
  import('./generate/worker-thread.ts').then(({ serveChunks }) => serveChunks(port, workerData))
}
