import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { temporaryFolderOfFile } from './temporary-folder.ts'

const workflow = parse(readFileSync(new URL('../../.github/workflows/drift.yml', import.meta.url), 'utf8'))
const folder = temporaryFolderOfFile()

/** Runs a step of the nightly workflow with other programs in place of `node` and `gh`. */
function runStep(
  name: string,
  environment: Record<string, string>,
  programs: Record<string, string>,
): string[] {
  const log = join(folder(), 'log')
  writeFileSync(log, '')
  for (const [program, body] of Object.entries(programs)) {
    writeFileSync(join(folder(), program), `#!/bin/bash\necho "${program} $*" >> "${log}"\n${body}\n`, {
      mode: 0o755,
    })
  }
  const { run } = workflow.jobs.drift.steps.find((step: { name?: string }) => step.name === name)
  execFileSync('bash', ['-e', '-c', run], {
    cwd: folder(),
    stdio: 'pipe',
    env: {
      PATH: `${folder()}:${process.env['PATH']}`,
      TITLE: workflow.jobs.drift.env.TITLE,
      GITHUB_OUTPUT: join(folder(), 'output'),
      ...environment,
    },
  })
  return readFileSync(log, 'utf8').trim().split('\n')
}

const output = () => readFileSync(join(folder(), 'output'), 'utf8')

test.each([0, 1])('the comparison may exit with %i', (code) => {
  writeFileSync(join(folder(), 'output'), '')
  const calls = runStep('Compare', {}, { node: `echo New: call.mood; exit ${code}` })
  expect(calls).toEqual(['node dist/esm/command.js drift --fail-on new'])
  expect(output()).toBe(`code=${code}\n`)
  expect(readFileSync(join(folder(), 'report.txt'), 'utf8')).toBe('New: call.mood\n')
})

test('the job fails if the document cannot be read', () => {
  expect(() => runStep('Compare', {}, { node: 'exit 2' })).toThrow()
})

const step = 'Open, update or close the issue'
const list = /^gh issue list --state open /

test('opens an issue with the report', () => {
  writeFileSync(join(folder(), 'report.txt'), 'New: call.mood\n')
  const [first, second] = runStep(step, { CODE: '1' }, { gh: '' })
  expect(first).toMatch(list)
  expect(second).toBe('gh issue create --title The service has changed --body-file body.md')
  expect(readFileSync(join(folder(), 'body.md'), 'utf8')).toContain('```\nNew: call.mood\n```')
})

const openIssue = { gh: '[ "$2" = list ] && echo 17 || true' }

test('updates the issue that is open', () => {
  writeFileSync(join(folder(), 'report.txt'), 'New: call.mood\n')
  expect(runStep(step, { CODE: '1' }, openIssue)).toEqual([
    expect.stringMatching(list),
    'gh issue edit 17 --body-file body.md',
  ])
})

test('closes the issue when nothing differs', () => {
  expect(runStep(step, { CODE: '0' }, openIssue)).toEqual([
    expect.stringMatching(list),
    expect.stringMatching(/^gh issue close 17 /),
  ])
  expect(runStep(step, { CODE: '0' }, { gh: '' })).toEqual([expect.stringMatching(list)])
})

test('the workflow runs every night and may only write issues', () => {
  expect(workflow.on.schedule).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* \*$/) }])
  expect(workflow.permissions).toEqual({ contents: 'read', issues: 'write' })
})
