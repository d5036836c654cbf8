import { expect, test } from 'vitest'
import { freshProject } from './project.ts'

test('Node prints short lines of code with an error that is not caught', async () => {
  const project = await freshProject()
  await project.unpack(['pure-rand'])
  const code = `import { createTenant } from 'graph-call-testkit/tenant'
    createTenant({ cals: [] })`
  const error: unknown = await project.esm(code).catch((error: unknown) => error)
  const lines = String(error).split('\n')
  expect(lines.find((line) => line.startsWith('TypeError: '))).toContain(
    'Unknown option of createTenant: cals.',
  )
  expect(lines.filter((line) => line.length > 500)).toEqual([])
})
