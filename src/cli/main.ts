#!/usr/bin/env node
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Terminal } from './io.ts'
import { run } from './run.ts'
import { stopSignal } from './stop-signals.ts'
import { resultWriter, subprocessRunner } from './subprocess.ts'

const untilStopped = () => stopSignal(process)

const terminal: Terminal = {
  out: resultWriter(process),
  err: (text) => process.stderr.write(text),
  columns: process.stdout.columns ?? 80,
  version: versionIn(dirname(realpathSync(process.argv[1] ?? '.'))),
  // A second signal has no listener and ends the process at once. A closed pipe stops the command as well.
  stopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve())
      process.stdout.once('error', () => resolve())
    }),
  untilStopped,
  ...subprocessRunner(process, untilStopped),
}

/** Returns the version in the nearest package.json, in this directory or above. */
function versionIn(directory: string): string {
  const file = join(directory, 'package.json')
  const manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return manifest.version ?? (dirname(directory) === directory ? 'unknown' : versionIn(dirname(directory)))
}

process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // The reader closed the pipe. The exit code still reports the result.
  if (code === 'EPIPE') return
  process.stderr.write(`Cannot write to standard output: ${message}.\n`)
  process.exit(2)
})

run(process.argv.slice(2), terminal).then((exitCode) => {
  process.exitCode = exitCode
})
