import fc from 'fast-check'
import { anyCall } from 'graph-call-testkit/generators'
import { expect, test } from 'vitest'
import { composedCall } from '../../bench/peers/composed.ts'
import { diversityOf } from './diversity.ts'

const options = { numRuns: 10_000, seed: 42 }

/** Everything occurs in at least 1% of the objects that can have it. A roster or an operation occurs in 2% of the calls. */
const minimumShare = 0.01

const isFuture = ({ of }: { of: string }) => of.endsWith(': unknownFutureValue')

test('everything that the model allows occurs in 10,000 calls: present, null and absent', () => {
  const shares = diversityOf(fc.sample(anyCall(), options))
  const table = shares
    .filter((share) => !isFuture(share))
    .map(({ of, seen, outOf }) => ({ of, seen, outOf, share: seen / outOf }))
    .sort((a, b) => a.share - b.share)
  console.log(
    [`${table.length} features in 10,000 calls. The rarest ones:`]
      .concat(table.slice(0, 12).map(({ of, seen, outOf }) => `  ${of}: ${seen} of ${outOf}`))
      .join('\n'),
  )
  expect(table.length).toBeGreaterThan(600)
  expect(table.filter(({ share }) => !(share >= minimumShare))).toEqual([])
})

test('unknownFutureValue occurs in every enum that has it, and can be turned off', () => {
  const future = diversityOf(fc.sample(anyCall({ unknownFutureValue: true }), options)).filter(isFuture)
  expect(future.length).toBeGreaterThan(0)
  expect(future.filter(({ seen, outOf }) => seen < outOf * minimumShare)).toEqual([])
  expect(JSON.stringify(fc.sample(anyCall({ unknownFutureValue: false }), options))).not.toContain(
    'unknownFutureValue',
  )
})

test('the composed reference is as diverse, so the comparison is fair', () => {
  const shares = diversityOf(fc.sample(composedCall(), options)).filter((share) => !isFuture(share))
  expect(shares.filter(({ seen, outOf }) => seen < outOf * minimumShare)).toEqual([])
})
