import type { Step } from '../reads/read-paths.ts'

/** The steps of a path as Pact writes it: `$.targets[*].identity`, `$.mediaConfig['@odata.type']`. */
export function stepsOfRule(path: string): Step[] {
  const steps = path.replace(/^\$/, '').match(/\['[^']*'\]|\[[\d*]+\]|[^.[\]]+/g) ?? []
  return steps.map((step) => (step.startsWith("['") ? step.slice(2, -2) : step.startsWith('[') ? '[]' : step))
}
