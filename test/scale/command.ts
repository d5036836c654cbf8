import { execFile } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { runCommand } from '../cli/run-command.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Arguments of Node that run the command from its sources. */
export const commandFromSources = [
  '--conditions',
  'graph-call-testkit-source',
  '--import',
  join(root, 'node_modules/tsx/dist/esm/index.mjs'),
  join(root, 'src/cli/main.ts'),
]

/** Path of a file in docs/scale. */
export const scaleFile = (name: string) => join(root, 'docs/scale', name)

/** Returns the environment in which `npx graph-call-testkit` runs the sources. */
export async function environmentWithNpx(folder: string): Promise<NodeJS.ProcessEnv> {
  const bin = join(folder, 'bin')
  await mkdir(bin)
  const quoted = [process.execPath, ...commandFromSources].map((word) => `'${word}'`).join(' ')
  await writeFile(
    join(bin, 'npx'),
    `#!/bin/sh\n[ "$1" = --yes ] && shift\n[ "$1" = graph-call-testkit ] || exit 3\nshift\nexec ${quoted} "$@"\n`,
  )
  await chmod(join(bin, 'npx'), 0o755)
  const { PATH = '' } = process.env
  return { ...process.env, PATH: `${bin}${delimiter}${PATH}` }
}

/** Runs a program to its end. */
export const runProgram = promisify(execFile)

/** Returns the output of `generate`. */
export async function generated(...argv: readonly string[]): Promise<string> {
  const { exit, out } = runCommand('generate', ...argv)
  if ((await exit) !== 0) throw new Error('The command failed.')
  return out()
}

/** Returns the content of the files `calls-*.ndjson` in a directory, by their numbers. */
export async function joinedParts(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => /^calls-\d+\.ndjson$/.test(name))
  const numbers = names.sort((a, b) => numberIn(a) - numberIn(b))
  return (await Promise.all(numbers.map((name) => readFile(join(folder, name), 'utf8')))).join('')
}

const numberIn = (name: string) => Number(/\d+/.exec(name)?.[0])
