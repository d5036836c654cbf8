import { execFileSync } from 'node:child_process'
import { atMost, type Figure, median } from './measure.ts'

const root = new URL('..', import.meta.url)

/** How long a process takes to end, in milliseconds. */
function time(code: string): number {
  const start = performance.now()
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: root })
  return performance.now() - start
}

/** What the import of an entry point of the built package adds to bare node. */
export function startFigures(): Figure[] {
  const rounds = Array.from({ length: 21 }, () => {
    const bare = time('')
    return {
      fixtures: time("await import('graph-call-testkit/fixtures')") - bare,
      root: time("await import('graph-call-testkit')") - bare,
    }
  })
  return [
    atMost(
      "import('graph-call-testkit/fixtures'), over bare node",
      median(rounds.map(({ fixtures }) => fixtures)),
      10,
      'ms',
    ),
    atMost("import('graph-call-testkit'), over bare node", median(rounds.map(({ root }) => root)), 150, 'ms'),
  ]
}
