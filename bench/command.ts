import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atLeast, atMost, type Figure, median } from './measure.ts'

const root = new URL('..', import.meta.url)
const program = 'dist/esm/command.js'

/** Prints the CPU time and the memory of the command when it ends. */
const report = `data:text/javascript,process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();process._rawDebug(JSON.stringify({seconds:(u+s)/1e6,megabytes:m/1024}))})`

/** Runs the built command. Returns its CPU seconds and its peak memory. */
function usageOf(...argv: readonly string[]): { readonly seconds: number; readonly megabytes: number } {
  const { stderr } = spawnSync(process.execPath, ['--import', report, program, ...argv], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  return JSON.parse(stderr.trim().split('\n').at(-1) ?? '')
}

/** Measures the speed and the memory of `generate` and `validate`, and the start of the command. */
export function commandFigures(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const file = join(folder, 'calls.ndjson')
  try {
    const written = [usageOf('generate', '--count', '300000', '--out', file)]
    const megabytes = statSync(file).size / 1e6
    for (let run = 0; run < 2; run++) written.push(usageOf('generate', '--count', '300000', '--out', file))
    const read = Array.from({ length: 3 }, () => usageOf('validate', file))
    const speed = (usages: typeof read) => megabytes / median(usages.map(({ seconds }) => seconds))
    const memory = (usages: typeof read) => Math.max(...usages.map(({ megabytes }) => megabytes))
    return [
      { ...atLeast('generate, MB for each CPU second', speed(written), 80), unit: 'MB' },
      { ...atLeast('validate, MB for each CPU second', speed(read), 100), unit: 'MB' },
      atMost('generate, 300,000 calls: resident memory', memory(written), 200, 'MB'),
      atMost('validate, 300,000 calls: resident memory', memory(read), 200, 'MB'),
      startOfHelp(),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function startOfHelp(): Figure {
  const time = (...argv: readonly string[]) => {
    const start = performance.now()
    execFileSync(process.execPath, argv, { cwd: root, stdio: 'ignore' })
    return performance.now() - start
  }
  const rounds = Array.from({ length: 21 }, () => time(program, '--help') - time('--eval', ''))
  return atMost('graph-call-testkit --help, compared with starting node', median(rounds), 60, 'ms')
}
