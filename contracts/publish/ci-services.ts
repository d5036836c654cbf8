/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Condition on a variable: `NAME` if it must be set, `NAME=value` if it must have this value, in any case. */
export type Condition = string

/** CI service, and the variables that describe a build in it. In each list, the first variable that is set counts. */
export interface CiService {
  readonly name: string
  /** Conditions of which one holds only in builds of this service. */
  readonly knownBy: readonly Condition[]
  /** The commit. The head of a pull request comes first, because the service's own merge commit is in no branch. */
  readonly commit: readonly string[]
  /** Conditions of which one holds if the build is for a tag, which is not a branch. */
  readonly tag: readonly Condition[]
  /** Conditions of which one holds for a pull request. Then only `sourceBranch` counts. */
  readonly pullRequest: readonly Condition[]
  /** Source branch of a pull request. */
  readonly sourceBranch: readonly string[]
  /** The branch, or the ref, that is built. */
  readonly branch: readonly string[]
  /** Condition that holds in a merge queue, and the variables of the commit and of the branch that it merges into. */
  readonly queue?: { readonly when: Condition; readonly commit: string; readonly branch: string }
  /** URL of the build, with `{NAME}` for the value of a variable. Empty if the service does not set one. */
  readonly buildUrl: string
}

/**
 * Known CI services: those that the Pact CLI detects, and others. For all of them, an empty variable counts as unset.
 *
 * Sources: the pages of predefined variables in the documentation of each service.
 */
