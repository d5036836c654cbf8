/** JSON format that a client requests. */
export interface PayloadFormat {
  /** Amount of control information. */
  readonly metadata: 'none' | 'minimal' | 'full'
  /** True if Edm.Int64 values are strings. */
  readonly ieee754Compatible: boolean
  /** Media type of the response. */
  readonly contentType: string
}

/** Format of requests that do not specify one. */
export const plainFormat: PayloadFormat = {
  metadata: 'minimal',
  ieee754Compatible: false,
  contentType: 'application/json',
}

/**
 * Returns the format that an `Accept` header requests, or `undefined` if it accepts no supported JSON.
 *
 * @returns a format whose media type repeats the parameters of the client
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
  const [type = '', ...rest] = range.split(';').map((part) => part.trim())
  const parameters = new Map(rest.map(readParameter))
  const weight = Number(parameters.get('q') ?? 1)
  const isJson = /^(?:application\/json|application\/\*|\*\/\*)$/i.test(type)
  return { weight, format: isJson ? readFormat(parameters) : undefined }
}

function readParameter(text: string): [name: string, value: string] {
  const [name = '', value = ''] = text.split('=').map((part) => part.trim())
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
