import { isDeepStrictEqual } from 'node:util'
import { printable } from '../../src/output/printable.ts'
import { redactText } from '../redact.ts'
import type { StagedContract } from './staged-files.ts'

/** Maximum length of a value in a message. */
const maxLength = 60

/** Parts of a template, in the order in which a reader looks for a difference. */
const parts = ['response', 'request', 'state']

/**
 * Describes the first difference between two definitions of one pact file: `interactions["on hold"].response.body.subject is
 * "a" in one and "b" in the other`. Values are shortened, and have no secrets.
 */
export function differenceOf(one: StagedContract, other: StagedContract): string {
  for (const { name, template } of one.interactions) {
    const found = other.interactions.find((interaction) => interaction.name === name)
    if (!found) return `Only one of them has the interaction ${shown(name)}`
    if (isDeepStrictEqual(template, found.template)) continue
    const { path, values } = differenceIn(template, found.template)
    return `interactions[${shown(name)}].${path} is ${values.map(shown).join(' in one and ')} in the other`
  }
  const added = other.interactions.find(({ name }) => one.interactions.every((each) => each.name !== name))
  return `Only one of them has the interaction ${shown(added?.name)}`
}

interface Difference {
  readonly path: string
  readonly values: readonly [unknown, unknown]
}

/** Goes down to the first different part. The example of a matcher has the path of the matcher. */
function differenceIn(one: unknown, other: unknown, path = ''): Difference {
  if (isParent(one) && isParent(other) && Array.isArray(one) === Array.isArray(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted(byPart)
    const key = keys.find((name) => !isDeepStrictEqual(child(one, name), child(other, name)))
    if (key !== undefined && key in one === key in other) {
      return differenceIn(child(one, key), child(other, key), pathOf(one, key, path))
    }
    if (key !== undefined)
      return { path: pathOf(one, key, path), values: [child(one, key), child(other, key)] }
  }
  return { path, values: [one, other] }
}

function byPart(a: string, b: string): number {
  return rank(a) - rank(b)
}

function rank(key: string): number {
  return (parts.indexOf(key) + parts.length + 1) % (parts.length + 1)
}

function pathOf(parent: object, key: string, path: string): string {
  if ('pact:matcher:type' in parent && key === 'value') return path
  if (Array.isArray(parent)) return `${path}[${key}]`
  const name = printable(key)
  return path === '' ? name : `${path}.${name}`
}

function isParent(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function child(parent: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(parent, key)?.value
}

function shown(value: unknown): string {
  const text = printable(redactText(JSON.stringify(value, exampleOf) ?? 'absent'))
  if (text.length <= maxLength) return text
  return `${text.slice(0, maxLength)}…${text.startsWith('"') ? '"' : ''}`
}

/** Replaces a matcher by its example. */
function exampleOf(_key: string, value: unknown): unknown {
  return isParent(value) && 'pact:matcher:type' in value ? child(value, 'value') : value
}
