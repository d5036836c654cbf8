import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Additions that must not need any other change, each as a function that edits a copy of the sources. */
const additions: Readonly<Record<string, (copy: string) => void>> = {
  property(copy) {
    insert(copy, 'src/model/call.ts', /^ {6}subject: property\(/m, [
      "      shortLink: property(string, 'Short link for joining the call.', {",
      "        documented: 'Get call, Properties',",
      '      }),',
    ])
    insert(copy, 'src/builder/call.ts', /^ {6}subject: choices\./m, [
      '      shortLink: choices.optional(callbackUri),',
    ])
  },
  'error fixture'(copy) {
    const throttled = readFileSync(join(copy, 'fixtures/errors/throttled.json'), 'utf8')
    const json = throttled
      .replace('Please retry', 'The service is busy. Please retry')
      .replaceAll('318ad362', '5b0c1d7e')
    writeFileSync(join(copy, 'fixtures/errors/too-busy.json'), json)
    insert(copy, 'fixtures/scenarios.ts', /(?<=^export const errorScenarios = \{\n)/m, [
      "  'too-busy': {",
      "    title: 'a request while the service is busy',",
      "    provenance: 'reported',",
      "    origin: 'graph-comms-samples issue 17',",
      "    callId: '9a1f4c2b-75d3-4e68-b0a2-6c8d5e7f1a33',",
      '  },',
    ])
  },
}

/**
 * `npm run try-adding`: adds a property and an error fixture to a copy of the sources, and runs `npm run generate`, the
 * typecheck and the tests there. Fails if an addition needs any other change.
 */
const copy = copyOfSources()
try {
  for (const [name, add] of Object.entries(additions)) {
    console.log(`Adding: ${name}`)
    add(copy)
  }
  // A new property changes what a seed gives, and so the hash of generated calls and the samples in a guide.
  for (const command of [
    'npm run generate',
    'npx tsc',
    'npx vitest run --reporter=dot --exclude test/cli/generate.test.ts --exclude test/generators/guide-samples.test.ts',
  ]) {
    console.log(`$ ${command}`)
    execFileSync(command, { cwd: copy, stdio: 'inherit', shell: true })
  }
} finally {
  rmSync(copy, { recursive: true })
}

function copyOfSources(): string {
  const copy = mkdtempSync(join(tmpdir(), 'graph-call-testkit-try-adding-'))
  const git = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  const files = execFileSync('git', git, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
  for (const file of files) {
    mkdirSync(join(copy, dirname(file)), { recursive: true })
    copyFileSync(join(root, file), join(copy, file))
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** Inserts lines before a match. */
function insert(copy: string, file: string, before: RegExp, lines: readonly string[]): void {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  const { index } = before.exec(text) ?? {}
  if (index === undefined)
    throw new Error(`${file} has no match for ${before}. Update scripts/try-adding.ts.`)
  writeFileSync(path, `${text.slice(0, index)}${lines.join('\n')}\n${text.slice(index)}`)
}
