#!/usr/bin/env node
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Io } from './io.ts'
import { run } from './run.ts'
import { aside, resultsOf } from './subprocess.ts'

const io: Io = {
  out: resultsOf(process),
  err: (text) => process.stderr.write(text),
  columns: process.stdout.columns ?? 80,
  version: versionOf(dirname(realpathSync(process.argv[1] ?? '.'))),
  // The second signal finds no listener, and ends the process at once. Where whoever read along has gone, there is nobody to
  // go on for.
  stopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve())
      process.stdout.once('error', () => resolve())
    }),
  ...aside(process),
}

/** As the manifest of the package says, which stands somewhere above. */
function versionOf(folder: string): string {
  const file = join(folder, 'package.json')
  const manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return manifest.version ?? (dirname(folder) === folder ? 'unknown' : versionOf(dirname(folder)))
}

process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // Whoever read along has seen enough; the exit code still says how it went.
  if (code === 'EPIPE') return
  process.stderr.write(`The result cannot be written: ${message}.\n`)
  process.exit(2)
})

run(process.argv.slice(2), io).then((exitCode) => {
  process.exitCode = exitCode
})
