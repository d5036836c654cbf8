import { isJsonObject, type JsonObject } from '../../src/model/json.ts'
import { checkPact, type PactFile, PactFormatError } from './pact-file.ts'
import { rejectExcess } from './pact-limits.ts'
import { notificationIn, type PactMessage } from './pact-message.ts'
import { stepsOfRule } from './rule-path.ts'

/** An interaction that this package does not check. */
export interface SkippedInteraction {
  /** Description of the interaction. Absent if it has none. */
  readonly interaction?: string
  /** Kind of interaction, in the singular: `asynchronous message`. */
  readonly reason: string
}

/** HTTP interactions of a pact, and the interactions of other kinds. */
export interface ParsedPact {
  readonly pact: PactFile
  /** Messages with notifications. */
  readonly messages: readonly PactMessage[]
  readonly skipped: readonly SkippedInteraction[]
}

/**
 * Parses a pact of version 1, 2, 3 or 4 into one of version 4, and leaves out messages of other APIs
 * and interactions of plugins.
 *
 * Source: Pact Specification V1 to V4; the reader of Pact's core, which accepts null for a missing property.
 *
 * @param file - name of the file, for the message of an error
 * @throws a {@link PactFormatError} if it is not a pact
 */
export function parseAnyPact(value: unknown, file: string): ParsedPact {
  const { interactions, messages: olderMessages, metadata, ...pact } = pactIn(value, file)
  const version = versionOf(objectIn(metadata), file)
  const kept: unknown[] = []
  const messages: PactMessage[] = []
  const skipped: SkippedInteraction[] = arrayIn(olderMessages).map((message) =>
    skippedFor(message, 'message'),
  )
  for (const interaction of arrayIn(interactions)) {
    const reason = otherKindOf(interaction)
    const notification = notificationIn(interaction, providerIn(value))
    if (reason === undefined) kept.push(upgraded(interaction, version))
    else if (notification) messages.push(notification)
    else skipped.push(skippedFor(interaction, reason))
  }
  const upgradedPact = {
    ...pact,
    metadata: { ...objectIn(metadata), pactSpecification: { version: '4.0' } },
    interactions: kept,
  }
  const checked = checkPact(upgradedPact, file)
  rejectExcess(checked, file)
  return { pact: checked, messages, skipped }
}

/** Returns the name of the provider of a pact, if there is one. */
export function providerIn(pact: unknown): string | undefined {
  const { provider } = objectIn(pact)
  const { name } = objectIn(provider)
  return typeof name === 'string' ? name : undefined
}

function pactIn(value: unknown, file: string): JsonObject {
  const pact = objectIn(value)
  const { interactions, messages } = pact
  if (Array.isArray(interactions) || Array.isArray(messages)) return pact
  throw new PactFormatError(`${file} is not a pact. ${adviceFor(value)}`)
}

/** Other files that are passed by mistake, by a property that they have. */
const lookalikes: Readonly<Record<string, string>> = {
  _links:
    'It is a response of a Pact Broker. Download the pact from /pacts/provider/{provider}/consumer/{consumer}/latest.',
  dependencies: 'It is a package.json. Pass a pact file.',
  devDependencies: 'It is a package.json. Pass a pact file.',
  openapi: 'It is an OpenAPI description. Pass a pact file.',
  swagger: 'It is an OpenAPI description. Pass a pact file.',
  callbackUri: 'It is a call. Serve calls with `serve --calls`.',
  log: 'It is an HTTP archive. Pass a pact file.',
}

function adviceFor(value: unknown): string {
  const expected = 'Expected an object with consumer, provider and interactions'
  if (value === null) return `${expected}, found null.`
  if (Array.isArray(value)) return `${expected}, found an array.`
  if (typeof value !== 'object') return `${expected}, found a ${typeof value}.`
  const other = Object.entries(lookalikes).find(([key]) => Object.hasOwn(value, key))
  return other ? other[1] : `${expected}, found no interactions.`
}

type Version = 1 | 2 | 3 | 4

/** Tools write the version in three ways, and those of version 1 do not write it. */
function versionOf(metadata: JsonObject, file: string): Version {
  const { pactSpecification, 'pact-specification': hyphenated, pactSpecificationVersion } = metadata
  const { version = pactSpecificationVersion ?? '2' } = objectIn(pactSpecification ?? hyphenated)
  const [, major] = /^([1-4])(?:\.|$)/.exec(String(version)) ?? []
  switch (major) {
    case '1':
      return 1
    case '2':
      return 2
    case '3':
      return 3
    case '4':
      return 4
    default:
      throw new PactFormatError(
        `${file} has an unknown version of the Pact Specification: ${JSON.stringify(version)}. Expected version 1, 2, 3 or 4.`,
      )
  }
}

