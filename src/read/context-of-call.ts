/**
 * True if an `@odata.context` can be that of a call: its fragment ends with the entity set `calls` or the type `call`. Also
 * true without a fragment.
 *
 * Source: OData JSON Format 4.0, 4.5.1; OData 4.0, Part 1, 10.
 */
export function isContextOfCall(context: string): boolean {
  if (context.endsWith('/calls/$entity')) return true
  const fragment = context.indexOf('#')
  if (fragment < 0) return true
  const segments = withoutParentheses(context.slice(fragment + 1)).split('/')
  const last = segments.at(-1) === '$entity' ? segments.at(-2) : segments.at(-1)
  return last === 'calls' || last === 'call' || last === 'microsoft.graph.call'
}

/** Removes keys, such as `('2e1a')`, and the properties of `$select` and `$expand`, such as `(id,participants())`. */
function withoutParentheses(text: string): string {
  let depth = 0
  let isQuoted = false
  let rest = ''
  for (const char of text) {
    if (depth > 0 && char === "'") isQuoted = !isQuoted
    if (isQuoted) continue
    if (char === '(') depth++
    if (depth === 0) rest += char
    if (char === ')' && depth > 0) depth--
  }
  return rest
}
