import { type ActionFailure, errorsOf } from '../../model/actions/action-errors.ts'
import { actions, type NamedAction, type Parameter } from '../../model/actions/index.ts'
import { typeText } from '../../model/type-text.ts'
import type { Entry } from './entry.ts'

/** Returns an entry for each action of the calling API, as the model describes it. */
export function actionEntries(): readonly Entry[] {
  return actions.map((action) => {
    const { name, doc, provenance, origin, notifications } = action
    return {
      kind: 'actions',
      name,
      title: doc,
      source: `${provenance}: ${origin}`,
      details: {
        request: `${action.method} /communications${action.path}${action.betaOnly ? ' (beta)' : ''}`,
        ...(action.parameters && { parameters: parametersOf(action.parameters) }),
        ...(action.allowed && { allowed: action.allowed }),
        response: responseOf(action),
        ...(notifications.length > 0 && { notifications }),
        errors: errorsOf(action).map(errorText),
      },
    }
  })
}

function parametersOf(parameters: Readonly<Record<string, Parameter>>) {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, { type, doc, required }]) => [
      required ? `${name} (required)` : name,
      `${typeText(type)}. ${doc}`,
    ]),
  )
}

function responseOf({ response: { status, body, isList } }: NamedAction): string {
  if (!body) return `${status}`
  return `${status} ${isList ? `list of ${typeText(body)}` : typeText(body)}`
}

function errorText({ status, code, when, provenance }: ActionFailure): string {
  return `${status}/${code}: ${when} (${provenance})`
}
