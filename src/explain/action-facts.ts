import { pageOfAction } from '../model/actions/action-definitions.ts'
import { actions, type NamedAction, type Parameter } from '../model/actions/index.ts'
import type { Fact } from './fact.ts'
import { namedBodies } from './occurrences.ts'
import { membersOf, typeText } from './type-facts.ts'

/** Type whose properties are the parameters of an action on a resource. */
const resources: Readonly<Record<string, string>> = {
  createCall: 'call',
  createAudioRoutingGroup: 'audioRoutingGroup',
  updateAudioRoutingGroup: 'audioRoutingGroup',
}

/** Returns a fact for each action and each parameter. */
export function actionFacts(): readonly Fact[] {
  return actions.flatMap((action) => [
    actionFact(action),
    ...Object.entries(action.parameters ?? {}).map(([key, parameter]) =>
      parameterFact(action, key, parameter),
    ),
  ])
}

function actionFact(action: NamedAction): Fact {
  const {
    name,
    method,
    path,
    doc,
    provenance,
    origin,
    parameters = {},
    allowed,
    notifications,
    betaOnly,
  } = action
  const fixtureName = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const kind = allowed?.kind ? `${allowed.kind} call` : 'call'
  return {
    name,
    kind: 'action',
    description: `${doc} ${method} /communications${path}.`,
    members: Object.keys(parameters),
    provenance,
    origin,
    alsoIn: betaOnly || provenance === 'metadata' ? [] : [`$metadata v1.0, ${metadataName(action)}`],
    seenIn: namedBodies().flatMap((body) => (body.name === fixtureName ? [body.name] : [])),
    watchFor: [
      ...(betaOnly ? ['Only beta has it.'] : []),
      ...(allowed ? [`Allowed in a ${kind} in the state ${allowed.states.join(' or ')}.`] : []),
      ...(notifications.length > 0 ? [`Notifications that follow: ${notifications.join('; ')}.`] : []),
    ],
  }
}

function parameterFact(action: NamedAction, key: string, parameter: Parameter): Fact {
  const { type, doc, nullable, required, provenance, origin } = parameter
  const isOnPage = origin === pageOfAction
  const isInMetadata = isOnPage && !action.betaOnly
  const owner = resources[action.name] ?? metadataName(action)
  return {
    name: `${action.name}.${key}`,
    kind: 'parameter',
    description: doc,
    type: typeText(type),
    nullable,
    ...membersOf(type),
    provenance,
    origin: isOnPage ? `${action.origin}, Request body` : origin,
    alsoIn: isInMetadata ? [`$metadata v1.0, ${owner}.${key}`] : [],
    watchFor: [...(required ? ['Required.'] : []), ...limitsOf(parameter)],
  }
}

/** Returns the name of an action in the metadata: of the action, or of the resource. */
function metadataName({ name, path, method }: NamedAction): string {
  const last = path.split('/').at(-1) ?? ''
  if (resources[name]) return resources[name]
  if (method === 'POST') return last
  const collection = path.split('/').findLast((segment) => !segment.startsWith('{'))
  return collection === 'calls' ? 'call' : `call.${collection}`
}

function limitsOf({
  minimum,
  maximum,
  minimumItems,
  maximumItems,
  maximumLength,
  form,
}: Parameter): readonly string[] {
  return [
    ...range('Value', minimum, maximum),
    ...range('Items', minimumItems, maximumItems),
    ...range('Length', undefined, maximumLength),
    ...(form === 'callback' ? ['An https URL. The virtual tenant also accepts http on loopback.'] : []),
  ]
}

function range(name: string, least: number | undefined, most: number | undefined): readonly string[] {
  if (least === undefined && most === undefined) return []
  if (most === undefined) return [`${name}: at least ${least}.`]
  return [least === undefined ? `${name}: at most ${most}.` : `${name}: ${least} to ${most}.`]
}
