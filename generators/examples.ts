import type { CallShape } from '../src/builder/call.ts'
import type { Settings } from '../src/builder/choices/choices.ts'
import { isJsonObject } from '../src/model/json.ts'
import { typedObjects } from '../src/model/typed-objects.ts'
import type { Call } from '../src/model/types.generated.ts'
import { findProblems } from '../src/read/find-problems.ts'
import { strict } from '../src/read/mode.ts'
import { withFewerParts } from './fewer-parts.ts'

/**
 * Values that an arbitrary can shrink although it did not generate them: examples of users, and the results of an unmapper. The
 * strict schema accepts them. They shrink to examples with fewer parts.
 */
export class Examples<T extends object> {
  readonly #type: string
  readonly #allows: (example: T) => boolean

  /** @param type - name of the type in the model, whose TypeScript type is `T` */
  constructor(type: string, allows: (example: T) => boolean = () => true) {
    this.#type = type
    this.#allows = allows
  }

  includes(value: unknown): value is T {
    return this.#isOfType(value) && this.#allows(value)
  }

  *simpler(example: T): Generator<T> {
    for (const smaller of withFewerParts(example, this.#type)) if (this.includes(smaller)) yield smaller
  }

  #isOfType(value: unknown): value is T {
    if (!isJsonObject(value)) return false
    for (const _ of findProblems(this.#type, value, strict)) return false
    return hasAllIdentities(value, this.#type)
  }
}

/** Returns the examples of a part of a call. A removed property is absent, so no value shrinks if nulls have to be present. */
export function examplesOf<T extends object>(type: string, { nulls }: Settings): Examples<T> | undefined {
  return nulls === 'present' ? undefined : new Examples(type)
}

/** Returns the examples of calls of a shape. */
export function callExamples(shape: CallShape, { nulls }: Settings): Examples<Call> | undefined {
  if (nulls === 'present') return undefined
  return new Examples<Call>('call', (call) => {
    const { state, direction, mediaConfig, resultInfo } = call
    const kind = kindOf(call)
    return (
      shape.directions.some((each) => each.direction === direction && each.states.includes(state)) &&
      kind !== undefined &&
      shape.kinds.includes(kind) &&
      (shape.withoutMedia || Boolean(mediaConfig)) &&
      (state !== 'terminated' || Boolean(resultInfo))
    )
  })
}

/** Returns undefined for a call that is neither: a group call has a meeting and a chat, other calls have targets. */
function kindOf({ meetingInfo, chatInfo, targets = [] }: Call): 'peer-to-peer' | 'group' | undefined {
  if (meetingInfo && chatInfo) return 'group'
  return !meetingInfo && !chatInfo && targets.length > 0 ? 'peer-to-peer' : undefined
}

/** True if each identity set has an identity, as in every generated value. */
function hasAllIdentities(value: unknown, type: string): boolean {
  for (const { object, declared } of typedObjects(value, type)) {
    if (declared === 'identitySet' && !Object.values(object).some(isJsonObject)) return false
  }
  return true
}
