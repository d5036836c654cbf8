import type { Entry } from './entry.ts'
import { entryKinds } from './entry-kinds.ts'

const titles = {
  calls: 'Calls',
  errors: 'Errors',
  notifications: 'Notifications',
  operations: 'Operations: responses that start one',
  actions: 'Actions of the calling API',
  'lint-rules': 'Lint rules',
  scenarios: 'Scenarios of a call',
} as const

/** Formats entries as a table for each kind: name, ID and title. */
export function tableOf(entries: readonly Entry[]): string {
  return entryKinds
    .map((kind) => entries.filter((entry) => entry.kind === kind))
    .filter((entries) => entries.length > 0)
    .map((entries) => {
      const [name, id] = [widthOf(entries, 'name'), widthOf(entries, 'id')]
      const rows = entries.map((entry) => {
        const start = `  ${entry.name.padEnd(name)}  ${id > 0 ? `${(entry.id ?? '').padEnd(id)}  ` : ''}`
        return `${start}${entry.title}\n`
      })
      const kind = entries[0]?.kind ?? 'calls'
      return `${titles[kind]} (${kind})\n${rows.join('')}`
    })
    .join('\n')
}

/** Formats an entry with everything that is known about it. */
export function textOf({ name, title, id, source, details }: Entry): string {
  const head = [`${name}: ${title}`, ...(id ? [`ID: ${id}`] : []), ...(source ? [`Source: ${source}`] : [])]
  const parts = Object.entries(details).map(([key, value]) =>
    typeof value === 'object' ? `${key}: ${JSON.stringify(value, null, 2)}` : `${key}: ${value}`,
  )
  return `${[...head, ...parts].join('\n')}\n`
}

function widthOf(entries: readonly Entry[], key: 'name' | 'id'): number {
  return Math.max(...entries.map((entry) => (entry[key] ?? '').length))
}
