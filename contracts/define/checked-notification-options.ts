import { checkedName } from './checked-names.ts'
import { checkedPath } from './checked-path.ts'
import { invalidOption } from './contract-definition-error.ts'
import type {
  CustomMessage,
  FixtureMessage,
  MessageOptions,
  NotificationContractDefinition,
} from './notification-contract.ts'
import {
  annotationChecks,
  type Checks,
  checkEach,
  checkedLater,
  checkFunction,
  checkInteractionName,
  checkListOfPaths,
  isObject,
  optional,
} from './option-checks.ts'

const messageOptionChecks: Checks<MessageOptions> = { ...annotationChecks, exact: checkedLater }

const fixtureChecks: Checks<FixtureMessage> = {
  ...messageOptionChecks,
  fixture: (option, value) => {
    if (typeof value !== 'string') throw invalidOption(option, value, 'the name of a notification')
  },
  name: optional(checkInteractionName),
}

const customChecks: Checks<CustomMessage> = {
  ...messageOptionChecks,
  name: checkInteractionName,
  // Reading the body says what is wrong with it.
  body: checkedLater,
}

const definitionChecks: Checks<NotificationContractDefinition<never>> = {
  consumer: (_, value) => checkedName('consumer', value),
  provider: optional((_, value) => checkedName('provider', value)),
  dir: (_, value) => checkedPath('dir', value),
  reads: checkListOfPaths("['value[].resourceUrl']", 'notificationReadsOf'),
  messages: checkMessages,
  exact: checkedLater,
  staging: optional((_, value) => checkedPath('staging', value)),
  warn: optional(checkFunction),
}

/**
 * Checks the options of a definition: their names, and the type of each value.
 *
 * @throws {@link ContractDefinitionError} for the first option that is invalid
 */
export function checkNotificationOptions(definition: unknown): void {
  if (!isObject(definition)) {
    throw invalidOption('definition', definition, 'an object: { consumer, dir, reads, messages }')
  }
  checkEach(definition, definitionChecks, '')
}

function checkMessages(option: string, value: unknown): void {
  if (!Array.isArray(value)) throw invalidOption(option, value, 'a list, such as ["call-incoming"]')
  for (const [index, item] of value.entries()) {
    const name = `${option}[${index}]`
    if (isObject(item)) {
      if ('fixture' in item) checkEach(item, fixtureChecks, `${name}.`)
      else checkEach(item, customChecks, `${name}.`)
    } else if (typeof item !== 'string') {
      throw invalidOption(name, item, 'the name of a notification, { fixture }, or { name, body }')
    }
  }
}
