import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RequestMismatchError } from 'graph-call-testkit/contracts'
import { run } from '../../src/cli/run.ts'
import { subprocessRunner } from '../../src/cli/subprocess.ts'
import { TestkitError } from '../../src/model/errors.ts'
import { type Outcome, referenceContract, runBot, runWithBot } from './call-contract.ts'

/** Output of a run, and the bot and the commands that it runs. Tests pass their own. */
export interface RunOptions {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly bot?: typeof runBot
  readonly command?: (...argv: readonly string[]) => Promise<CommandResult>
}

interface CommandResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs the reference bot against its contract, updates the pact if it changed, and runs `contract lint` and `contract verify` on it.
 *
 * @returns the exit code: 0 success, 1 a mismatch, a lint problem or a failed verification, 2 could not run
 */
export async function runReferenceBot(dir: string, options: RunOptions): Promise<number> {
  const staging = await mkdtemp(join(tmpdir(), 'graph-call-testkit-contract-'))
  try {
    const file = await writePact(dir, staging, options)
    return file === undefined ? 1 : await checkPact(file, options)
  } catch (error) {
    options.err(`${error instanceof TestkitError ? error.message : String(error)}\n`)
    return 2
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** Runs all interactions. Returns the file of the pact, or nothing if one did not match. */
async function writePact(
  dir: string,
  staging: string,
  { out, bot = runBot }: RunOptions,
): Promise<string | undefined> {
  const { consumer, provider, file, reads, interactions } = await referenceContract(dir, staging)
  const before = await readFile(file, 'utf8').catch(() => undefined)
  const width = Math.max(...interactions.map(({ name }) => name.length))
  out(`${consumer} -> ${provider}: GET /v1.0/communications/calls/{id}\n\n`)
  let matched = true
  for (const interaction of interactions) {
    const label = `${interaction.name.padEnd(width)}  ${interaction.expected.status}`
    try {
      out(`  matched   ${label}  ${outcomeText(await runWithBot(interaction, bot))}\n`)
    } catch (error) {
      if (error instanceof TestkitError && !(error instanceof RequestMismatchError)) throw error
      matched = false
      out(
        `  MISMATCH  ${label}\n${mismatchesIn(error)
          .map((line) => `              ${line}\n`)
          .join('')}`,
      )
    }
  }
  const shown = relative(process.cwd(), file)
  if (!matched) {
    out(`\n${shown}: left unchanged, because an interaction did not match\n`)
    return undefined
  }
  const isUnchanged = (await readFile(file, 'utf8')) === before
  out(`\n${shown}: ${isUnchanged ? 'unchanged' : 'written'}, with ${reads.length} paths that the bot reads\n`)
  return file
}

/** Runs the commands on a pact. Prints the last line of the output of a command that succeeds, and all of it otherwise. */
async function checkPact(file: string, { out, err, command = runCommand }: RunOptions): Promise<number> {
  for (const name of ['lint', 'verify']) {
    const shown = relative(process.cwd(), file)
    out(`\n$ graph-call-testkit contract ${name} ${shown}\n`)
    const { code, stdout, stderr } = await command('contract', name, file)
    err(stderr)
    out(code === 0 ? stdout.replace(/^.*\n(?=.)/s, '') : stdout)
    if (code !== 0) return code
  }
  return 0
}

function outcomeText(outcome: Outcome): string {
  if ('next' in outcome) {
    const { code, next, wait } = outcome
    return `${code}: ${next}${wait === undefined ? '' : ` ${wait} s`}`
  }
  const { state, direction, caller, callees, media, meeting } = outcome
  const callee = meeting ? 'a meeting' : callees.map((party) => party?.name ?? 'somebody').join(', ')
  return `${state}, ${direction}, ${caller?.name ?? 'somebody'} -> ${callee}${media ? `, media by ${media}` : ''}`
}

function mismatchesIn(error: unknown): readonly string[] {
  if (error instanceof RequestMismatchError) return error.mismatches
  return [error instanceof Error && error.name === 'Error' ? error.message : `the bot threw ${String(error)}`]
}

/** Runs a command in this process, or in the subprocess that it asks for, and captures its output. */
async function runCommand(...argv: readonly string[]): Promise<CommandResult> {
  const output = { stdout: '', stderr: '' }
  const out = (text: string | Uint8Array) => {
    output.stdout += typeof text === 'string' ? text : Buffer.from(text).toString()
  }
  const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
  const { env, execPath, execArgv } = process
  const code = await run(argv, {
    out,
    err(text) {
      output.stderr += text
    },
    async write(bytes) {
      out(bytes)
      return true
    },
    async *input() {},
    columns: 80,
    colors: false,
    version: 'from sources',
    stopped: async () => {},
    ...subprocessRunner(
      { env, execPath, execArgv, argv: [execPath, main, ...argv], stdout: { write: out } },
      () => new AbortController().signal,
    ),
  })
  return { code, ...output }
}
