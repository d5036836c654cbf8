import { execFileSync } from 'node:child_process'
import { atMost, type Figure, median } from './measure.ts'

const root = new URL('..', import.meta.url)

/** How long a process takes to end, in milliseconds. */
function time(code: string): number {
  const start = performance.now()
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: root })
  return performance.now() - start
}

/** What the import of an entry point of the built package adds to bare node, or to the library that it needs. */
export function startFigures(): Figure[] {
  const rounds = Array.from({ length: 21 }, () => ({
    bare: time(''),
    fixtures: time("await import('graph-call-testkit/fixtures')"),
    zod: time("await import('zod')"),
    root: time("await import('graph-call-testkit')"),
  }))
  const fixtures = median(rounds.map(({ fixtures, bare }) => fixtures - bare))
  const root = median(rounds.map(({ root, zod }) => root - zod))
  return [
    atMost("import('graph-call-testkit/fixtures'), over bare node", fixtures, 10, 'ms'),
    atMost("import('graph-call-testkit'), over import('zod')", root, 40, 'ms'),
  ]
}
