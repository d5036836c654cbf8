import * as z from 'zod'
import { readUtf8File } from '../../src/files/read-utf8-file.ts'
import type { Environment } from './ci-services.ts'

const repository = z.object({ full_name: z.string() })
const event = z.object({
  pull_request: z.object({
    head: z.object({
      sha: z.string(),
      ref: z.string(),
      label: z.string().optional(),
      repo: repository.nullish(),
    }),
    base: z.object({ repo: repository }).optional(),
  }),
})

/** Source of a pull request on GitHub. */
interface PullRequest {
  readonly commit: string
  /** Source branch. For a pull request from a fork it is `owner:branch`, because a fork has a `main` of its own. */
  readonly branch: string
}

/**
 * Reads the pull request from the event of a GitHub workflow. The variables do not have all of it: GITHUB_SHA is a temporary
 * merge commit, which cannot be checked out later, and reviews set no GITHUB_HEAD_REF.
 *
 * Source: https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request
 */
export function pullRequestIn({ GITHUB_ACTIONS, GITHUB_EVENT_PATH }: Environment): PullRequest | undefined {
  if (!GITHUB_ACTIONS || !GITHUB_EVENT_PATH) return undefined
  const found = event.safeParse(jsonIn(GITHUB_EVENT_PATH)).data?.pull_request
  if (!found) return undefined
  const { head, base } = found
  const isFork = base !== undefined && head.repo?.full_name !== base.repo.full_name
  return { commit: head.sha, branch: isFork ? (head.label ?? head.ref) : head.ref }
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readUtf8File(file))
  } catch {
    return undefined
  }
}
