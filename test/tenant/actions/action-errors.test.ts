import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { errorsOf } from '../../../src/model/actions/action-errors.ts'
import { actions } from '../../../src/model/actions/index.ts'

const handlers = new URL('../../../src/tenant/actions/', import.meta.url)

/** Errors that handlers of actions send, as `status/code`, with their files. */
const sent = readdirSync(handlers).flatMap((file) => {
  const errors = readFileSync(new URL(file, handlers), 'utf8').matchAll(/assumedError\(\s*(\d+),\s*'(\w+)'/g)
  return [...errors].map(([, status, code]) => ({ file, error: `${status}/${code}` }))
})

/** Errors of all actions in the model. */
const known = new Set(
  actions.flatMap((action) => errorsOf(action).map(({ status, code }) => `${status}/${code}`)),
)

describe('the errors that handlers send', () => {
  test('are found in the sources', () => {
    expect(sent.length).toBeGreaterThan(15)
  })

  test.each(sent)('$error of $file is in the model', ({ error }) => {
    expect(known).toContain(error)
  })
})
