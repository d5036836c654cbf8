import { parseAst } from 'rolldown/parseAst'
import { edited, nodesIn, type Replacement } from './syntax.ts'

/** Length from which a line of code ends at the next statement. */
const longLine = 100

/**
 * Breaks the lines of minified code before statements and methods. If an error is not caught, Node prints the line of code that has
 * thrown it: without line breaks, that is a whole module.
 */
export function withLineBreaks(code: string): string {
  const starts = [...nodesIn(parseAst(code))]
    .filter(({ type }) => /(?:Statement|Declaration|Definition)$/.test(type) && type !== 'BlockStatement')
    .map(({ start }) => start)
    .sort((a, b) => a - b)
  const breaks: Replacement[] = []
  let lineStart = 0
  for (const start of starts) {
    lineStart = Math.max(lineStart, code.lastIndexOf('\n', start - 1) + 1)
    if (start - lineStart < longLine) continue
    breaks.push({ start, end: start, text: '\n' })
    lineStart = start
  }
  return edited(code, breaks)
}
