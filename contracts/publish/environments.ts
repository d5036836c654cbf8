import { readFileSync } from 'node:fs'
import * as z from 'zod'

/** What a build knows of the version that it builds. */
export interface BuildFacts {
  /** The version of the consumer: mostly the commit. */
  readonly version?: string | undefined
  /** The branch; of a pull request, the one that is to be merged. */
  readonly branch?: string | undefined
  /** Where the build shows itself. */
  readonly buildUrl?: string | undefined
}

/** The variables of an environment. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A service that builds: how it is known, and where it says what it builds. */
interface BuildService {
  readonly name: string
  /** Set by this service, and no other. */
  readonly knownBy: string
  /** Those of the branch that is to be merged come first: a merge commit that the service made is in no branch. */
  readonly facts: (env: Environment) => BuildFacts
}

/** In each, an unset variable and an empty one are the same. */
export const buildServices: readonly BuildService[] = [
  {
    // https://docs.github.com/actions/reference/workflows-and-actions/variables
    name: 'GitHub Actions',
    knownBy: 'GITHUB_ACTIONS',
    facts: ({
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
    facts: ({
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
    facts: ({
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
    facts: ({ GIT_COMMIT, CHANGE_BRANCH, BRANCH_NAME, GIT_BRANCH, BUILD_URL }) => ({
      version: GIT_COMMIT,
      branch: CHANGE_BRANCH || BRANCH_NAME || GIT_BRANCH?.replace(/^origin\//, ''),
      buildUrl: BUILD_URL,
    }),
  },
]

/** What the service that builds says; nothing where none does. */
export function factsOfBuild(env: Environment): BuildFacts & { readonly from?: string } {
  const service = buildServices.find(({ knownBy }) => env[knownBy])
  if (!service) return {}
  const { version, branch, buildUrl } = service.facts(env)
  return {
    from: service.name,
    version: version || undefined,
    branch: branch || undefined,
    buildUrl: buildUrl || undefined,
  }
}

const event = z.object({ pull_request: z.object({ head: z.object({ sha: z.string() }) }) })

/** In a pull request GITHUB_SHA is a merge that GitHub made, and that nobody can check out later. */
function pullRequestHead(file: string | undefined): string | undefined {
  if (!file) return undefined
  try {
    return event.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data?.pull_request.head.sha
  } catch {
    return undefined
  }
}

/** A tag is no branch. */
function branchOfRef(ref: string | undefined): string | undefined {
  return ref?.startsWith('refs/tags/') ? undefined : ref?.replace(/^refs\/heads\//, '')
}

/** Nothing where a part is missing. */
function joined(by: string, ...parts: readonly (string | undefined)[]): string | undefined {
  return parts.every(Boolean) ? parts.join(by) : undefined
}
