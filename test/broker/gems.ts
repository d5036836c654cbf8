import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Directory that keeps the gems between runs. */
export const cache = fileURLToPath(new URL('../../.cache/broker', import.meta.url))

/** Database for the tests with PostgreSQL. They are skipped without it. */
const { DATABASE_URL } = process.env
export const databaseUrl = DATABASE_URL || undefined

/** Settings of Bundler. It writes only to the cache. */
export const bundle = {
  BUNDLE_GEMFILE: join(cache, 'Gemfile'),
  BUNDLE_PATH: join(cache, 'gems'),
  BUNDLE_APP_CONFIG: join(cache, 'bundle'),
  BUNDLE_WITHOUT: databaseUrl ? '' : 'postgresql',
  BUNDLE_SILENCE_ROOT_WARNING: 'true',
}

/** Installs the broker's gems. The first time takes minutes, because some are compiled. */
export function setup(): void {
  requireTools()
  mkdirSync(cache, { recursive: true })
  for (const file of ['Gemfile', 'Gemfile.lock']) copyFileSync(join(here, file), join(cache, file))
  const env = { ...process.env, ...bundle }
  if (succeeds('bundle', ['check'], env)) return
  console.error(`Installing the Pact Broker's gems into ${cache}: about four minutes.`)
  try {
    execFileSync('bundle', ['install', '--jobs', '2'], { env, stdio: ['ignore', process.stderr, 'inherit'] })
  } catch (cause) {
    throw new Error(`Cannot install the gems. If a header is missing: ${installHint}`, { cause })
  }
}

const installHint =
  'on Debian and Ubuntu, apt-get install ruby-dev ruby-bundler build-essential pkg-config libyaml-dev (and libpq-dev for PostgreSQL).'

function requireTools(): void {
  const missing = ['ruby', 'bundle', 'cc', 'make'].filter(
    (tool) => !succeeds(tool, ['--version'], process.env),
  )
  if (missing.length === 0) return
  throw new Error(
    [
      `Cannot run ${missing.join(', ')}, which the Pact Broker needs.`,
      `Install Ruby 3.1 or newer with its headers, Bundler, a C compiler and make: ${installHint}`,
    ].join(' '),
  )
}

function succeeds(program: string, args: readonly string[], env: NodeJS.ProcessEnv): boolean {
  try {
    execFileSync(program, args, { env, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
