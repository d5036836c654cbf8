import { execFileSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What tsc needs beside tsconfig.build.json. Only ESM can be written down as it will run. */
const formats = {
  module: { folder: 'esm', options: [] },
  commonjs: {
    folder: 'cjs',
    options: ['--module', 'commonjs', '--moduleResolution', 'bundler', '--verbatimModuleSyntax', 'false'],
  },
}

/** `npm run build`: the same sources as ESM and as CommonJS, with types for both. */
await rm(`${root}dist`, { recursive: true, force: true })
for (const [type, { folder, options }] of Object.entries(formats)) {
  const outDir = `${root}dist/${folder}`
  execFileSync('tsc', ['--project', `${root}tsconfig.build.json`, '--outDir', outDir, ...options], {
    stdio: 'inherit',
  })
  await mkdir(outDir, { recursive: true })
  await writeFile(`${outDir}/package.json`, `${JSON.stringify({ type })}\n`)
}