/** Returns the kind of an interaction that is not an HTTP request. Only version 4 has other kinds in this list. */
function otherKindOf(interaction: unknown): string | undefined {
  const { type, pluginConfiguration } = objectIn(interaction)
  if (type === 'Asynchronous/Messages') return 'asynchronous message'
  if (type === 'Synchronous/Messages') return 'synchronous message'
  const [plugin] = Object.keys(objectIn(pluginConfiguration))
  if (plugin !== undefined) return `interaction of the Pact plugin ${JSON.stringify(plugin)}`
  if (type === undefined || type === 'Synchronous/HTTP') return undefined
  return `interaction of the unknown type ${JSON.stringify(type)}`
}

function skippedFor(interaction: unknown, reason: string): SkippedInteraction {
  const { description } = objectIn(interaction)
  return { ...(typeof description === 'string' && { interaction: description }), reason }
}

function upgraded(interaction: unknown, version: Version): unknown {
  if (!isJsonObject(interaction)) return interaction
  const { providerState, provider_state, providerStates, request, response, ...rest } = interaction
  const name = providerState ?? provider_state
  const states = arrayIn(providerStates)
  return {
    ...rest,
    type: 'Synchronous/HTTP',
    providerStates: states.length === 0 && name != null && name !== '' ? [{ name }] : states.map(stateIn),
    request: { method: 'GET', path: '/', ...withoutNulls(upgradedMessage(request, version)) },
    response: { status: 200, ...withoutNulls(upgradedMessage(response, version)) },
  }
}

const stateIn = (state: unknown) => (isJsonObject(state) ? withoutNulls(state) : state)

function upgradedMessage(message: unknown, version: Version): JsonObject {
  const { body, headers, matchingRules, ...rest } = objectIn(message)
  return {
    ...rest,
    headers: headers == null ? undefined : mapped(objectIn(headers), headerText),
    body: version === 4 || body === undefined ? body : upgradedBody(body, objectIn(headers)),
    matchingRules: matchingRules == null ? undefined : upgradedRules(objectIn(matchingRules), version),
  }
}

function upgradedBody(content: unknown, headers: JsonObject): unknown {
  const contentType = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  return { content, contentType: String(contentType ?? 'application/json'), encoded: false }
}

function headerText(value: unknown): unknown {
  return Array.isArray(value) ? value.map(String) : String(value)
}

function upgradedRules(rules: JsonObject, version: Version): unknown {
  // Some tools write the rules of version 2 into pacts of later versions.
  const isFlat = Object.keys(rules).some((path) => path.startsWith('$'))
  if (version <= 2 || isFlat) return rulesFromVersion2(rules)
  const { body, header, headers, path } = rules
  return withoutNulls({
    ...rules,
    body: body == null ? undefined : mapped(objectIn(body), matchersIn),
    header: mapped(objectIn(header ?? headers), matchersIn),
    // Some tools write an empty object if there are no rules.
    path: path == null || Object.keys(objectIn(path)).length === 0 ? undefined : matchersIn(path),
  })
}

/** Upgrades the rules of version 2: one for each path, such as `$.body.targets[*].id`. */
function rulesFromVersion2(rules: JsonObject): unknown {
  const header: [string, unknown][] = []
  const body: [string, unknown][] = []
  let ofPath: unknown
  for (const [path, rule] of Object.entries(rules)) {
    const matchers = { combine: 'AND', matchers: [matcherOf(rule)] }
    const [part = '', name = ''] = stepsOfRule(path)
    if (part === 'path') ofPath = matchers
    else if (part === 'header' || part === 'headers') header.push([name, matchers])
    else if (part === 'body') body.push([path.replace(/^\$(?:\.body|\['body'\])/, '$'), matchers])
  }
  return withoutNulls({
    path: ofPath,
    header: Object.fromEntries(header),
    body: Object.fromEntries(body),
  })
}

function matchersIn(rule: unknown): unknown {
  const { matchers, ...properties } = objectIn(rule)
  return { ...properties, matchers: arrayIn(matchers).map(matcherOf) }
}

/** Returns a matcher with its name, which Pact's core derives from the other properties if it is missing. */
function matcherOf(matcher: unknown): unknown {
  const properties = objectIn(matcher)
  return { match: 'regex' in properties ? 'regex' : 'type', ...properties }
}

const arrayIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const objectIn = (value: unknown): JsonObject => (isJsonObject(value) ? value : {})

function mapped(properties: JsonObject, change: (value: unknown) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, change(value)]))
}

/** Removes properties that are null or undefined. */
function withoutNulls(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value != null))
}
