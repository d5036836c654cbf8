import { parseUrl } from '../../src/model/parse-url.ts'
import { branchName } from './branch-name.ts'
import { type CiService, type Condition, ciServices, type Environment } from './ci-services.ts'
import { pullRequestIn } from './github-event.ts'

/** Version that a build publishes pacts for. */
export interface BuildInfo {
  readonly version?: string | undefined
  readonly branch?: string | undefined
  readonly buildUrl?: string | undefined
}

/** Build as a CI service describes it. */
export interface ServiceBuild extends BuildInfo {
  /** Name of the service. */
  readonly from: string
  /** Ref that the service builds if it is not a branch, for example a tag. */
  readonly otherRef?: string | undefined
}

/** Returns the build that the CI service describes, and `undefined` if no known service does. */
export function buildInfoOf(env: Environment): ServiceBuild | undefined {
  const service = ciServices.find(({ knownBy }) => holds(env, knownBy))
  if (!service) return undefined
  return {
    from: service.name,
    version: commitOf(service, env),
    ...refOf(service, env),
    buildUrl: filled(service.buildUrl, env),
  }
}

function commitOf({ commit, queue }: CiService, env: Environment): string | undefined {
  if (queue && holds(env, [queue.when])) return env[queue.commit] || undefined
  const found = pullRequestIn(env)?.commit ?? firstOf(env, commit)
  // Buildkite's value for "the latest commit".
  return found === 'HEAD' ? undefined : found
}

function refOf(service: CiService, env: Environment): Pick<ServiceBuild, 'branch' | 'otherRef'> {
  const { queue, tag, pullRequest, sourceBranch, branch } = service
  if (queue && holds(env, [queue.when])) return { branch: env[queue.branch] || undefined }
  const built = firstOf(env, branch)
  if (holds(env, tag)) return { otherRef: built ?? 'a tag' }
  const event = pullRequestIn(env)
  const isPullRequest = event !== undefined || holds(env, pullRequest)
  const ref = isPullRequest ? (event?.branch ?? firstOf(env, sourceBranch)) : built
  if (ref === undefined) return { otherRef: isPullRequest ? (built ?? 'a pull request') : undefined }
  const name = branchName(ref)
  return name === undefined ? { otherRef: ref } : { branch: name }
}

function holds(env: Environment, conditions: readonly Condition[]): boolean {
  return conditions.some((condition) => {
    const [name = '', value] = condition.split('=')
    return value === undefined ? Boolean(env[name]) : env[name]?.toLowerCase() === value.toLowerCase()
  })
}

function firstOf(env: Environment, names: readonly string[]): string | undefined {
  return names.map((name) => env[name]).find(Boolean)
}

/** Replaces each `{NAME}` by its value. Returns `undefined` if one of them is unset. */
function filled(template: string, env: Environment): string | undefined {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  if (names.length === 0 || names.some((name) => !env[name])) return undefined
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encoded(env[name] ?? ''))
}

/** Encodes a value for a path. A URL is encoded already. */
const encoded = (value: string) => (parseUrl(value) ? value : encodeURI(value))
