import * as z from 'zod'
import { checkPact, type PactFile, parseJson } from './pact-file.ts'

const record = z.record(z.string(), z.unknown())
const older = z.looseObject({
  interactions: z.array(z.looseObject({ request: record, response: record })),
  metadata: record.default({}),
})

/**
 * Parses a pact of version 2, 3 or 4 into one of version 4. Leaves out message interactions, since they do not request a
 * call.
 *
 * @param file - name of the file, for the message of an error
 * @throws {@link PactFormatError} if it is not a pact
 */
export function parseAnyPact(text: string, file: string): PactFile {
  const value = parseJson(text, file)
  const { interactions, messages }: { interactions?: unknown; messages?: unknown } = Object(value)
  if (Array.isArray(interactions) && interactions.some((one) => 'type' in Object(one))) {
    const ofHttp = interactions.filter((one) => Object(one).type === 'Synchronous/HTTP')
    return checkPact({ ...Object(value), interactions: ofHttp }, file)
  }
  // Version 3 has messages in a separate file.
  const hasOnlyMessages = interactions === undefined && Array.isArray(messages)
  const { success, data } = older.safeParse(hasOnlyMessages ? { ...Object(value), interactions: [] } : value)
  return checkPact(success ? upgraded(data) : value, file)
}

function upgraded(pact: z.infer<typeof older>): unknown {
  return {
    ...pact,
    metadata: { ...pact.metadata, pactSpecification: { version: '4.0' } },
    interactions: pact.interactions.map(({ providerState, provider_state, ...interaction }) => {
      const name = providerState ?? provider_state
      return {
        ...(name !== undefined && { providerStates: [{ name }] }),
        ...interaction,
        type: 'Synchronous/HTTP',
        request: upgradedMessage(interaction.request),
        response: upgradedMessage(interaction.response),
      }
    }),
  }
}

function upgradedMessage({ body, matchingRules, ...message }: z.infer<typeof record>): unknown {
  return {
    ...message,
    ...(body !== undefined && { body: { content: body, contentType: 'application/json', encoded: false } }),
    ...(matchingRules !== undefined && { matchingRules: upgradedRules(Object(matchingRules)) }),
  }
}

/** Upgrades the rules of version 2: one for each path, such as `$.body.targets[*].id`, whose keys show its kind. */
function upgradedRules(rules: z.infer<typeof record>): unknown {
  const [first] = Object.keys(rules)
  if (!first?.startsWith('$')) return rules
  const result: { path?: unknown; header: z.infer<typeof record>; body: z.infer<typeof record> } = {
    header: {},
    body: {},
  }
  for (const [path, rule] of Object.entries(rules)) {
    const matchers = {
      combine: 'AND',
      matchers: [{ match: 'regex' in Object(rule) ? 'regex' : 'type', ...Object(rule) }],
    }
    const [, part, rest = ''] = /^\$\.(path|headers?|body)(.*)$/.exec(path) ?? []
    if (part === 'path') result.path = matchers
    else if (part === 'body') result.body[`$${rest}`] = matchers
    else if (part) result.header[rest.replace(/^\.|^\['|'\]$/g, '')] = matchers
  }
  return result
}
