import { errorResponses } from '../../../fixtures/error-responses.generated.ts'
import { callOf } from '../../builder/call.ts'
import { withUniqueId } from '../../builder/call-sequence.ts'
import type { Build } from '../../builder/choices/choices.ts'
import { NumberedChoices } from '../../builder/choices/numbered-choices.ts'
import { keepUndefined } from '../../builder/complete.ts'
import { errorOf } from '../../builder/error.ts'
import { faultRules } from '../../builder/fault/fault-kinds.ts'
import { plansFor } from '../../builder/fault/fault-plans.ts'
import { faultyCallOf } from '../../builder/faulty-call.ts'
import { type CallLifecycle, lifecycleOf } from '../../builder/lifecycle.ts'
import { notificationsFor } from '../../builder/notifications.ts'
import { callOptionValues, narrowedShape } from '../../builder/options/call-shape.ts'
import { callPaths } from '../../lifecycle/paths.ts'
import type { Call } from '../../model/types.generated.ts'
import type { BodyOptions } from './body-options.ts'

/** Returns a function that builds the bodies of an element, by its index. Each becomes a line. */
export function bodiesOf(options: BodyOptions): (index: number) => readonly unknown[] {
  const numbered = new NumberedChoices(options.seed)
  // The word of the element that is being built.
  let word = 0
  const unique =
    (build: Build<Call>): Build<Call> =>
    (choices) =>
      withUniqueId(build(choices), word)
  const build = builders[options.content](options, unique)
  return (index) => {
    word = numbered.wordAt(index)
    return build(numbered.choicesAt(index))
  }
}

type Unique = (build: Build<Call>) => Build<Call>
type Builder = (options: BodyOptions, unique: Unique) => Build<readonly unknown[]>

const builders: Readonly<Record<BodyOptions['content'], Builder>> = {
  calls(options, unique) {
    const call = unique(callOf(narrowedShape(shapeOptions(options))))
    return (choices) => [keepUndefined(() => call(choices))]
  },
  faulty(_options, unique) {
    const plans = plansFor(faultRules, () => true).map((rule) =>
      rule.map(({ kind, call }) => ({ kind, call: unique(call) })),
    )
    const faulty = faultyCallOf(plans, () => true)
    return (choices) => [faulty(choices).call]
  },
  lifecycle(options, unique) {
    const lifecycle = uniqueLifecycle(options, unique)
    return (choices) => lifecycle(choices).snapshots
  },
  notifications(options, unique) {
    const notified = notificationsFor(uniqueLifecycle(options, unique), { outOfOrder: true, repeated: true })
    return (choices) => notified(choices).posts
  },
  errors() {
    const error = errorOf(Object.values(errorResponses))
    return (choices) => [error(choices).body]
  },
}

function uniqueLifecycle(options: BodyOptions, unique: Unique): Build<CallLifecycle> {
  const shape = narrowedShape(shapeOptions(options))
  const paths = callPaths.filter(({ kind }) => kind === undefined || shape.kinds.includes(kind))
  const lifecycle = lifecycleOf(shape, paths)
  return (choices) => {
    const built = lifecycle(choices)
    for (const snapshot of built.snapshots) unique(() => snapshot)(choices)
    return built
  }
}

function shapeOptions({ kind, state }: BodyOptions) {
  return {
    kind: callOptionValues.kind.find((value) => value === kind),
    state: callOptionValues.state.find((value) => value === state),
  }
}
