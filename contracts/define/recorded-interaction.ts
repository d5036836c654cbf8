import type { InteractionAnnotations } from '../interaction/annotations.ts'

/** Interaction whose results a contract records. */
export interface RecordedInteraction {
  readonly name: string
  readonly description: string
  readonly template: object
  readonly annotations: InteractionAnnotations
}
