import { type BuildCase, unknown } from './build-case.ts'

const github = { GITHUB_ACTIONS: 'true', GITHUB_SHA: 'aaa' }
const gitlab = { GITLAB_CI: 'true', CI_COMMIT_SHA: 'aaa' }
const azure = { TF_BUILD: 'True', BUILD_SOURCEVERSION: 'aaa' }
const jenkins = { JENKINS_URL: 'https://ci.example/', GIT_COMMIT: 'aaa' }

/** Builds of the services that teams with Graph use most. */
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
]
