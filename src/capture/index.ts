export { type Anonymized, type AnonymizeOptions, anonymize } from './anonymize.ts'
export { CaptureFormatError } from './capture-format-error.ts'
export type { Replacement, ReplacementKind } from './replacement.ts'
export { scenarioOf } from './scenario-of.ts'
