import { actions } from '../model/actions/index.ts'
import { enumTypes, navigationProperties } from '../model/index.ts'

const enums: readonly {
  readonly members: readonly string[]
  readonly alsoReceived?: readonly string[]
  readonly disputed?: Readonly<Record<string, string>>
}[] = Object.values(enumTypes)

let members: ReadonlySet<string> | undefined

/** True for a member of an enum, or several with commas between them. Computed on first use. */
export function isEnumMember(text: string): boolean {
  members ??= new Set(
    enums.flatMap(({ members, alsoReceived = [], disputed = {} }) =>
      [...members, ...alsoReceived, ...Object.keys(disputed)].map((member) => member.toLowerCase()),
    ),
  )
  const known = members
  return text.split(',').every((part) => known.has(part.trim().toLowerCase()))
}

let segments: ReadonlySet<string> | undefined

/** True for a segment of the paths of the API. */
export function isPathWord(text: string): boolean {
  segments ??= new Set(
    [
      'v1.0',
      'beta',
      'app',
      'communications',
      'calls',
      '$metadata',
      '$entity',
      '$metadata#communications',
    ].concat(
      actions.map(({ name }) => name.toLowerCase()),
      navigationProperties.map((name) => name.toLowerCase()),
    ),
  )
  return segments.has(text.toLowerCase())
}

/** Hosts of the service. Source: Graph, National cloud deployments. */
export const serviceHosts: ReadonlySet<string> = new Set([
  'graph.microsoft.com',
  'graph.microsoft.us',
  'dod-graph.microsoft.us',
  'login.microsoftonline.com',
])
