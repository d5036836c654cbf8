/** Build of a CI service: its variables, as documented, and what is expected of it. */
export interface BuildCase {
  readonly title: string
  readonly env: Readonly<Record<string, string>>
  readonly build: Readonly<Record<string, string | undefined>>
}

/** Builds that are not for a branch: tags, and merge commits of pull requests whose source is unknown. */
const unknown = (otherRef: string) => ({ version: 'aaa', branch: undefined, otherRef })

const github = { GITHUB_ACTIONS: 'true', GITHUB_SHA: 'aaa' }
const gitlab = { GITLAB_CI: 'true', CI_COMMIT_SHA: 'aaa' }
const azure = { TF_BUILD: 'True', BUILD_SOURCEVERSION: 'aaa' }
const jenkins = { JENKINS_URL: 'https://ci.example/', GIT_COMMIT: 'aaa' }
const travis = { TRAVIS: 'true', TRAVIS_COMMIT: 'aaa' }
const appveyor = { APPVEYOR: 'True', APPVEYOR_REPO_COMMIT: 'aaa' }
const buildkite = { BUILDKITE: 'true', BUILDKITE_COMMIT: 'aaa' }
const semaphore = { SEMAPHORE: 'true', SEMAPHORE_GIT_SHA: 'aaa' }
const drone = { DRONE: 'true', DRONE_COMMIT_SHA: 'aaa' }

