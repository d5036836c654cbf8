import { type BuildCase, unknown } from './build-case.ts'

const travis = { TRAVIS: 'true', TRAVIS_COMMIT: 'aaa' }
const appveyor = { APPVEYOR: 'True', APPVEYOR_REPO_COMMIT: 'aaa' }
const buildkite = { BUILDKITE: 'true', BUILDKITE_COMMIT: 'aaa' }
const semaphore = { SEMAPHORE: 'true', SEMAPHORE_GIT_SHA: 'aaa' }
const drone = { DRONE: 'true', DRONE_COMMIT_SHA: 'aaa' }

/** Builds of the other services. */
export const otherBuildCases: readonly BuildCase[] = [
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
