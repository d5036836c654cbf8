import type { Arbitrary } from 'fast-check'
import type { Conversation, ConversationKind } from '../src/builder/conversation/conversation-acts.ts'
import { conversationOf } from '../src/builder/conversation/conversation-of.ts'
import { conflictError } from '../src/builder/options/call-shape.ts'
import { GeneratorOptionError, show } from '../src/builder/options/option-error.ts'
import {
  checkNames,
  type DocumentOptions,
  documentOptionKinds,
  type OneOrMore,
  settingsOf,
  valuesOf,
} from '../src/builder/options/options.ts'
import type { OptionKinds } from '../src/model/known-options.ts'
import { arbitraryOf } from './arbitrary.ts'

/**
 * Options of {@link anyConversation}.
 *
 * @example
 * ```ts
 * import { anyConversation, type ConversationOptions } from 'graph-call-testkit/generators'
 *
 * const options: ConversationOptions = { direction: 'incoming', maxActs: 5 }
 * const conversations = anyConversation(options)
 * ```
 */
export interface ConversationOptions extends DocumentOptions {
  /** Directions of the calls. Defaults to both. */
  readonly direction?: OneOrMore<Conversation['direction']> | undefined
  /** Kinds of the calls when they begin. Incoming calls are peer-to-peer. Defaults to both. */
  readonly kind?: OneOrMore<ConversationKind> | undefined
  /** Largest number of acts between the first one and the end of the call. Defaults to 16. */
  readonly maxActs?: number | undefined
}

/**
 * Generates conversations of a bot with people, as plain data: `{ direction, kind, people, acts }`. In some, the bot transfers a
 * participant of a meeting or a call to a person in another call, or records a person by policy and reports its status. Each act is possible when it
 * happens: bots play prompts in established calls, and people press keys if the bot listens. The last act ends the call. Conversations
 * shrink to the fewest acts. `playConversation` of `graph-call-testkit/tenant` plays them.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value, or incoming group calls are requested
 * @example
 * ```ts
 * import { anyConversation } from 'graph-call-testkit/generators'
 * import { createTenant, playConversation } from 'graph-call-testkit/tenant'
 *
 * test('every call ends', () =>
 *   fc.assert(
 *     fc.asyncProperty(anyConversation(), async (conversation) => {
 *       const tenant = createTenant({ clock: 'manual' })
 *       const { callId } = await playConversation(tenant, conversation)
 *       expect(tenant.call(callId).state).toBe('terminated')
 *     }),
 *   ))
 * ```
 * Sources: the pages of the calling API; captured notifications. The times are those of the virtual tenant.
 */
export function anyConversation(options: ConversationOptions = {}): Arbitrary<Conversation> {
  checkNames(options, {
    direction: 'checked',
    kind: 'checked',
    maxActs: 'checked',
    ...documentOptionKinds,
  } satisfies OptionKinds<ConversationOptions>)
  const directions = valuesOf('direction', options.direction, ['incoming', 'outgoing'] as const)
  const kinds = valuesOf('kind', options.kind, ['peer-to-peer', 'group'] as const)
  const { maxActs: most = 16 } = options
  if (!Number.isInteger(most) || most < 0) {
    throw new GeneratorOptionError(`Invalid maxActs: ${show(most)}.`, {
      option: 'maxActs',
      found: most,
      allowed: [],
      expected: 'an integer of at least 0',
    })
  }
  if (!directions.includes('outgoing') && !kinds.includes('peer-to-peer')) {
    throw conflictError({ kind: options.kind, direction: options.direction }, ['peer-to-peer'])
  }
  return arbitraryOf(conversationOf({ directions, kinds, most }), settingsOf(options))
}
