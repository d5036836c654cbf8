import type { ConsumerVersion } from './consumer-version.ts'

/** Values that all pacts of a run share. */
interface CommandOptions extends ConsumerVersion {
  readonly tags: readonly string[]
  /** File of additional certificate authorities. */
  readonly authorities: string | undefined
}

/** Returns the arguments of `pact-broker` that publish a file. Secrets are not among them: the Pact CLI reads the environment. */
export function publishArguments(
  file: string,
  { version, branch, buildUrl, tags, authorities }: CommandOptions,
): string[] {
  return [
    'publish',
    `--consumer-app-version=${version}`,
    `--branch=${branch}`,
    ...(buildUrl === undefined ? [] : [`--build-url=${buildUrl}`]),
    ...(tags.length === 0 ? [] : [`--tag=${tags.join(',')}`]),
    ...(authorities === undefined ? [] : [`--ssl-certificate=${authorities}`]),
    '--',
    escapedGlob(file),
  ]
}

/** Escapes a file name, because the Pact CLI expands glob patterns. */
const escapedGlob = (file: string) => file.replaceAll(/[[\]*?]/g, '[$&]')

/** Returns a command line that can be copied to a POSIX shell. */
export function shellCommand(args: readonly string[]): string {
  return ['pact-broker', ...args.map(quoted)].join(' ')
}

function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`
}
