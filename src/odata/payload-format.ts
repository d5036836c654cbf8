/** How a client wants the JSON of an answer. */
export interface PayloadFormat {
  /** How much control information it holds. */
  readonly metadata: 'none' | 'minimal' | 'full'
  /** Whether Edm.Int64 is written as text. */
  readonly ieee754Compatible: boolean
  /** The media type that says so. */
  readonly contentType: string
}

/** What is answered where nothing else is asked for. */
export const plainFormat: PayloadFormat = {
  metadata: 'minimal',
  ieee754Compatible: false,
  contentType: 'application/json',
}

/**
 * What an `Accept` asks for; nothing where it takes no JSON, or only JSON that nobody can write.
 *
 * @returns the media type names those parameters that the client named
 * Sources: RFC 9110, 12.5.1; OData 4.0, 8.2.1; OData JSON Format 4.0, 3.
 */
export function payloadFormat(accept: string | null): PayloadFormat | undefined {
  if (accept === null || accept === '*/*' || accept === plainFormat.contentType) return plainFormat
  const ranges = accept.split(',').map(readRange)
  return ranges
    .filter((range) => range.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ format }) => format ?? [])[0]
}

function readRange(range: string): { weight: number; format: PayloadFormat | undefined } {
  const [type = '', ...written] = range.split(';').map((part) => part.trim())
  const parameters = new Map(written.map(readParameter))
  const weight = Number(parameters.get('q') ?? 1)
  const isJson = /^(?:application\/json|application\/\*|\*\/\*)$/i.test(type)
  return { weight, format: isJson ? readFormat(parameters) : undefined }
}

function readParameter(written: string): [name: string, value: string] {
  const [name = '', value = ''] = written.split('=').map((part) => part.trim())
  return [name.toLowerCase(), value.replace(/^"(.*)"$/, '$1').toLowerCase()]
}

function readFormat(parameters: ReadonlyMap<string, string>): PayloadFormat | undefined {
  const level = parameters.get('odata.metadata')
  const compatible = parameters.get('ieee754compatible')
  const metadata = (['none', 'minimal', 'full'] as const).find((known) => known === (level ?? 'minimal'))
  if (!metadata || !['true', 'false', undefined].includes(compatible)) return undefined
  if (level === undefined && compatible === undefined) return plainFormat
  const contentType = [
    plainFormat.contentType,
    ...(level === undefined ? [] : [`odata.metadata=${metadata}`]),
    ...(compatible === undefined ? [] : [`IEEE754Compatible=${compatible}`]),
  ].join(';')
  return { metadata, ieee754Compatible: compatible === 'true', contentType }
}
