import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { ReceivedCall } from 'graph-call-testkit'
import { anyCall, assertHandlesAnyCall } from 'graph-call-testkit/generators'
import { expect, test } from 'vitest'

const guide = readFileSync(new URL('../../docs/generators.md', import.meta.url), 'utf8')

/** Returns the code block of the guide that begins with a text. */
function sample(start: string): string {
  const block = guide.split('\n```').find((text) => text.startsWith(`\n${start}`))
  if (block === undefined) throw new Error(`docs/generators.md has no sample "${start}".`)
  return block.trim()
}

const hasTwoLines = ({ subject }: ReceivedCall) => subject?.includes('\n') ?? false

test('the sample of assertHandlesAnyCall is what it reports', async () => {
  const text = sample('CallNotHandledError')
  const [, seed, path] = /seed: (\d+), path: '([\d:]+)'/.exec(text) ?? []
  const show = (call: ReceivedCall) => {
    if (hasTwoLines(call)) throw new RangeError('two lines')
  }
  const run = assertHandlesAnyCall(show, { seed: Number(seed), path: path ?? '' })
  await expect(run).rejects.toThrow(text.replace('CallNotHandledError: ', ''))
})

test('the sample of a failed property is what fast-check reports', () => {
  const text = sample('Property failed')
  const seed = Number(/seed: (\d+)/.exec(text)?.[1])
  const property = fc.property(anyCall(), (call) => !hasTwoLines(call))
  expect(() => fc.assert(property, { seed })).toThrow(text)
})
