import { fileURLToPath } from 'node:url'
import { inspect, parseArgs } from 'node:util'
import type { ContractReport } from './contract.ts'
import { print } from './print.ts'
import { CouldNotRunError, quietly } from './quiet-process.ts'

/** Where a command writes: its result, and everything else. */
export interface Output {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
}

const usage = `Usage: npm run contract -- [--json] [--dir DIR]

Lets the reference consumer ask a Pact mock server, writes its pact, and verifies the pact.

  --json      print the report as JSON
  --dir DIR   where the pact is written; contracts/pacts unless said
  --help      print this

Exit code: 0 all matched and was verified, 1 something did not match, 2 it could not run.
Example: npm run contract -- --json --dir /tmp/pacts
`

/** `npm run contract`. @returns the exit code */
export async function command(
  argv: readonly string[],
  { stdout, stderr }: Output,
  run = (dir: string): Promise<ContractReport> => quietly('runContract', dir),
): Promise<0 | 1 | 2> {
  try {
    const { json, dir, help } = optionsIn(argv)
    if (help) {
      stdout(usage)
      return 0
    }
    const report = await run(dir ?? fileURLToPath(new URL('../pacts', import.meta.url)))
    stdout(json ? `${JSON.stringify(report, null, 2)}\n` : print(report))
    return report.passed ? 0 : 1
  } catch (error) {
    stderr(`${error instanceof CouldNotRunError ? error.message : inspect(error)}\n`)
    return 2
  }
}

function optionsIn(argv: readonly string[]) {
  const options = { json: { type: 'boolean' }, dir: { type: 'string' }, help: { type: 'boolean' } } as const
  try {
    return parseArgs({ args: [...argv], options }).values
  } catch (error) {
    throw new CouldNotRunError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}
