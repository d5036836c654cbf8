/** Reading of captured traffic, for commands. */
export { anonymize } from './anonymize.ts'
export { bodiesIn } from './bodies-in.ts'
export { CaptureFormatError } from './capture-format-error.ts'
export { documentsIn } from './json-documents.ts'
