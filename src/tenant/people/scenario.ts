import { invalidValue } from '../checked-values.ts'
import type { People } from './people.ts'
import { checkedPerson } from './person-options.ts'
import { checkedStep, type ScenarioStep, type StoredStep } from './script-steps.ts'

/**
 * Adds the people of a scenario with their scripts.
 *
 * @throws TypeError if a step is not valid
 */
export function addScenario(people: People, scenario: readonly ScenarioStep[]): void {
  if (!Array.isArray(scenario)) throw invalidValue('scenario', scenario, 'an array of steps')
  const scripts = new Map<string, StoredStep[]>()
  for (const [index, step] of scenario.entries()) {
    const { person, ...rest }: ScenarioStep = Object(step)
    if (typeof person !== 'string' || person === '') {
      throw invalidValue(`scenario[${index}].person`, person, 'the name of a person')
    }
    const script = scripts.get(person) ?? []
    scripts.set(person, script)
    script.push(checkedStep(rest, `scenario[${index}]`))
  }
  for (const [name, script] of scripts) people.add({ ...checkedPerson(name, {}), script })
}
