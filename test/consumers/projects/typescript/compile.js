const { spawnSync } = require('node:child_process')

const resolutions = {
  node10: ['--module', 'commonjs'],
  node16: ['--module', 'node16', '--moduleResolution', 'node16'],
  nodenext: ['--module', 'nodenext', '--moduleResolution', 'nodenext'],
  bundler: ['--module', 'esnext', '--moduleResolution', 'bundler'],
}
// From the oldest compiler that the README names to the newest, which has no node10 any more. Each checks all declarations again,
// so each compiles for one resolution only.
const runs = [
  ['typescript-54', 'node10'],
  ['typescript-56', 'node16'],
  ['typescript-59', 'nodenext'],
  ['typescript-7', 'bundler'],
]
const common = ['--noEmit', '--strict', '--target', 'es2020', '--esModuleInterop', '--types', 'node']
for (const [compiler, name] of runs) {
  const tsc = require.resolve(`${compiler}/package.json`).replace('package.json', 'bin/tsc')
  const options = [...common, '--skipLibCheck', 'false', ...resolutions[name], 'calls.ts']
  const { stdout } = spawnSync(process.execPath, [tsc, ...options], { encoding: 'utf8' })
  // The declarations of fast-check 4 do not resolve those of pure-rand with node10.
  const errors = stdout.split('\n').filter((line) => line && !/^(?:node_modules\/fast-check\/| )/.test(line))
  if (errors.length > 0) throw new Error(`${compiler}, ${name}: ${errors.join('\n')}`)
  console.log(`${compiler} ${name}: passed`)
}
