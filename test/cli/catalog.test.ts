import { lintRules } from 'graph-call-testkit/contracts'
import { fixture, fixtures, notification, notifications, operations } from 'graph-call-testkit/fixtures'
import { describe, expect, test } from 'vitest'
import { entryKinds } from '../../src/cli/catalog/entry-kinds.ts'
import { actions } from '../../src/model/actions/index.ts'
import { runCommand } from './run-command.ts'

async function output(...argv: string[]): Promise<string> {
  const { exit, out, err } = runCommand(...argv)
  expect({ exit: await exit, err: err() }).toEqual({ exit: 0, err: '' })
  return out()
}

interface ListEntry {
  readonly kind: string
  readonly name: string
  readonly id?: string
  readonly title: string
}

/** Returns a row for each entry, with columns of the same width. A column that has no values is missing. */
function rowsOf(entries: readonly ListEntry[]): string[] {
  const columns = [entries.map(({ name }) => name), entries.map(({ id = '' }) => id)]
  const shown = columns.filter((column) => column.some(Boolean))
  const widths = shown.map((column) => Math.max(...column.map(({ length }) => length)))
  return entries.map(({ title }, row) => {
    const cells = shown.map((column, index) => (column[row] ?? '').padEnd(widths[index] ?? 0))
    return `  ${[...cells, title].join('  ')}`
  })
}

describe('list', () => {
  test('prints every fixture, notification, operation, action, lint rule and scenario', async () => {
    const entries: ListEntry[] = JSON.parse(await output('list', '--json'))
    const namesOf = (kind: string) => entries.filter((entry) => entry.kind === kind).map(({ name }) => name)
    expect([...namesOf('calls'), ...namesOf('errors')]).toEqual(Object.keys(fixtures))
    expect(namesOf('notifications')).toEqual(Object.keys(notifications))
    expect(namesOf('operations')).toEqual(Object.keys(operations))
    expect(namesOf('actions')).toEqual(actions.map(({ name }) => name))
    expect(namesOf('lint-rules')).toEqual(Object.keys(lintRules))
    expect(namesOf('scenarios')).toContain('transferred')
    const titlesOf = (kind: string) =>
      entries.filter((entry) => entry.kind === kind).map(({ title }) => title)
    expect([...titlesOf('calls'), ...titlesOf('errors')]).toEqual(
      Object.values(fixtures).map(({ title }) => title),
    )
    expect(titlesOf('notifications')).toEqual(Object.values(notifications).map(({ title }) => title))
    expect(titlesOf('lint-rules')).toEqual(Object.values(lintRules).map(({ why }) => why))
    const text = await output('list')
    for (const { name, id } of entries) expect(text).toMatch(new RegExp(`^  ${name} +${id ?? ''}`, 'm'))
  })

  test('has the ID of each fixture', async () => {
    const entries: ListEntry[] = JSON.parse(await output('list', 'calls', '--json'))
    for (const { name, id } of entries) expect(id).toBe(Object(Reflect.get(fixtures, name)).body.id)
    const errors: ListEntry[] = JSON.parse(await output('list', 'errors', '--json'))
    for (const { id } of errors) expect(id).toMatch(/.+/)
  })

  test.each(entryKinds)('prints only %s', async (kind) => {
    const entries: ListEntry[] = JSON.parse(await output('list', kind, '--json'))
    expect(new Set(entries.map((entry) => entry.kind))).toEqual(new Set([kind]))
    // Not a snapshot of the rows: a new fixture would change it.
    const [heading, ...rows] = (await output('list', kind)).trimEnd().split('\n')
    expect(heading).toMatchSnapshot()
    expect(rows).toEqual(rowsOf(entries))
  })
})

describe('show', () => {
  test('prints every entry of the list', async () => {
    const entries: ListEntry[] = JSON.parse(await output('list', '--json'))
    for (const { name } of entries) expect(await output('show', name)).toContain(`${name}: `)
  })

  test.each([['group'], ['throttled'], ['null-example'], ['rejected'], ['redirect'], ['play-prompt']])(
    'prints %s',
    async (name) => {
      expect(await output('show', name)).toMatchSnapshot()
    },
  )

  test('prints the entries that share a name as one JSON value', async () => {
    const entries: ListEntry[] = JSON.parse(await output('list', '--json'))
    for (const { name } of entries) {
      const kinds = entries.filter((entry) => entry.name === name).map(({ kind }) => kind)
      const shown: ListEntry | ListEntry[] = JSON.parse(await output('show', name, '--json'))
      expect([shown].flat().map((entry) => entry.kind)).toEqual(kinds)
    }
  })

  test.each([
    ['grup', 'Did you mean group, mute or hung-up?'],
    ['peer', 'Did you mean peer-to-peer, incoming-peer-to-peer or '],
    ['PLAYPROMPT', 'Did you mean playPrompt, '],
  ])('suggests names for %s', async (name, suggestion) => {
    const { exit, err } = runCommand('show', name)
    expect(await exit).toBe(2)
    expect(err()).toContain(suggestion)
  })

  test('prints the body of a fixture and of a notification as JSON', async () => {
    expect(JSON.parse(await output('show', 'group', '--json'))).toMatchObject({
      status: 200,
      body: fixture('group'),
    })
    expect(JSON.parse(await output('show', 'call-incoming', '--json'))).toMatchObject({
      body: notification('call-incoming'),
    })
  })
})
