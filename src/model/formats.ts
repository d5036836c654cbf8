import type { StringFormat } from './definitions.ts'

/** Formats that the strict schema requires, as regular expressions that work in any language. */
export const formats = {
  // OData ABNF, dateTimeOffsetValue: seconds and fractions are optional, the time zone is required.
  'date-time':
    '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,12})?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$',
  // "Must be an HTTPS URL" (call resource). A pattern, because a URL parser would make the schema half as fast.
  'https-uri': '^[hH][tT][tT][pP][sS]://[^\\s/?#]+[^\\s]*$',
  // OData ABNF, guidValue.
  guid: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
  // OData ABNF, durationValue.
  duration: '^-?P(?=.)([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?$',
} as const satisfies Record<StringFormat, string>

/** Regular expression of an integer in a JSON string. */
export const integerText = '^-?[0-9]+$'
