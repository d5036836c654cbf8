import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { temporaryFolder } from './committed.ts'
import { define, runAll } from './define.ts'

const annotations = {
  description: 'a request for the meeting that the bot records',
  key: 'recorded-meeting',
  pending: true,
  testName: 'records a meeting',
  comments: ['The bot joins 2 minutes before the start.', 'Second comment.'],
  references: { issues: { feature: 'BOT-42', bug: 'BOT-7' } },
} as const

test('the pact contains the annotations of an interaction', async () => {
  const contract = define(await temporaryFolder(), [{ fixture: 'group', ...annotations }, 'call-not-found'])
  expect(contract.interaction('group').description).toBe(annotations.description)
  const text = await runAll(contract)
  const { interactions, metadata } = JSON.parse(text)
  expect(interactions[0]).not.toHaveProperty('comments.testname')
  expect(interactions[0]).not.toHaveProperty('key')
  expect(interactions[0]).toMatchObject({
    description: 'a request for a call (call-not-found)',
    pending: false,
  })
  expect(interactions[1]).toMatchObject({
    description: annotations.description,
    key: 'recorded-meeting',
    pending: true,
    comments: {
      testname: 'records a meeting',
      text: annotations.comments,
      references: annotations.references,
    },
  })
  expect(metadata['graph-call-testkit']).toEqual({ version: manifest.version })
})

test('the same annotations always produce the same bytes', async () => {
  const inputs = [{ fixture: 'group', ...annotations }] as const
  const one = await runAll(define(await temporaryFolder(), inputs))
  expect(await runAll(define(await temporaryFolder(), inputs))).toBe(one)
})

test('another annotation is another definition', async () => {
  const dir = await temporaryFolder()
  const contract = define(dir, [{ fixture: 'group', ...annotations }])
  await runAll(contract)
  expect(() => define(dir, [{ fixture: 'group', ...annotations, comments: ['Another.'] }])).toThrow(
    'with different options',
  )
  expect(await readFile(contract.file, 'utf8')).toContain('Second comment.')
})
