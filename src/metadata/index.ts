export { type Difference, differencesFrom } from './differences.ts'
export type { Metadata } from './metadata.ts'
export { MetadataFormatError } from './metadata-format-error.ts'
export { callType, readMetadata } from './read-metadata.ts'
