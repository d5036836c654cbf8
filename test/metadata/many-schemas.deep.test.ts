import { expect, test } from 'vitest'
import { readMetadata } from '../../src/metadata/index.ts'

/** Returns a document with many schemas, each with its own alias. */
function documentWith(count: number): string {
  const schemas = Array.from(
    { length: count },
    (_, at) => `<Schema Namespace="n${at}" Alias="a${at}">
      <ComplexType Name="t"><Property Name="p" Type="a${(at + 1) % count}.t"/></ComplexType>
    </Schema>`,
  )
  return `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
    <Schema Namespace="microsoft.graph"><EntityType Name="call"/></Schema>${schemas.join('')}
  </edmx:DataServices></edmx:Edmx>`
}

function timeToRead(text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    readMetadata(text)
    return performance.now() - start
  })
  return Math.min(...times)
}

test('reads four times as many schemas in about four times the time', () => {
  expect(readMetadata(documentWith(3)).objects.get('n2.t')?.properties.get('p')?.name).toBe('n0.t')
  timeToRead(documentWith(1_000))
  // Quadratic time would be 16 times as long.
  expect(timeToRead(documentWith(8_000)) / timeToRead(documentWith(2_000))).toBeLessThan(10)
})
