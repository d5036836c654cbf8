import { isJsonObject } from '../model/json.ts'
import { type Path, pathText } from '../model/path.ts'
import { explainPath } from './explain.ts'
import type { Explanation } from './explanation.ts'

/**
 * Path of a body, with its explanation.
 *
 * @example
 * ```ts
 * import { type ExplainedPath, explainBody } from 'graph-call-testkit/explain'
 *
 * const isUnknown = ({ explanation }: ExplainedPath) => explanation === undefined
 * explainBody({ id: '1', surprise: true }).filter(isUnknown).map(({ path }) => path) // ['surprise']
 * ```
 */
export interface ExplainedPath {
  /** Path in the body, for example `targets[0].identity`. */
  readonly path: string
  /** Explanation. Absent if the model does not know the property. */
  readonly explanation?: Explanation
}

/** Largest number of paths. A hostile body can have millions. */
const maxPaths = 10_000

/**
 * Explains every path of a body: a call, notifications, an error, or an operation. Paths within values that the model does
 * not know are left out.
 *
 * @param body - parsed JSON
 * @returns at most 10,000 paths, in the order of the body
 * @example
 * ```ts
 * import { explainBody } from 'graph-call-testkit/explain'
 *
 * const undocumented = explainBody(call).filter(({ explanation }) => !explanation?.provenance.includes('documented'))
 * console.table(undocumented.map(({ path, explanation }) => ({ path, source: explanation?.source })))
 * ```
 * Sources: see `sources` of each explanation.
 */
export function explainBody(body: unknown): readonly ExplainedPath[] {
  const root = rootOf(body)
  const found: ExplainedPath[] = []
  const visit = (value: unknown, path: Path, keys: readonly string[]): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        if (typeof item === 'object' && item !== null) visit(item, [...path, index], [...keys, '[]'])
      }
      return
    }
    if (!isJsonObject(value)) return
    for (const [key, item] of Object.entries(value)) {
      if (found.length === maxPaths) return
      const own = [...path, key]
      const explanation = explainPath(root, [...keys, key])
      found.push({ path: pathText(own), ...(explanation && { explanation }) })
      // The depth of the model limits the depth of this function.
      if (explanation) visit(item, own, [...keys, key])
    }
  }
  visit(body, [], [])
  return Object.freeze(found)
}

/** Returns the type of a body by its properties. */
function rootOf(body: unknown): string {
  if (!isJsonObject(body)) return 'call'
  const type = String(body['@odata.type'] ?? '').replace(/^#?microsoft\.graph\./, '')
  if (/Operation$/.test(type)) return type
  if ('error' in body) return 'callError'
  if (Array.isArray(body['value'])) return 'commsNotifications'
  return 'presentedModalityTypes' in body || 'callState' in body ? 'skypeIncomingCall' : 'call'
}
