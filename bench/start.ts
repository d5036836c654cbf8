import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { atMost, type Figure, median } from './measure.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Writes the CPU time of a process in milliseconds to its fourth stream when the process ends. */
const reporter = fileURLToPath(new URL('report-cpu-time.cjs', import.meta.url))

/** Returns the CPU time of a new process in milliseconds. */
function cpuTime(...args: readonly string[]): number {
  const { status, stderr, output } = spawnSync(process.execPath, ['--require', reporter, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed:\n${stderr}`)
  return Number(output[3])
}

const evaluate = (code: string) => cpuTime('--input-type=module', '--eval', code)

/** Measures the CPU time to import an entry point of the built package, or to run its command, minus the time to start Node. */
export function startFigures(): Figure[] {
  const rounds = Array.from({ length: 21 }, () => ({
    bare: evaluate(''),
    fixtures: evaluate("await import('graph-call-testkit/fixtures')"),
    root: evaluate("await import('graph-call-testkit')"),
    tenant: evaluate("await import('graph-call-testkit/tenant')"),
    fastCheck: evaluate("await import('fast-check')"),
    generators: evaluate("await import('graph-call-testkit/generators')"),
    firstRuns: evaluate(`
      import fc from 'fast-check'
      import { anyCall } from 'graph-call-testkit/generators'
      fc.assert(fc.property(anyCall(), (call) => call.id !== ''))
    `),
    help: cpuTime('dist/esm/command.js', '--help'),
  }))
  const overFastCheck = (name: 'generators' | 'firstRuns') =>
    median(rounds.map((round) => round[name] - round.fastCheck))
  const extra = (name: keyof (typeof rounds)[number]) =>
    median(rounds.map((round) => round[name] - round.bare))
  return [
    atMost("import('graph-call-testkit/fixtures'), compared with starting node", extra('fixtures'), 8, 'ms'),
    atMost("import('graph-call-testkit'), compared with starting node", extra('root'), 25, 'ms'),
    atMost("import('graph-call-testkit/tenant'), compared with starting node", extra('tenant'), 60, 'ms'),
    atMost(
      "import('graph-call-testkit/generators'), compared with importing fast-check",
      overFastCheck('generators'),
      25,
      'ms',
    ),
    atMost(
      'import to the end of 100 runs of anyCall(), compared with importing fast-check',
      overFastCheck('firstRuns'),
      40,
      'ms',
    ),
    atMost('graph-call-testkit --help, compared with starting node', extra('help'), 60, 'ms'),
  ]
}