export const buildCases: readonly BuildCase[] = [
  {
    title: 'GitHub Actions, a push',
    env: {
      ...github,
      GITHUB_HEAD_REF: '',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'contoso/bot',
      GITHUB_RUN_ID: '7',
    },
    build: {
      from: 'GitHub Actions',
      version: 'aaa',
      branch: 'main',
      buildUrl: 'https://github.com/contoso/bot/actions/runs/7',
    },
  },
  {
    title: 'GitHub Actions, a pull request without its event',
    env: { ...github, GITHUB_HEAD_REF: 'topic', GITHUB_REF: 'refs/pull/5/merge', GITHUB_EVENT_PATH: '/no' },
    build: { version: 'aaa', branch: 'topic' },
  },
  {
    title: 'GitHub Actions, a merge queue',
    env: {
      ...github,
      GITHUB_REF: 'refs/heads/gh-readonly-queue/main/pr-1-0a1b2c',
      GITHUB_REF_TYPE: 'branch',
    },
    build: { version: 'aaa', branch: 'main' },
  },
  {
    title: 'GitHub Actions, a merge queue for a branch with a slash',
    env: { ...github, GITHUB_REF_NAME: 'gh-readonly-queue/release/1.2/pr-10-0a1b2c' },
    build: { version: 'aaa', branch: 'release/1.2' },
  },
  {
    title: 'GitHub Actions, a tag',
    env: { ...github, GITHUB_REF: 'refs/tags/v1', GITHUB_REF_NAME: 'v1', GITHUB_REF_TYPE: 'tag' },
    build: unknown('refs/tags/v1'),
  },
  {
    title: 'GitHub Actions, a review of a pull request without its event',
    env: {
      ...github,
      GITHUB_REF: 'refs/pull/5/merge',
      GITHUB_REF_NAME: '5/merge',
      GITHUB_REF_TYPE: 'branch',
    },
    build: unknown('refs/pull/5/merge'),
  },
  {
    title: 'GitHub Actions, a branch that is named like a pull request',
    env: { ...github, GITHUB_REF: 'refs/heads/PR-5' },
    build: { version: 'aaa', branch: 'PR-5' },
  },
  {
    title: 'GitLab CI, a push',
    env: { ...gitlab, CI_COMMIT_BRANCH: 'main', CI_JOB_URL: 'https://gitlab.example/j/1' },
    build: { from: 'GitLab CI', version: 'aaa', branch: 'main', buildUrl: 'https://gitlab.example/j/1' },
  },
  {
    title: 'GitLab CI, a detached merge request',
    env: {
      ...gitlab,
      CI_COMMIT_REF_NAME: 'topic',
      CI_MERGE_REQUEST_IID: '5',
      CI_MERGE_REQUEST_EVENT_TYPE: 'detached',
      CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'topic',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    },
    build: { version: 'aaa', branch: 'topic' },
  },
  {
    title: 'GitLab CI, a merged result',
    env: {
      ...gitlab,
      CI_COMMIT_REF_NAME: 'refs/merge-requests/5/merge',
      CI_MERGE_REQUEST_IID: '5',
      CI_MERGE_REQUEST_EVENT_TYPE: 'merged_result',
      CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: 'head',
      CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'topic',
    },
    build: { version: 'head', branch: 'topic' },
  },
  {
    title: 'GitLab CI, a merge train',
    env: {
      ...gitlab,
      CI_MERGE_REQUEST_IID: '5',
      CI_MERGE_REQUEST_EVENT_TYPE: 'merge_train',
      CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: 'head',
      CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'topic',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    },
    build: { version: 'aaa', branch: 'main' },
  },
  {
    title: 'GitLab CI, a pull request of another host',
    env: {
      ...gitlab,
      CI_EXTERNAL_PULL_REQUEST_IID: '5',
      CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME: 'topic',
      CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA: 'head',
    },
    build: { version: 'head', branch: 'topic' },
  },
  {
    title: 'GitLab CI, a tag',
    env: { ...gitlab, CI_COMMIT_TAG: 'v1', CI_COMMIT_REF_NAME: 'v1' },
    build: unknown('v1'),
  },
  {
    title: 'Azure Pipelines, a push',
    env: {
      ...azure,
      BUILD_SOURCEBRANCH: 'refs/heads/team/main',
      SYSTEM_TEAMFOUNDATIONCOLLECTIONURI: 'https://dev.azure.com/contoso/',
      SYSTEM_TEAMPROJECT: 'Calling bots',
      BUILD_BUILDID: '7',
    },
    build: {
      from: 'Azure Pipelines',
      version: 'aaa',
      branch: 'team/main',
      buildUrl: 'https://dev.azure.com/contoso/Calling%20bots/_build/results?buildId=7',
    },
  },
  {
    title: 'Azure Pipelines, a pull request',
    env: {
      ...azure,
      BUILD_REASON: 'PullRequest',
      BUILD_SOURCEBRANCH: 'refs/pull/5/merge',
      SYSTEM_PULLREQUEST_SOURCECOMMITID: 'head',
      SYSTEM_PULLREQUEST_SOURCEBRANCH: 'refs/heads/topic',
    },
    build: { version: 'head', branch: 'topic' },
  },
  {
    title: 'Azure Pipelines, a merge commit that was queued by hand',
    env: { ...azure, BUILD_REASON: 'Manual', BUILD_SOURCEBRANCH: 'refs/pull/1/merge' },
    build: unknown('refs/pull/1/merge'),
  },
  {
    title: 'Azure Pipelines, a merge queue of GitHub',
    env: { ...azure, BUILD_SOURCEBRANCH: 'refs/heads/gh-readonly-queue/main/pr-1-0a1b2c' },
    build: { version: 'aaa', branch: 'main' },
  },
  {
    title: 'Azure Pipelines, a tag',
    env: { ...azure, BUILD_SOURCEBRANCH: 'refs/tags/v1' },
    build: unknown('refs/tags/v1'),
  },
  {
    title: 'Jenkins, a branch of a remote',
    env: { ...jenkins, GIT_BRANCH: 'origin/main', BUILD_URL: 'https://ci.example/1/' },
    build: { from: 'Jenkins', version: 'aaa', branch: 'main', buildUrl: 'https://ci.example/1/' },
  },
  {
    title: 'Jenkins, a full remote ref',
    env: { ...jenkins, GIT_BRANCH: 'refs/remotes/origin/team/main' },
    build: { version: 'aaa', branch: 'team/main' },
  },
  {
    title: 'Jenkins, a multibranch pipeline',
    env: { ...jenkins, BRANCH_NAME: 'main', GIT_BRANCH: 'detached' },
    build: { version: 'aaa', branch: 'main' },
  },
  {
    title: 'Jenkins, a change',
    env: { ...jenkins, CHANGE_ID: '5', CHANGE_BRANCH: 'topic', CHANGE_TARGET: 'main', BRANCH_NAME: 'PR-5' },
    build: { version: 'aaa', branch: 'topic' },
  },
  {
    title: 'Jenkins, a change without its branch',
    env: { ...jenkins, CHANGE_ID: '5', BRANCH_NAME: 'PR-5' },
    build: unknown('PR-5'),
  },
  {
    title: 'Jenkins, the merge job of a change',
    env: { ...jenkins, BRANCH_NAME: 'PR-5-merge' },
    build: unknown('PR-5-merge'),
  },
  {
    title: 'Jenkins, a tag',
    env: { ...jenkins, TAG_NAME: 'v1.2.3', BRANCH_NAME: 'v1.2.3' },
    build: unknown('v1.2.3'),
  },
  {
    title: 'Jenkins, a tag without a multibranch pipeline',
    env: { ...jenkins, GIT_BRANCH: 'origin/tags/v1' },
    build: unknown('origin/tags/v1'),
  },
  {
    title: 'Jenkins, a tag that the Git plugin names',
    env: { ...jenkins, GIT_TAG_NAME: 'v1', GIT_BRANCH: 'origin/main' },
    build: unknown('origin/main'),
  },
  {
    title: 'Jenkins, a local branch',
    env: { ...jenkins, GIT_LOCAL_BRANCH: 'main', GIT_BRANCH: 'upstream/main' },
    build: { version: 'aaa', branch: 'main' },
  },
  {
    title: 'Jenkins, a detached checkout',
    env: { ...jenkins, GIT_BRANCH: 'detached' },
    build: unknown('detached'),
  },
  {
    title: 'Jenkins, as Hudson',
    env: { HUDSON_URL: 'https://ci.example/', GIT_COMMIT: 'aaa', GIT_BRANCH: 'main' },
    build: { from: 'Jenkins', version: 'aaa', branch: 'main' },
  },
  {
    title: 'Bitbucket Pipelines, a branch',
    env: {
      BITBUCKET_BUILD_NUMBER: '7',
      BITBUCKET_COMMIT: 'aaa',
      BITBUCKET_BRANCH: 'main',
      BITBUCKET_REPO_FULL_NAME: 'contoso/bot',
    },
    build: {
      from: 'Bitbucket Pipelines',
      version: 'aaa',
      branch: 'main',
      buildUrl: 'https://bitbucket.org/contoso/bot/pipelines/results/7',
    },
  },
  {
    title: 'Bitbucket Pipelines, a tag',
    env: { BITBUCKET_BUILD_NUMBER: '7', BITBUCKET_COMMIT: 'aaa', BITBUCKET_TAG: 'v1' },
    build: unknown('a tag'),
  },
  {
    title: 'CircleCI, a branch',
    env: {
      CIRCLECI: 'true',
      CIRCLE_SHA1: 'aaa',
      CIRCLE_BRANCH: 'main',
      CIRCLE_BUILD_URL: 'https://c.example/1',
    },
    build: { from: 'CircleCI', version: 'aaa', branch: 'main', buildUrl: 'https://c.example/1' },
  },
  {
    title: 'CircleCI, a pull request from a fork',
    env: { CIRCLECI: 'true', CIRCLE_SHA1: 'aaa', CIRCLE_BRANCH: 'pull/5' },
    build: unknown('pull/5'),
  },
  {
    title: 'CircleCI, a tag',
    env: { CIRCLECI: 'true', CIRCLE_SHA1: 'aaa', CIRCLE_TAG: 'v1' },
    build: unknown('a tag'),
  },
  {
    title: 'Travis CI, a push',
    env: {
      ...travis,
      TRAVIS_EVENT_TYPE: 'push',
      TRAVIS_BRANCH: 'main',
      TRAVIS_BUILD_WEB_URL: 'https://t.example/1',
    },
    build: { from: 'Travis CI', version: 'aaa', branch: 'main', buildUrl: 'https://t.example/1' },
  },
  {
    title: 'Travis CI, a pull request',
    env: {
      ...travis,
      TRAVIS_EVENT_TYPE: 'pull_request',
      TRAVIS_BRANCH: 'main',
      TRAVIS_PULL_REQUEST_BRANCH: 'topic',
      TRAVIS_PULL_REQUEST_SHA: 'head',
    },
    build: { version: 'head', branch: 'topic' },
  },
  {
    title: 'Travis CI, a tag',
    env: { ...travis, TRAVIS_EVENT_TYPE: 'push', TRAVIS_BRANCH: 'v1', TRAVIS_TAG: 'v1' },
    build: unknown('v1'),
  },
  {
    title: 'AppVeyor, a push',
    env: {
      ...appveyor,
      APPVEYOR_REPO_BRANCH: 'main',
      APPVEYOR_REPO_TAG: 'false',
      APPVEYOR_URL: 'https://ci.appveyor.com',
      APPVEYOR_ACCOUNT_NAME: 'contoso',
      APPVEYOR_PROJECT_SLUG: 'bot',
      APPVEYOR_BUILD_ID: '7',
    },
    build: {
      from: 'AppVeyor',
      version: 'aaa',
      branch: 'main',
      buildUrl: 'https://ci.appveyor.com/project/contoso/bot/builds/7',
    },
  },
  {
    title: 'AppVeyor, a pull request',
    env: {
      ...appveyor,
      APPVEYOR_REPO_BRANCH: 'main',
      APPVEYOR_PULL_REQUEST_NUMBER: '5',
      APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH: 'topic',
      APPVEYOR_PULL_REQUEST_HEAD_COMMIT: 'head',
    },
    build: { version: 'head', branch: 'topic' },
  },
  {
    title: 'AppVeyor, a tag',
    env: { ...appveyor, APPVEYOR_REPO_BRANCH: 'v1', APPVEYOR_REPO_TAG: 'true' },
    build: unknown('v1'),
  },
  {
    title: 'Buildkite, a branch',
    env: { ...buildkite, BUILDKITE_BRANCH: 'main', BUILDKITE_BUILD_URL: 'https://b.example/1' },
    build: { from: 'Buildkite', version: 'aaa', branch: 'main', buildUrl: 'https://b.example/1' },
  },
  {
    title: 'Buildkite, the latest commit of a branch',
    env: { BUILDKITE: 'true', BUILDKITE_COMMIT: 'HEAD', BUILDKITE_BRANCH: 'main' },
    build: { version: undefined, branch: 'main' },
  },
  {
    title: 'Buildkite, a merge queue of GitHub',
    env: { ...buildkite, BUILDKITE_BRANCH: 'gh-readonly-queue/main/pr-1-0a1b2c' },
    build: { version: 'aaa', branch: 'main' },
  },
  {
    title: 'Buildkite, a tag',
    env: { ...buildkite, BUILDKITE_BRANCH: 'v1', BUILDKITE_TAG: 'v1' },
    build: unknown('v1'),
  },
  {
    title: 'Codefresh, a branch',
    env: {
      CF_BUILD_ID: '7',
      CF_REVISION: 'aaa',
      CF_BRANCH: 'main',
      CF_BUILD_URL: 'https://g.codefresh.io/7',
    },
    build: { from: 'Codefresh', version: 'aaa', branch: 'main', buildUrl: 'https://g.codefresh.io/7' },
  },
  {
    title: 'Codefresh, a release',
    env: { CF_BUILD_ID: '7', CF_REVISION: 'aaa', CF_BRANCH: 'v1', CF_RELEASE_TAG: 'v1' },
    build: unknown('v1'),
  },
  {
    title: 'Semaphore, a push',
    env: {
      ...semaphore,
      SEMAPHORE_GIT_REF_TYPE: 'branch',
      SEMAPHORE_GIT_BRANCH: 'main',
      SEMAPHORE_ORGANIZATION_URL: 'https://contoso.semaphoreci.com',
      SEMAPHORE_WORKFLOW_ID: '7',
    },
    build: {
      from: 'Semaphore',
      version: 'aaa',
      branch: 'main',
      buildUrl: 'https://contoso.semaphoreci.com/workflows/7',
    },
  },
  {
    title: 'Semaphore, a pull request',
    env: {
      ...semaphore,
      SEMAPHORE_GIT_REF_TYPE: 'pull-request',
      SEMAPHORE_GIT_BRANCH: 'main',
      SEMAPHORE_GIT_PR_BRANCH: 'topic',
      SEMAPHORE_GIT_PR_SHA: 'head',
    },
    build: { version: 'head', branch: 'topic' },
  },
  {
    title: 'Semaphore, a tag',
    env: { ...semaphore, SEMAPHORE_GIT_REF_TYPE: 'tag', SEMAPHORE_GIT_BRANCH: 'refs/tags/v1' },
    build: unknown('refs/tags/v1'),
  },
  {
    title: 'Drone, a push',
    env: { ...drone, DRONE_COMMIT_BRANCH: 'main', DRONE_BUILD_LINK: 'https://d.example/7' },
    build: { from: 'Drone', version: 'aaa', branch: 'main', buildUrl: 'https://d.example/7' },
  },
  {
    title: 'Drone, a pull request',
    env: { ...drone, DRONE_PULL_REQUEST: '5', DRONE_COMMIT_BRANCH: 'main', DRONE_SOURCE_BRANCH: 'topic' },
    build: { version: 'aaa', branch: 'topic' },
  },
  {
    title: 'Drone, a tag',
    env: { ...drone, DRONE_TAG: 'v1', DRONE_COMMIT_BRANCH: 'main' },
    build: unknown('main'),
  },
  {
    title: 'Cirrus CI, a branch',
    env: { CIRRUS_CI: 'true', CIRRUS_CHANGE_IN_REPO: 'aaa', CIRRUS_BRANCH: 'main', CIRRUS_BUILD_ID: '7' },
    build: { from: 'Cirrus CI', version: 'aaa', branch: 'main', buildUrl: 'https://cirrus-ci.com/build/7' },
  },
  {
    title: 'Cirrus CI, a pull request',
    env: { CIRRUS_CI: 'true', CIRRUS_CHANGE_IN_REPO: 'aaa', CIRRUS_BRANCH: 'pull/5', CIRRUS_PR: '5' },
    build: unknown('pull/5'),
  },
  {
    title: 'Cirrus CI, a tag',
    env: { CIRRUS_CI: 'true', CIRRUS_CHANGE_IN_REPO: 'aaa', CIRRUS_TAG: 'v1' },
    build: unknown('a tag'),
  },
  {
    title: 'AWS CodeBuild, a branch',
    env: {
      CODEBUILD_BUILD_ID: 'bot:7',
      CODEBUILD_RESOLVED_SOURCE_VERSION: 'aaa',
      CODEBUILD_WEBHOOK_HEAD_REF: 'refs/heads/main',
      CODEBUILD_BUILD_URL: 'https://aws.example/7',
    },
    build: { from: 'AWS CodeBuild', version: 'aaa', branch: 'main', buildUrl: 'https://aws.example/7' },
  },
  {
    title: 'AWS CodeBuild, a tag',
    env: {
      CODEBUILD_BUILD_ID: 'bot:7',
      CODEBUILD_RESOLVED_SOURCE_VERSION: 'aaa',
      CODEBUILD_WEBHOOK_HEAD_REF: 'refs/tags/v1',
    },
    build: unknown('refs/tags/v1'),
  },
  {
    title: 'CodeShip, a branch',
    env: { CI_NAME: 'codeship', CI_COMMIT_ID: 'aaa', CI_BRANCH: 'main', CI_BUILD_URL: 'https://s.example/7' },
    build: { from: 'CodeShip', version: 'aaa', branch: 'main', buildUrl: 'https://s.example/7' },
  },
  {
    title: 'TeamCity, which sets no branch',
    env: { TEAMCITY_VERSION: '2025.11', BUILD_VCS_NUMBER: 'aaa' },
    build: { from: 'TeamCity', version: 'aaa', branch: undefined, otherRef: undefined },
  },
]
