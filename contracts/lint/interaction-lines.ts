import { endOfString, scanJson } from '../../src/files/json-structure.ts'

/**
 * Returns a function from the description of an interaction to its line in the text of a pact. Lines count from 1. A
 * description that is not in the text is on line 1. The text is read only once.
 */
export function linesOf(text: string): (description: string | undefined) => number {
  const lines = new Map<string | undefined, number>()
  let isInInteractions = false
  let line = 1
  let from = 0
  scanJson(text, ({ key, at, depth }) => {
    if (depth === 1) isInInteractions = key === 'interactions'
    if (depth !== 3 || !isInInteractions || key !== 'description') return
    for (let end = text.indexOf('\n', from); end >= 0 && end < at; end = text.indexOf('\n', from)) {
      line++
      from = end + 1
    }
    const description = stringAfter(text, endOfString(text, at) + 1)
    if (description !== undefined && !lines.has(description)) lines.set(description, line)
  })
  return (description) => lines.get(description) ?? 1
}

/** Returns the string after the colon of a key. */
function stringAfter(text: string, at: number): string | undefined {
  const start = /\s*:\s*/y
  start.lastIndex = at
  const opened = at + (start.exec(text)?.[0].length ?? 0)
  return text[opened] === '"' ? JSON.parse(text.slice(opened, endOfString(text, opened) + 1)) : undefined
}
