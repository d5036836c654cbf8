export type { Cloud } from '../model/changes.ts'
export { type CompareOptions, compareWithMetadata } from './compare-with-metadata.ts'
export type { DriftFinding, DriftKind, DriftSeverity } from './finding.ts'
export { MetadataFormatError } from './metadata-format-error.ts'
