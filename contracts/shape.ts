import type * as z from 'zod'
import { callErrorSchema, callSchema } from '../src/schema/call.ts'
import { enumType } from '../src/schema/description/index.ts'
import { issuesOf } from '../src/schema/issues.ts'
import { type BodyType, declaredAt, type Step } from './declared.ts'
import type { PactFile, PactInteraction } from './pact-file.ts'
import { readPathOf } from './read-paths.ts'
import type { Finding, Verification } from './verification.ts'

/**
 * Holds a pact to what the schema says of a call and of an error, without asking any server: the example bodies pass
 * the tolerant reading (what a contract holds is a part of a call), every path in them and in the matchers is one that
 * the description knows, and no matcher of an enum takes what is no member.
 */
export function verifyShape(pact: PactFile): Verification {
  const interactions = pact.interactions.map((interaction) => {
    const findings = findingsIn(interaction)
    return { description: interaction.description, passed: findings.length === 0, findings }
  })
  return {
    against: 'schema',
    shows: 'shape',
    passed: interactions.every(({ passed }) => passed),
    interactions,
  }
}

function findingsIn({ response }: PactInteraction): Finding[] {
  const { status, body: { content } = {}, matchingRules: { body: rules = {} } = {} } = response
  if (status !== 200 && status < 400) {
    return [
      {
        where: 'response',
        path: 'status',
        expected: '200, or the status of an error',
        actual: String(status),
      },
    ]
  }
  const body: BodyType = status === 200 ? 'call' : 'callError'
  const schema: z.ZodType = status === 200 ? callSchema : callErrorSchema
  const { error } = schema.safeParse(content)
  if (error) {
    return issuesOf(body, content, error.issues).map(({ path, expected, found }) =>
      finding(path, expected, found),
    )
  }
  return [
    ...undeclaredIn(body, content, []),
    ...Object.entries(rules).flatMap(([path, { matchers }]) => findingsAt(body, stepsOfRule(path), matchers)),
  ]
}

function findingsAt(
  body: BodyType,
  steps: readonly Step[],
  matchers: readonly { regex?: string | undefined }[],
): Finding[] {
  const path = readPathOf(steps)
  const type = declaredAt(body, steps)
  if (!type) return [finding(path, 'a path that the description knows', 'a matcher for another one')]
  if (type.kind !== 'enum') return []
  const { members, disputed = {} } = enumType(type.name)
  return matchers.flatMap(({ regex = '^$' }) =>
    Object.keys(disputed)
      .filter((member) => takes(regex, member))
      .map((member) => finding(path, `a matcher for ${members.join(', ')}`, `one that takes ${member} too`)),
  )
}

/** Pact's regular expressions are Rust's, and not all of them are JavaScript's too. */
function takes(regex: string, member: string): boolean {
  try {
    return new RegExp(regex).test(member)
  } catch {
    return false
  }
}

function undeclaredIn(body: BodyType, value: unknown, steps: readonly Step[]): Finding[] {
  if (!declaredAt(body, steps)) {
    return [finding(readPathOf(steps), 'a path that the description knows', 'an example for another one')]
  }
  if (Array.isArray(value)) return value.flatMap((element) => undeclaredIn(body, element, [...steps, '[]']))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => undeclaredIn(body, inner, [...steps, key]))
}

/** A path as Pact writes it: `$.targets[*].identity`, `$.mediaConfig['@odata.type']`. */
function stepsOfRule(path: string): Step[] {
  const steps = path.replace(/^\$/, '').match(/\['[^']*'\]|\[[\d*]+\]|[^.[\]]+/g) ?? []
  return steps.map((step) => (step.startsWith("['") ? step.slice(2, -2) : step.startsWith('[') ? '[]' : step))
}

const finding = (path: string, expected: string, actual: string): Finding => ({
  where: 'response',
  path,
  expected,
  actual,
})
