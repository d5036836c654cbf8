import { enumType, objectType, propertiesOf } from '../../src/schema/description/index.ts'
import type { Call } from '../../src/schema/types.ts'
import type { Build, Choices } from '../choices/choices.ts'
import { type Described, objectsOf } from '../description/objects.ts'
import { oneOf } from './text.ts'

/** Calls of today with what may come: at least one property, type or, where asked for, enum member that nobody knows. */
export function futureCallOf(call: Build<Call>, unknownEnumMembers: boolean): Build<Call> {
  return (choices) => {
    const body = choices.one(call)
    const isNewType = choices.list(1, 4, (choices) => addTo(choices, body))
    ...
    return body
  }
}
