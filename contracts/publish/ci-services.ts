import { readFileSync } from 'node:fs'
import * as z from 'zod'

/** Version that a build publishes pacts for. */
export interface BuildInfo {
  readonly version?: string | undefined
  readonly branch?: string | undefined
  readonly buildUrl?: string | undefined
}

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>

/** CI service, and the variables that describe a build in it. */
interface CiService {
  readonly name: string
  /** Variable that only this service sets. */
  readonly knownBy: string
  /** Reads the build. Values of a pull request's source branch come first, because the service's merge commit is not in any branch. */
  readonly build: (env: Environment) => BuildInfo
}

/** Known CI services. For all of them, an empty variable counts as unset. */
export const ciServices: readonly CiService[] = [
  {
    // https://docs.github.com/actions/reference/workflows-and-actions/variables
    name: 'GitHub Actions',
    knownBy: 'GITHUB_ACTIONS',
    build: ({
      GITHUB_EVENT_PATH,
      GITHUB_SHA,
      GITHUB_HEAD_REF,
      GITHUB_REF_TYPE,
      GITHUB_REF_NAME,
      GITHUB_SERVER_URL,
      GITHUB_REPOSITORY,
      GITHUB_RUN_ID,
    }) => ({
      version: pullRequestHead(GITHUB_EVENT_PATH) ?? GITHUB_SHA,
      branch: GITHUB_HEAD_REF || (GITHUB_REF_TYPE === 'tag' ? undefined : GITHUB_REF_NAME),
      buildUrl: joined('/', GITHUB_SERVER_URL, GITHUB_REPOSITORY, 'actions/runs', GITHUB_RUN_ID),
    }),
  },
  {
    // https://docs.gitlab.com/ci/variables/predefined_variables/
    name: 'GitLab CI',
    knownBy: 'GITLAB_CI',
    build: ({
      CI_MERGE_REQUEST_SOURCE_BRANCH_SHA,
      CI_COMMIT_SHA,
      CI_MERGE_REQUEST_SOURCE_BRANCH_NAME,
      CI_COMMIT_BRANCH,
      CI_JOB_URL,
      CI_PIPELINE_URL,
    }) => ({
      version: CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || CI_COMMIT_SHA,
      branch: CI_MERGE_REQUEST_SOURCE_BRANCH_NAME || CI_COMMIT_BRANCH,
      buildUrl: CI_JOB_URL || CI_PIPELINE_URL,
    }),
  },
  {
    // https://learn.microsoft.com/azure/devops/pipelines/build/variables
    name: 'Azure Pipelines',
    knownBy: 'TF_BUILD',
    build: ({
      SYSTEM_PULLREQUEST_SOURCECOMMITID,
      BUILD_SOURCEVERSION,
      SYSTEM_PULLREQUEST_SOURCEBRANCH,
      BUILD_SOURCEBRANCH,
      SYSTEM_TEAMFOUNDATIONCOLLECTIONURI,
      SYSTEM_TEAMPROJECT,
      BUILD_BUILDID,
    }) => ({
      version: SYSTEM_PULLREQUEST_SOURCECOMMITID || BUILD_SOURCEVERSION,
      branch: branchOfRef(SYSTEM_PULLREQUEST_SOURCEBRANCH || BUILD_SOURCEBRANCH),
      buildUrl: joined(
        '',
        SYSTEM_TEAMFOUNDATIONCOLLECTIONURI,
        SYSTEM_TEAMPROJECT && encodeURIComponent(SYSTEM_TEAMPROJECT),
        '/_build/results?buildId=',
        BUILD_BUILDID,
      ),
    }),
  },
  {
    // https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables
    name: 'Jenkins',
    knownBy: 'JENKINS_URL',
    build: ({ GIT_COMMIT, CHANGE_BRANCH, BRANCH_NAME, GIT_BRANCH, BUILD_URL }) => ({
      version: GIT_COMMIT,
      branch: CHANGE_BRANCH || BRANCH_NAME || GIT_BRANCH?.replace(/^origin\//, ''),
      buildUrl: BUILD_URL,
    }),
  },
]

/** Returns the build that the CI service describes. Empty if the service is not known. */
export function buildInfoOf(env: Environment): BuildInfo & { readonly from?: string } {
  const service = ciServices.find(({ knownBy }) => env[knownBy])
  if (!service) return {}
  const { version, branch, buildUrl } = service.build(env)
  return {
    from: service.name,
    version: version || undefined,
    branch: branch || undefined,
    buildUrl: buildUrl || undefined,
  }
}

const event = z.object({ pull_request: z.object({ head: z.object({ sha: z.string() }) }) })

/** For a pull request, GITHUB_SHA is a temporary merge commit of GitHub, which cannot be checked out later. */
function pullRequestHead(file: string | undefined): string | undefined {
  if (!file) return undefined
  try {
    return event.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data?.pull_request.head.sha
  } catch {
    return undefined
  }
}

/** Returns the branch of a ref. A tag is not a branch. */
function branchOfRef(ref: string | undefined): string | undefined {
  return ref?.startsWith('refs/tags/') ? undefined : ref?.replace(/^refs\/heads\//, '')
}

/** Joins the parts, or returns `undefined` if one is missing. */
function joined(by: string, ...parts: readonly (string | undefined)[]): string | undefined {
  return parts.every(Boolean) ? parts.join(by) : undefined
}
