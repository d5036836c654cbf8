import { unknownName } from '../read/invalid-value.ts'
import { devProxyMocks } from './dev-proxy.ts'
import { fileText } from './exchanges.ts'
import { fixtureFiles } from './fixture-files.ts'
import { mockoonEnvironment } from './mockoon.ts'
import { postmanCollection } from './postman.ts'
import { wireMockMappings } from './wiremock.ts'

/** Functions that create the files of each format, by path. */
const formats = {
  'dev-proxy': () => ({ 'calls.mocks.json': fileText(devProxyMocks()) }),
  wiremock: () => ({ 'mappings/calls.json': fileText(wireMockMappings()) }),
  mockoon: () => ({ 'calls.mockoon.json': fileText(mockoonEnvironment()) }),
  postman: () => ({ 'calls.postman_collection.json': fileText(postmanCollection()) }),
  fixtures: fixtureFiles,
} as const

/**
 * Format of {@link exportFiles}.
 *
 * @example
 * ```ts
 * import { type ExportFormat, exportFiles } from 'graph-call-testkit/export'
 *
 * const formats: readonly ExportFormat[] = ['dev-proxy', 'wiremock', 'mockoon', 'postman', 'fixtures']
 * const all = await Promise.all(formats.map((format) => exportFiles(format)))
 * ```
 * Sources: the documentation of each tool.
 */
export type ExportFormat = keyof typeof formats

/**
 * Returns the fixtures as files of another tool: Microsoft Dev Proxy, WireMock, Mockoon or Postman. `'fixtures'` returns plain
 * files for other languages, with matchers, an index and checksums. The same version always returns the same texts.
 *
 * @returns the text of each file, by its path
 * @throws TypeError if the format is unknown
 * @example
 * ```ts
 * import { exportFiles } from 'graph-call-testkit/export'
 *
 * const files = await exportFiles('wiremock')
 * Object.keys(files) // ['mappings/calls.json']
 * ```
 * Sources: the fixtures; the documentation of each tool.
 */
export async function exportFiles(format: ExportFormat): Promise<Readonly<Record<string, string>>> {
  if (Object.hasOwn(formats, format)) return formats[format]()
  throw unknownName('format', format, Object.keys(formats))
}
