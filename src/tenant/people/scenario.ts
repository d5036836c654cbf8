import { isOptions } from '../../model/known-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import type { People } from './people.ts'
import { checkedPerson, type PersonOptions } from './person-options.ts'
import { checkedStep, type ScenarioStep, type StoredStep } from './script-steps.ts'

/**
 * Adds the people of a scenario.
 *
 * @throws TypeError if a step, or an option of a person is not valid
 */
export function addScenario(
  people: People,
  scenario: readonly ScenarioStep[] | Readonly<Record<string, PersonOptions>>,
): void {
  if (!isSteps(scenario)) {
    if (!isOptions(scenario)) throw invalidValue('scenario', scenario, 'an array of steps, or people by name')
    for (const [name, options] of Object.entries(scenario)) people.add(checkedPerson(name, options))
    return
  }
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

const isSteps = (scenario: object): scenario is readonly ScenarioStep[] => Array.isArray(scenario)
