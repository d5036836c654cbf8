import { errorsOf } from '../model/actions/action-errors.ts'
import { actions } from '../model/actions/index.ts'
import { type EnumType, enumTypes, isKnownTag, navigationProperties, objectTypes } from '../model/index.ts'
import { bodyKinds } from '../read/body-kinds.ts'

/** Returns a function that computes a set on its first call. */
function onFirstUse(compute: () => Iterable<string>): (text: string) => boolean {
  let words: ReadonlySet<string> | undefined
  return (text) => {
    words ??= new Set(compute())
    return words.has(text)
  }
}

/** True for a member of an enum as the service sends it, or for several if the enum has flags. */
export function isMemberOf(
  { members, alsoReceived = [], disputed = {}, flags }: EnumType,
  text: string,
): boolean {
  const isMember = (part: string) =>
    members.includes(part) || alsoReceived.includes(part) || Object.hasOwn(disputed, part)
  return flags ? text.split(/, ?/).every(isMember) : isMember(text)
}

const enums: readonly EnumType[] = Object.values(enumTypes)
const isMember = onFirstUse(() =>
  enums.flatMap(({ members, alsoReceived = [], disputed = {} }) => [
    ...members,
    ...alsoReceived,
    ...Object.keys(disputed),
  ]),
)

/** True for an `@odata.type` of the model, or of a resource that can be mistaken for a call. */
export function isPublicTag(text: string): boolean {
  return isKnownTag(text) || isOtherTag(text)
}

const isOtherTag = onFirstUse(() =>
  bodyKinds.flatMap(({ types = [] }) => types.map((type) => `#microsoft.graph.${type}`)),
)

/** Codes of all of Graph, and of reported errors. Sources: Graph error responses; graph-comms-samples, reported errors. */
const commonCodes =
  'BadRequest InvalidAuthenticationToken TooManyRequests UnknownError 7504 7505 8519 8522 8583 9999'.split(
    ' ',
  )

/** True for an error code that the model knows. */
export const isErrorCode = onFirstUse(() => [
  ...commonCodes,
  ...actions.flatMap((action) => errorsOf(action).map(({ code }) => code)),
])

const isSegment = onFirstUse(() =>
  [
    ...[
      'v1.0',
      'beta',
      'app',
      'communications',
      'calls',
      'call',
      'microsoft.graph.call',
      'commsNotifications',
    ],
    ...['$metadata', '$entity', '$batch', '$ref'],
    ...actions.map(({ name }) => name),
    ...navigationProperties,
  ].map((word) => word.toLowerCase()),
)

/** True for a segment of the paths of the API, in any case. */
export const isPathWord = (text: string) => isSegment(text.toLowerCase())

/** True for the name of a property of the model. */
export const isPropertyName = onFirstUse(() =>
  Object.values(objectTypes).flatMap(({ properties }) => Object.keys(properties)),
)

/** True for a text with a meaning in the API. An invented text must not have one. */
export function isPublicWord(text: string): boolean {
  return isMember(text) || isPublicTag(text) || isPathWord(text) || isPropertyName(text) || isErrorCode(text)
}

/** Hosts of the service. Source: Graph, National cloud deployments. */
export const serviceHosts: ReadonlySet<string> = new Set([
  'graph.microsoft.com',
  'graph.microsoft.us',
  'dod-graph.microsoft.us',
  'microsoftgraph.chinacloudapi.cn',
  'login.microsoftonline.com',
])
