import { execFileSync } from 'node:child_process'
import { atMost, type Figure, median } from './measure.ts'

const root = new URL('..', import.meta.url)

/** Runs code in a new process. Returns the duration in milliseconds. */
function time(code: string): number {
  const start = performance.now()
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: root })
  return performance.now() - start
}

/** Measures the time to import an entry point of the built package, minus the time to start Node. */
export function startFigures(): Figure[] {
  const rounds = Array.from({ length: 21 }, () => ({
    bare: time(''),
    fixtures: time("await import('graph-call-testkit/fixtures')"),
    root: time("await import('graph-call-testkit')"),
    tenant: time("await import('graph-call-testkit/tenant')"),
    fastCheck: time("await import('fast-check')"),
    generators: time("await import('graph-call-testkit/generators')"),
  }))
  const fixtures = median(rounds.map(({ fixtures, bare }) => fixtures - bare))
  const root = median(rounds.map(({ root, bare }) => root - bare))
  const tenant = median(rounds.map(({ tenant, bare }) => tenant - bare))
  const generators = median(rounds.map(({ generators, fastCheck }) => generators - fastCheck))
  return [
    atMost("import('graph-call-testkit/fixtures'), compared with starting node", fixtures, 8, 'ms'),
    atMost("import('graph-call-testkit'), compared with starting node", root, 25, 'ms'),
    atMost("import('graph-call-testkit/tenant'), compared with starting node", tenant, 60, 'ms'),
    atMost(
      "import('graph-call-testkit/generators'), compared with importing fast-check",
      generators,
      25,
      'ms',
    ),
  ]
}
