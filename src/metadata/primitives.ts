import { formats, integerText } from '../model/formats.ts'

/** Checks of the JSON values of each primitive type. Source: OData JSON Format 4.0, 7.1; OData ABNF. */
const primitives: Readonly<Record<string, (value: unknown) => boolean>> = {
  'Edm.Binary': text(/^[\w-]*={0,2}$/),
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Byte': integer(0, 2 ** 8 - 1),
  'Edm.Date': text(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  'Edm.DateTimeOffset': text(new RegExp(formats['date-time'])),
  'Edm.Decimal': (value) => typeof value === 'number' || matches(value, /^[+-]?\d+(\.\d+)?$/),
  'Edm.Double': float,
  'Edm.Duration': text(/^-?P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/),
  'Edm.Guid': text(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i),
  'Edm.Int16': integer(-(2 ** 15), 2 ** 15 - 1),
  'Edm.Int32': integer(-(2 ** 31), 2 ** 31 - 1),
  // A string if the client requested IEEE754Compatible.
  'Edm.Int64': (value) => Number.isInteger(value) || matches(value, new RegExp(integerText)),
  'Edm.SByte': integer(-(2 ** 7), 2 ** 7 - 1),
  'Edm.Single': float,
  'Edm.String': (value) => typeof value === 'string',
  'Edm.TimeOfDay': text(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,12})?)?$/),
}

/** Types without a check: untyped values, and types that calls do not use, such as geography and streams. */
const anything = /^Edm\.(Untyped|PrimitiveType|ComplexType|EntityType|Stream|Geography\w*|Geometry\w*)$/

/** Checks a value of a primitive type. Returns `undefined` if OData does not have the type. */
export function isOfPrimitive(type: string, value: unknown): boolean | undefined {
  if (anything.test(type)) return true
  return Object.hasOwn(primitives, type) ? primitives[type]?.(value) : undefined
}

function text(pattern: RegExp) {
  return (value: unknown) => matches(value, pattern)
}

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value)
}

function integer(minimum: number, maximum: number) {
  return (value: unknown) =>
    typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum
}

function float(value: unknown): boolean {
  return typeof value === 'number' || matches(value, /^(-?INF|NaN)$/)
}
