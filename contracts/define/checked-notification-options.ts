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
  checkDefinition,
  checkedLater,
  checkInteractionName,
  checkItems,
  checkListOfPaths,
  namingChecks,
  optional,
  recordingChecks,
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
  ...namingChecks,
  reads: checkListOfPaths("['value[].resourceUrl']", 'notificationReadsOf'),
  messages: checkItems('call-incoming', 'notification', fixtureChecks, customChecks),
  exact: checkedLater,
  ...recordingChecks,
}

/**
 * Checks the options of a definition: their names, and the type of each value.
 *
 * @throws a {@link ContractDefinitionError} for the first option that is invalid
 */
export function checkNotificationOptions(definition: unknown): void {
  checkDefinition(definition, definitionChecks, '{ consumer, dir, reads, messages }')
}
