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
    expect(await output('list', kind)).toMatchSnapshot()
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
