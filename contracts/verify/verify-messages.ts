import { isNotifications } from '../../src/read/guard.generated.ts'
import { issuesOf } from '../../src/read/issues.ts'
import { envelope } from '../../src/read/mode.ts'
import { loadPact } from '../pact.ts'
import { bodyOf, jsonBodyOf } from '../pact-file/body.ts'
import type { PactFile } from '../pact-file/pact-file.ts'
import { exampleOf, type PactMessage } from '../pact-file/pact-message.ts'
import { checked, type LevelResult, notChecked } from './levels.ts'
import { rejectFilters } from './run-verifier.ts'
import { notificationFromTenant, sendableByTenant } from './sent-notification.ts'
import { withPactFile } from './temporary-pact.ts'
import type { Finding } from './verification.ts'
import { findingsFor, reportOf } from './verifier-report.ts'
import { memberFindings, pathFindings } from './verify-shape.ts'

/** Results of the levels for one message. */
export interface MessageLevels {
  readonly selfConsistency: LevelResult
  readonly shape: LevelResult
  readonly behavior: LevelResult
}

/**
 * Verifies messages against the notifications of a virtual tenant, and against the schema of notifications. A service cannot be
 * asked for a notification.
 *
 * @throws a {@link PactUnavailableError} if Pact cannot be loaded
 */
export async function verifyMessages(
  pact: PactFile,
  messages: readonly PactMessage[],
): Promise<MessageLevels[]> {
  const byTenant = await verifyAgainstNotifications(pact, messages)
  return messages.map((message, index) => ({
    selfConsistency: byTenant[index] ?? notChecked('the check returned no result'),
    shape: checked(shapeFindings(message)),
    behavior: notChecked('the service sends notifications, and no request asks for one'),
  }))
}

/** Returns what the schema finds wrong with a message. */
function shapeFindings(message: PactMessage): Finding[] {
  const example = exampleOf(message)
  const json = jsonBodyOf(example)
  if (isNotifications(json)) {
    return [
      ...pathFindings(example, 'commsNotifications'),
      ...memberFindings(example, 'commsNotifications'),
    ].map((finding) => ({ ...finding, where: 'message' }))
  }
  const body = bodyOf(example)
  if (body.kind === 'other') return [{ where: 'message', path: '', expected: 'JSON', actual: body.found }]
  return issuesOf('commsNotifications', json, envelope).map(({ path, expected, found }) => ({
    where: 'message',
    path,
    expected,
    actual: found,
  }))
}

async function verifyAgainstNotifications(
  pact: PactFile,
  messages: readonly PactMessage[],
): Promise<LevelResult[]> {
  const all = messages.map((message, index) => ({
    // The Verifier reports messages by their description, which two of them may share.
    message: { ...message, description: `${message.description} #${index}` },
    sendable: sendableByTenant(message),
  }))
  const providers = all.flatMap(({ message: { description }, sendable }) =>
    'call' in sendable
      ? [[description, async () => Object(await notificationFromTenant(sendable.call))] as const]
      : [],
  )
  if (providers.length === 0) {
    return all.map(({ sendable }) => notChecked('not' in sendable ? sendable.not : ''))
  }
  rejectFilters(process.env)
  const { Verifier } = await loadPact()
  const interactions = all.flatMap(({ message, sendable }) => ('call' in sendable ? [message] : []))
  const report = await withPactFile({ ...pact, interactions }, (file) => {
    const verifier = new Verifier({
      messageProviders: Object.fromEntries(providers),
      proxyHost: '127.0.0.1',
      pactUrls: [file],
      logLevel: 'error',
    })
    return reportOf(verifier.verifyProvider())
  })
  return all.map(({ message: { description }, sendable }) =>
    'call' in sendable
      ? checked(findingsFor(description, report).map((finding) => ({ ...finding, where: 'message' })))
      : notChecked(sendable.not),
  )
}
