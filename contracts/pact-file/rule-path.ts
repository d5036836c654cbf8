import type { Step } from '../reads/read-paths.ts'

/** Splits a path in Pact's notation into steps: `$.targets[*].identity`, `$.mediaConfig['@odata.type']`. */
export function stepsOfRule(path: string): Step[] {
  const steps = path.replace(/^\$/, '').match(/\['[^']*'\]|\[[\d*]+\]|[^.[\]]+/g) ?? []
  return steps.map((step) => (step.startsWith("['") ? step.slice(2, -2) : step.startsWith('[') ? '[]' : step))
}
