/** Descriptions of the API for other tools, made from the model: `graph-call-testkit/export`. */

export { type ExportFormat, exportFiles } from './export-files.ts'
export { type JsonSchemaOptions, jsonSchema } from './json-schema.ts'
export { type OpenApiDocument, type OpenApiOptions, openApi } from './openapi.ts'
export type { OpenApiVersion } from './openapi-schemas.ts'
