import { enumType } from '../../src/model/index.ts'
import { declaredAt } from '../../src/model/walk.ts'
import { issuesOf } from '../../src/read/issues.ts'
import { envelope, tolerant } from '../../src/read/mode.ts'
import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'
import type { BodyType, Step } from '../reads/read-paths.ts'
import { readPathOf } from '../reads/read-paths.ts'
import { stepsOfRule } from './rule-path.ts'
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
  const wrong = bodyFindings(response)
  return wrong.length > 0 ? wrong : [...pathFindings(response), ...memberFindings(response)]
}

type Response = PactInteraction['response']

/** What the tolerant reading finds wrong with the status and the example body of an answer. */
export function bodyFindings({ status, body: { content } = {} }: Response): Finding[] {
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
  const mode = status === 200 ? tolerant : envelope
  return issuesOf(bodyTypeOf(status), content, mode).map(({ path, expected, found }) =>
    finding(path, expected, found),
  )
}

/** Paths, of the example and of its matchers, that the description does not know. */
export function pathFindings({ status, body: { content } = {}, matchingRules }: Response): Finding[] {
  const body = bodyTypeOf(status)
  const ofMatchers = Object.keys(matchingRules?.body ?? {})
    .map((path) => upToWildcard(stepsOfRule(path)))
    .filter((steps) => !declaredAt(body, steps))
    .map((steps) =>
      finding(readPathOf(steps), 'a path that the description knows', 'a matcher for another one'),
    )
  return [...undeclaredIn(body, content, []), ...ofMatchers]
}

/** Beyond `*`, any name is meant. */
function upToWildcard(steps: readonly Step[]): readonly Step[] {
  const at = steps.indexOf('*')
  return at < 0 ? steps : steps.slice(0, at)
}

/** Matchers of an enum that take what the documentation alone lists, and no service sends. */
export function memberFindings({ status, matchingRules }: Response): Finding[] {
  return Object.entries(matchingRules?.body ?? {}).flatMap(([path, { matchers }]) => {
    const steps = stepsOfRule(path)
    const type = declaredAt(bodyTypeOf(status), steps)
    if (type?.kind !== 'enum') return []
    const { members, disputed = {} } = enumType(type.name)
    return matchers.flatMap(({ regex = '^$' }) =>
      Object.keys(disputed)
        .filter((member) => takes(regex, member))
        .map((member) =>
          finding(readPathOf(steps), `a matcher for ${members.join(', ')}`, `one that takes ${member} too`),
        ),
    )
  })
}

/** Which body a status comes with. */
export const bodyTypeOf = (status: number): BodyType => (status < 400 ? 'call' : 'callError')

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

const finding = (path: string, expected: string, actual: string): Finding => ({
  where: 'response',
  path,
  expected,
  actual,
})
