const assert = require('node:assert')
const { spawnSync } = require('node:child_process')
const { readdirSync, rmSync, statSync } = require('node:fs')
const test = require('node:test')

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
  test(`${compiler} compiles with ${name}`, () => {
    const tsc = require.resolve(`${compiler}/package.json`).replace('package.json', 'bin/tsc')
    const options = [...common, '--diagnostics', '--skipLibCheck', 'false', ...resolutions[name], 'calls.ts']
    const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, ...options], { encoding: 'utf8' })
    // The declarations of fast-check 4 do not resolve those of pure-rand with node10.
    const isKnown = (line) => name === 'node10' && /^(?:node_modules\/fast-check\/| )/.test(line)
    const isFigure = (line) => /^[A-Z][\w/ ]+: +[\d.]+\w?$/.test(line)
    const lines = stdout.split('\n').filter((line) => line !== '' && !isFigure(line))
    const expected = { status: lines.some(isKnown) ? 2 : 0, lines: lines.filter(isKnown), stderr: '' }
    assert.deepEqual({ status, lines, stderr }, expected)
    // Time and memory follow the number of types: a million needs a minute and 2 GB.
    const [, types] = /^Types: +(\d+)$/m.exec(stdout) ?? []
    assert.ok(Number(types) < 250_000, `${types} types`)
  })
}

// Each file imports few entry points, because the compiler names a type in a declaration by an entry point that it has read.
for (const compiler of ['typescript-54', 'typescript-7']) {
  test(`${compiler} writes the declarations of libraries`, () => {
    const tsc = require.resolve(`${compiler}/package.json`).replace('package.json', 'bin/tsc')
    const emit = ['--declaration', '--emitDeclarationOnly', '--outDir', 'declarations', '--skipLibCheck']
    for (const file of readdirSync('library')) {
      const options = [...common.slice(1), ...emit, ...resolutions.nodenext, `library/${file}`]
      const { status, stdout } = spawnSync(process.execPath, [tsc, ...options], { encoding: 'utf8' })
      assert.deepEqual({ file, status, stdout }, { file, status: 0, stdout: '' })
      const { size } = statSync(`declarations/${file.replace(/(m?ts)$/, 'd.$1')}`)
      assert.ok(size < 20_000, `${size} bytes for ${file}`)
    }
    rmSync('declarations', { recursive: true })
  })
}
