import * as z from 'zod'
import { checkPact, type PactFile, parseJson } from './pact-file.ts'

const record = z.record(z.string(), z.unknown())
const older = z.looseObject({
  interactions: z.array(z.looseObject({ request: record, response: record })),
  metadata: record.default({}),
})

/**
 * Reads the text of a pact of version 2, 3 or 4, as one of version 4. What is no HTTP interaction (a message, as Pact
 * calls it) is left out: nobody asks for a call by it.
 *
 * @param place - where the text comes from, for the message
 * @throws PactFormatError where it is no pact
 */
export function parseAnyPact(text: string, place: string): PactFile {
  const value = parseJson(text, place)
  const { interactions, messages }: { interactions?: unknown; messages?: unknown } = Object(value)
  if (Array.isArray(interactions) && interactions.some((one) => 'type' in Object(one))) {
    const ofHttp = interactions.filter((one) => Object(one).type === 'Synchronous/HTTP')
    return checkPact({ ...Object(value), interactions: ofHttp }, place)
  }
  // Version 3 has messages in a file of their own.
  const isOfMessages = interactions === undefined && Array.isArray(messages)
  const { success, data } = older.safeParse(isOfMessages ? { ...Object(value), interactions: [] } : value)
  return checkPact(success ? upgraded(data) : value, place)
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

/** Version 2 has `$.body.targets[*].id`: one rule a path, and says by what it holds what kind of rule it is. */
function upgradedRules(rules: z.infer<typeof record>): unknown {
  const [first] = Object.keys(rules)
  if (!first?.startsWith('$')) return rules
  const upgradedOnes: { path?: unknown; header: z.infer<typeof record>; body: z.infer<typeof record> } = {
    header: {},
    body: {},
  }
  for (const [path, rule] of Object.entries(rules)) {
    const matchers = {
      combine: 'AND',
      matchers: [{ match: 'regex' in Object(rule) ? 'regex' : 'type', ...Object(rule) }],
    }
    const [, place, rest = ''] = /^\$\.(path|headers?|body)(.*)$/.exec(path) ?? []
    if (place === 'path') upgradedOnes.path = matchers
    else if (place === 'body') upgradedOnes.body[`$${rest}`] = matchers
    else if (place) upgradedOnes.header[rest.replace(/^\.|^\['|'\]$/g, '')] = matchers
  }
  return upgradedOnes
}
