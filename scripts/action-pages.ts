import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { pageOfAction } from '../src/model/actions/action-definitions.ts'
import { type ActionFailure, errorsOf } from '../src/model/actions/action-errors.ts'
import { actions, type NamedAction, type Parameter } from '../src/model/actions/index.ts'
import { disagreementsAbout, noteOf } from '../src/model/disagreements.ts'
import { typeText } from '../src/model/type-text.ts'

/** Writes the name of a type as code. */
const code = (name: string) => `\`${name}\``

const folder = new URL('../docs/actions/', import.meta.url)

/** Writes a page for each action, from the model, and a list of all. */
export async function writeActionPages(): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder)) await rm(new URL(name, folder))
  await writeFile(new URL('README.md', folder), `${list()}\n`)
  for (const action of actions) await writeFile(new URL(`${action.name}.md`, folder), `${page(action)}\n`)
}

const generated =
  '<!-- Written by `npm run generate` from src/model/actions. Change the model, not this file. -->'

function list(): string {
  return [
    generated,
    '# Actions of the calling API',
    '',
    'The virtual tenant supports these actions. Each page says what Microsoft documents, what was reported, and what this package assumes.',
    '',
    '| Action | Request |',
    '|---|---|',
    ...actions.map((action) => `| [${action.name}](${action.name}.md) | ${requestOf(action)} |`),
  ].join('\n')
}

function requestOf({ method, path, betaOnly }: NamedAction): string {
  return `\`${method} /communications${path}\`${betaOnly ? ' (beta)' : ''}`
}

function page(action: NamedAction): string {
  const { doc, provenance, origin, headers, parameters = {} } = action
  return [
    generated,
    `# ${action.name}`,
    '',
    doc,
    '',
    requestOf(action),
    '',
    `Source: ${provenance} (${origin}).${cloudText(action)}`,
    '',
    ...(headers
      ? [`The request needs the header ${headers.map((name) => `\`${name}\``).join(' and ')}.`, '']
      : []),
    ...(Object.keys(parameters).length > 0 ? ['## Parameters', '', ...parameterTable(action), ''] : []),
    ...allowedText(action),
    '## Response',
    '',
    responseText(action),
    '',
    '## Notifications',
    '',
    notificationText(action),
    '',
    '## Errors',
    '',
    '| Status | Code | When | Source |',
    '|---|---|---|---|',
    ...errorsOf(action).map(errorRow),
    ...disagreementText(action),
  ].join('\n')
}

function cloudText({ notInUsGovernment }: NamedAction): string {
  if (notInUsGovernment === undefined) return ''
  if (notInUsGovernment === true) return ' The US government clouds do not have it.'
  return ` The US government clouds do not have ${notInUsGovernment.map((name) => `\`${name}\``).join(' and ')}.`
}

function disagreementText({ name, parameters = {} }: NamedAction): readonly string[] {
  const subjects = [name, ...Object.keys(parameters).map((key) => `${name}.${key}`)]
  const notes = new Set(subjects.flatMap(disagreementsAbout).map(noteOf))
  return notes.size > 0 ? ['', '## Disagreements', '', ...[...notes].map((note) => `- ${note}`)] : []
}

function parameterTable({ origin: page, parameters = {} }: NamedAction): readonly string[] {
  return [
    '| Name | Type | Description | Source |',
    '|---|---|---|---|',
    ...Object.entries(parameters).map(([name, parameter]) => {
      const { type, doc, required, provenance, origin } = parameter
      const limits = limitText(parameter)
      return `| \`${name}\`${required ? ' (required)' : ''} | ${typeText(type, code)} | ${doc}${limits} | ${provenance} (${origin === pageOfAction ? `${page}, Request body` : origin}) |`
    }),
  ]
}

function limitText({ minimum, maximum, minimumItems, maximumItems, maximumLength, form }: Parameter): string {
  const limits = [
    rangeText('Value', minimum, maximum),
    rangeText('Items', minimumItems, maximumItems),
    rangeText('Length', undefined, maximumLength),
    form === 'callback' ? 'https, or http on loopback.' : '',
  ].filter(Boolean)
  return limits.length > 0 ? ` ${limits.join(' ')}` : ''
}

function rangeText(name: string, least: number | undefined, most: number | undefined): string {
  if (least === undefined && most === undefined) return ''
  if (most === undefined) return `${name}: at least ${least}.`
  return least === undefined ? `${name}: at most ${most}.` : `${name}: ${least} to ${most}.`
}

function allowedText({ allowed }: NamedAction): readonly string[] {
  if (!allowed) return []
  const kind = allowed.kind ? `${allowed.kind} call` : 'call'
  const media = allowed.media ? `, if the ${allowed.media === 'app' ? 'bot' : 'service'} hosts its media` : ''
  return [
    '## Allowed in',
    '',
    `A ${kind} in the state ${allowed.states.map((state) => `\`${state}\``).join(' or ')}${media}.`,
    '',
  ]
}

function responseText({ response: { status, body, isList, operation } }: NamedAction): string {
  if (!body) return `${status}, without a body.`
  const type = isList ? `a list of ${typeText(body, code)} in \`value\`` : typeText(body, code)
  const operationText = operation ? ` with the status \`${operation}\`, and its URL in \`Location\`` : ''
  return `${status} with ${type}${operationText}.`
}

function notificationText({ notifications }: NamedAction): string {
  if (notifications.length === 0) return 'This action causes no notification.'
  const order = notifications.length === 1 ? '' : 'In this order: '
  return `${order}${notifications.join('; ')}.`.replace(/^[a-z]/, (letter) => letter.toUpperCase())
}

function errorRow({ status, code, when, provenance, origin }: ActionFailure): string {
  return `| ${status} | \`${code}\` | ${when} | ${provenance} (${origin}) |`
}
