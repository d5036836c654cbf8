const { execFileSync } = require('node:child_process')

const resolutions = {
  node10: ['--module', 'commonjs'],
  node16: ['--module', 'node16', '--moduleResolution', 'node16'],
  nodenext: ['--module', 'nodenext', '--moduleResolution', 'nodenext'],
  bundler: ['--module', 'esnext', '--moduleResolution', 'bundler'],
}
// The oldest compiler that the README names, the last of version 5, and the newest, which has no node10 any more.
const runs = {
  'typescript-54': ['node10', 'node16'],
  'typescript-59': ['node10', 'nodenext', 'bundler'],
  'typescript-7': ['node16', 'bundler'],
}
const common = ['--noEmit', '--strict', '--target', 'es2020', '--esModuleInterop', '--types', 'node']
for (const [compiler, names] of Object.entries(runs)) {
  const tsc = require.resolve(`${compiler}/package.json`).replace('package.json', 'bin/tsc')
  for (const name of names) {
    const options = [...common, '--skipLibCheck', 'false', ...resolutions[name], 'calls.ts']
    execFileSync(process.execPath, [tsc, ...options], { stdio: 'inherit' })
    console.log(`${compiler} ${name}: passed`)
  }
}