export const ciServices: readonly CiService[] = [
  {
    // https://docs.github.com/actions/reference/workflows-and-actions/variables
    name: 'GitHub Actions',
    knownBy: ['GITHUB_ACTIONS'],
    commit: ['GITHUB_SHA'],
    tag: ['GITHUB_REF_TYPE=tag'],
    pullRequest: ['GITHUB_HEAD_REF'],
    sourceBranch: ['GITHUB_HEAD_REF'],
    branch: ['GITHUB_REF', 'GITHUB_REF_NAME'],
    buildUrl: '{GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_ID}',
  },
  {
    // https://docs.gitlab.com/ci/variables/predefined_variables/
    name: 'GitLab CI',
    knownBy: ['GITLAB_CI'],
    commit: [
      'CI_MERGE_REQUEST_SOURCE_BRANCH_SHA',
      'CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA',
      'CI_COMMIT_SHA',
    ],
    tag: ['CI_COMMIT_TAG'],
    pullRequest: ['CI_MERGE_REQUEST_IID', 'CI_EXTERNAL_PULL_REQUEST_IID'],
    sourceBranch: ['CI_MERGE_REQUEST_SOURCE_BRANCH_NAME', 'CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME'],
    branch: ['CI_COMMIT_BRANCH', 'CI_COMMIT_REF_NAME'],
    queue: {
      when: 'CI_MERGE_REQUEST_EVENT_TYPE=merge_train',
      commit: 'CI_COMMIT_SHA',
      branch: 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME',
    },
    buildUrl: '{CI_JOB_URL}',
  },
  {
    // https://learn.microsoft.com/azure/devops/pipelines/build/variables
    name: 'Azure Pipelines',
    knownBy: ['TF_BUILD'],
    commit: ['SYSTEM_PULLREQUEST_SOURCECOMMITID', 'BUILD_SOURCEVERSION'],
    tag: [],
    pullRequest: ['BUILD_REASON=PullRequest'],
    sourceBranch: ['SYSTEM_PULLREQUEST_SOURCEBRANCH'],
    branch: ['BUILD_SOURCEBRANCH'],
    buildUrl:
      '{SYSTEM_TEAMFOUNDATIONCOLLECTIONURI}{SYSTEM_TEAMPROJECT}/_build/results?buildId={BUILD_BUILDID}',
  },
  {
    // https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables, and the Git and Branch API plugins.
    // Hudson, its predecessor, sets the same variables.
    name: 'Jenkins',
    knownBy: ['JENKINS_URL', 'HUDSON_URL'],
    commit: ['GIT_COMMIT'],
    tag: ['TAG_NAME', 'GIT_TAG_NAME'],
    pullRequest: ['CHANGE_ID', 'CHANGE_BRANCH'],
    sourceBranch: ['CHANGE_BRANCH'],
    branch: ['BRANCH_NAME', 'GIT_LOCAL_BRANCH', 'GIT_BRANCH'],
    buildUrl: '{BUILD_URL}',
  },
  {
    // https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/
    name: 'Bitbucket Pipelines',
    knownBy: ['BITBUCKET_BUILD_NUMBER'],
    commit: ['BITBUCKET_COMMIT'],
    tag: ['BITBUCKET_TAG'],
    pullRequest: [],
    sourceBranch: [],
    branch: ['BITBUCKET_BRANCH'],
    buildUrl: 'https://bitbucket.org/{BITBUCKET_REPO_FULL_NAME}/pipelines/results/{BITBUCKET_BUILD_NUMBER}',
  },
  {
    // https://circleci.com/docs/reference/variables/
    name: 'CircleCI',
    knownBy: ['CIRCLECI'],
    commit: ['CIRCLE_SHA1'],
    tag: ['CIRCLE_TAG'],
    pullRequest: [],
    sourceBranch: [],
    branch: ['CIRCLE_BRANCH'],
    buildUrl: '{CIRCLE_BUILD_URL}',
  },
  {
    // https://docs.travis-ci.com/user/environment-variables/. TRAVIS_BRANCH is the target of a pull request.
    name: 'Travis CI',
    knownBy: ['TRAVIS'],
    commit: ['TRAVIS_PULL_REQUEST_SHA', 'TRAVIS_COMMIT'],
    tag: ['TRAVIS_TAG'],
    pullRequest: ['TRAVIS_EVENT_TYPE=pull_request'],
    sourceBranch: ['TRAVIS_PULL_REQUEST_BRANCH'],
    branch: ['TRAVIS_BRANCH'],
    buildUrl: '{TRAVIS_BUILD_WEB_URL}',
  },
  {
    // https://www.appveyor.com/docs/environment-variables/. APPVEYOR_REPO_BRANCH is the target of a pull request.
    name: 'AppVeyor',
    knownBy: ['APPVEYOR'],
    commit: ['APPVEYOR_PULL_REQUEST_HEAD_COMMIT', 'APPVEYOR_REPO_COMMIT'],
    tag: ['APPVEYOR_REPO_TAG=true'],
    pullRequest: ['APPVEYOR_PULL_REQUEST_NUMBER'],
    sourceBranch: ['APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH'],
    branch: ['APPVEYOR_REPO_BRANCH'],
    buildUrl:
      '{APPVEYOR_URL}/project/{APPVEYOR_ACCOUNT_NAME}/{APPVEYOR_PROJECT_SLUG}/builds/{APPVEYOR_BUILD_ID}',
  },
  {
    // https://buildkite.com/docs/pipelines/configure/environment-variables. A tag's name is also in BUILDKITE_BRANCH.
    name: 'Buildkite',
    knownBy: ['BUILDKITE'],
    commit: ['BUILDKITE_COMMIT'],
    tag: ['BUILDKITE_TAG'],
    pullRequest: [],
    sourceBranch: [],
    branch: ['BUILDKITE_BRANCH'],
    buildUrl: '{BUILDKITE_BUILD_URL}',
  },
  {
    // https://codefresh.io/docs/docs/pipelines/variables/
    name: 'Codefresh',
    knownBy: ['CF_BUILD_ID'],
    commit: ['CF_REVISION'],
    tag: ['CF_RELEASE_TAG'],
    pullRequest: [],
    sourceBranch: [],
    branch: ['CF_BRANCH'],
    buildUrl: '{CF_BUILD_URL}',
  },
  {
    // https://docs.semaphore.io/reference/env-vars. SEMAPHORE_GIT_BRANCH is the target of a pull request.
    name: 'Semaphore',
    knownBy: ['SEMAPHORE'],
    commit: ['SEMAPHORE_GIT_PR_SHA', 'SEMAPHORE_GIT_SHA'],
    tag: ['SEMAPHORE_GIT_REF_TYPE=tag'],
    pullRequest: ['SEMAPHORE_GIT_REF_TYPE=pull-request'],
    sourceBranch: ['SEMAPHORE_GIT_PR_BRANCH'],
    branch: ['SEMAPHORE_GIT_BRANCH'],
    buildUrl: '{SEMAPHORE_ORGANIZATION_URL}/workflows/{SEMAPHORE_WORKFLOW_ID}',
  },
  {
    // https://docs.drone.io/pipeline/environment/reference/. DRONE_COMMIT_BRANCH is the target of a pull request.
    name: 'Drone',
    knownBy: ['DRONE'],
    commit: ['DRONE_COMMIT_SHA'],
    tag: ['DRONE_TAG'],
    pullRequest: ['DRONE_PULL_REQUEST'],
    sourceBranch: ['DRONE_SOURCE_BRANCH'],
    branch: ['DRONE_COMMIT_BRANCH'],
    buildUrl: '{DRONE_BUILD_LINK}',
  },
  {
    // https://cirrus-ci.org/guide/writing-tasks/#environment-variables. CIRRUS_BRANCH is pull/5 for a pull request.
    name: 'Cirrus CI',
    knownBy: ['CIRRUS_CI'],
    commit: ['CIRRUS_CHANGE_IN_REPO'],
    tag: ['CIRRUS_TAG'],
    pullRequest: ['CIRRUS_PR'],
    sourceBranch: [],
    branch: ['CIRRUS_BRANCH'],
    buildUrl: 'https://cirrus-ci.com/build/{CIRRUS_BUILD_ID}',
  },
  {
    // https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html
    name: 'AWS CodeBuild',
    knownBy: ['CODEBUILD_BUILD_ID'],
    commit: ['CODEBUILD_RESOLVED_SOURCE_VERSION'],
    tag: [],
    pullRequest: [],
    sourceBranch: [],
    branch: ['CODEBUILD_WEBHOOK_HEAD_REF'],
    buildUrl: '{CODEBUILD_BUILD_URL}',
  },
  {
    // https://docs.cloudbees.com/docs/cloudbees-codeship/latest/basic-builds-and-configuration/set-environment-variables
    name: 'CodeShip',
    knownBy: ['CI_NAME=codeship'],
    commit: ['CI_COMMIT_ID'],
    tag: [],
    pullRequest: [],
    sourceBranch: [],
    branch: ['CI_BRANCH'],
    buildUrl: '{CI_BUILD_URL}',
  },
  {
    // https://www.jetbrains.com/help/teamcity/predefined-build-parameters.html. The agent checks out the branch.
    name: 'TeamCity',
    knownBy: ['TEAMCITY_VERSION'],
    commit: ['BUILD_VCS_NUMBER'],
    tag: [],
    pullRequest: [],
    sourceBranch: [],
    branch: [],
    buildUrl: '',
  },
]
