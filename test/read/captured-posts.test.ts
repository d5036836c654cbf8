import { readNotifications } from 'graph-call-testkit'
import { notifications } from 'graph-call-testkit/fixtures'
import { commsNotificationsSchema } from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'
import { pathText } from '../../src/model/path.ts'
import { locate } from '../../src/model/walk.ts'
import { jsonNodes } from '../model/json-nodes.ts'

const posts = Object.values(notifications).map(({ name, body }) => [name, body] as const)

/** A value of each JSON type. */
const values: readonly unknown[] = ['text', 17.5, true, {}, []]

const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value)

/** Values of another JSON type than the model declares. Text is right for a number only if it has digits, which these have not. */
function wrongValuesFor(name: string, value: unknown): readonly unknown[] {
  if (name === 'any') return []
  const alternatives = name === 'one-or-many' ? ['object', 'array'] : [typeOf(value)]
  return values.filter((other) => !alternatives.includes(typeOf(other)))
}

describe.each(posts)('%s', (_name, body) => {
  test('is read', () => {
    expect(readNotifications(body)).toHaveLength(body.value.length)
    expect(commsNotificationsSchema.parse(body)).toStrictEqual(body)
  })

  test('is rejected with a value of another type at any path, and the error names the path', () => {
    let count = 0
    for (const node of jsonNodes(body)) {
      const { type } = locate('commsNotifications', body, node.path)
      for (const wrong of node.value === null ? [] : wrongValuesFor(type.kind, node.value)) {
        const changed = node.replace(wrong)
        const path = pathText(node.path)
        expect(commsNotificationsSchema.validate(changed), `${path}: ${JSON.stringify(wrong)}`).toBe(false)
        expect(() => readNotifications(changed), path).toThrow(path || 'the body')
        count++
      }
    }
    expect(count).toBeGreaterThan(10)
  })
})
