/** Descriptions of the API for other tools, made from the model: `graph-call-testkit/export`. */
export { type OpenApiDocument, type OpenApiOptions, openApi } from './openapi.ts'
export type { OpenApiVersion } from './openapi-schemas.ts'
