import { enumType } from '../../src/model/index.ts'
import { declaredAt } from '../../src/model/walk.ts'
import { isCall, isCallError, isCallWithUnknownEnumMembers } from '../../src/read/guard.generated.ts'
import { issuesOf } from '../../src/read/issues.ts'
import { envelope, tolerant, unknownEnumMembers } from '../../src/read/mode.ts'
import { bodyOf, jsonBodyOf } from '../pact-file/body.ts'
import { requestsUnknownMembers } from '../pact-file/call-request.ts'
import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'
import { pactRegex } from '../pact-file/pact-regex.ts'
import { stepsOfRule } from '../pact-file/rule-path.ts'
import type { BodyType, Step } from '../reads/read-paths.ts'
import { readPathOf } from '../reads/read-paths.ts'
import { examplePlaceOf, type Place } from './example-places.ts'
import type { Finding, Verification } from './verification.ts'

/**
 * Verifies a pact against the schema, without sending a request: example bodies pass the tolerant schema (a contract
 * holds a part of a call), the model has every path in them and in the matchers, and matchers of enums accept only
 * members.
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

function findingsIn(interaction: PactInteraction): Finding[] {
  const { response } = interaction
  const wrong = bodyFindings(interaction)
  return wrong.length > 0 ? wrong : [...pathFindings(response), ...memberFindings(response)]
}

type Response = PactInteraction['response']

/** Returns what the tolerant schema finds wrong with the status and the example body of a response. */
export function bodyFindings(interaction: PactInteraction): Finding[] {
  const { response } = interaction
  const { status } = response
  if (!isKnownStatus(status)) {
    return [finding('status', '200, or the status code of an error', String(status))]
  }
  const [isValid, mode] = bodyCheckOf(interaction)
  if (isValid(jsonBodyOf(response))) return []
  const body = bodyOf(response)
  if (body.kind === 'other') return [finding('', 'JSON', body.found)]
  const issues = issuesOf(bodyTypeOf(status), jsonBodyOf(response), mode)
  return issues.map(({ path, expected, found }) => finding(path, expected, found))
}

/** True if the tolerant schema accepts the status and the example body of a response. */
export function isValidBody(interaction: PactInteraction): boolean {
  const { response } = interaction
  const [isValid] = bodyCheckOf(interaction)
  return isKnownStatus(response.status) && isValid(jsonBodyOf(response))
}

const isKnownStatus = (status: number) => status === 200 || status >= 400

/** A request can ask for enum members that the schema does not have. */
function bodyCheckOf(interaction: PactInteraction) {
  if (interaction.response.status !== 200) return [isCallError, envelope] as const
  return requestsUnknownMembers(interaction)
    ? ([isCallWithUnknownEnumMembers, unknownEnumMembers] as const)
    : ([isCall, tolerant] as const)
}

/** Returns the paths of the example and its matchers that the model does not have. */
export function pathFindings(response: Response, body = bodyTypeOf(response.status)): Finding[] {
  const { matchingRules } = response
  const ofMatchers = Object.keys(matchingRules?.body ?? {})
    .map((path) => upToWildcard(stepsOfRule(path)))
    .filter((steps) => !declaredAt(body, steps))
    .map((steps) => finding(readPathOf(steps), 'a path of the model', 'a matcher for an unknown path'))
  const example = examplePlaceOf(response)
  return [...(example ? undeclaredIn(body, example) : []), ...ofMatchers]
}

/** Cuts a path at `*`, which matches any name. */
function upToWildcard(steps: readonly Step[]): readonly Step[] {
  const at = steps.indexOf('*')
  return at < 0 ? steps : steps.slice(0, at)
}

/** Returns the enum matchers that accept members which only the documentation lists and no service sends. */
export function memberFindings(response: Response, body = bodyTypeOf(response.status)): Finding[] {
  const { matchingRules } = response
  return Object.entries(matchingRules?.body ?? {}).flatMap(([path, { matchers }]) => {
    const steps = stepsOfRule(path)
    const type = declaredAt(body, steps)
    if (type?.kind !== 'enum') return []
    const { members, disputed = {} } = enumType(type.name)
    return matchers.flatMap(({ regex = '^$' }) =>
      Object.keys(disputed)
        .filter((member) => pactRegex(regex)?.(member))
        .map((member) =>
          finding(
            readPathOf(steps),
            `a matcher for ${members.join(', ')}`,
            `a matcher that also accepts ${member}`,
          ),
        ),
    )
  })
}

/** Returns the type of the body for a status code. */
export const bodyTypeOf = (status: number): BodyType => (status < 400 ? 'call' : 'callError')

/** Returns one finding for each path that the model does not have, without the paths inside it. */
function undeclaredIn(body: BodyType, place: Place): Finding[] {
  if (declaredAt(body, place.steps))
    return [...place.inner.values()].flatMap((inner) => undeclaredIn(body, inner))
  return [finding(place.path, 'a path of the model', 'an example for an unknown path')]
}

const finding = (path: string, expected: string, actual: string): Finding => ({
  where: 'response',
  path,
  expected,
  actual,
})
