import type { Mishandling } from './mishandling.ts'

/**
 * Returns a text that is the same for failures of the same class: the same reason, the same name of the error, and the same message
 * apart from the values of the call, JSON, quoted texts, numbers and ids.
 */
export function failureClass({ by, cause, sample }: Mishandling): string {
  if (by !== 'throwing') return by
  if (typeof cause !== 'object' || cause === null) return cause === null ? 'null' : typeof cause
  const name = 'name' in cause ? String(cause.name) : ''
  const message = 'message' in cause ? String(cause.message) : ''
  return `${name}: ${withoutValues(message, sample.call)}`
}

function withoutValues(message: string, call: unknown): string {
  const texts = [...textsIn(call)].sort((a, b) => b.length - a.length)
  return texts
    .reduce((rest, text) => rest.replaceAll(text, '*'), withoutJson(message))
    .replace(/(?<!reading |property |setting )(["'`]).*?\1/g, '*')
    .replace(/\d+/g, '*')
}

/** Replaces everything from the first bracket to the last one, because a smaller call has fewer keys. */
function withoutJson(message: string): string {
  const [first, last] = [message.search(/[[{]/), Math.max(message.lastIndexOf('}'), message.lastIndexOf(']'))]
  return first < 0 || last < first ? message : `${message.slice(0, first)}*${message.slice(last + 1)}`
}

/** Words of the messages of JavaScript, which a call can contain too. */
const words: ReadonlySet<string> = new Set([
  'null',
  'undefined',
  'true',
  'false',
  'object',
  'string',
  'number',
])

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string' && value.length > 3 && !words.has(value)) yield value
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* textsIn(inner)
}
