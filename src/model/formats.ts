import type { StringFormat } from './definitions.ts'

/** What the strict reading wants of a string, as regular expressions that any language can use. */
export const formats = {
  // OData ABNF, dateTimeOffsetValue: seconds and their fraction may be left out, the zone may not.
  'date-time':
    '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,12})?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$',
  // "Must be an HTTPS URL" (call resource). A pattern, since running a URL parser would cost half the speed of a reading.
  'https-uri': '^[hH][tT][tT][pP][sS]://[^\\s/?#]+[^\\s]*$',
} as const satisfies Record<StringFormat, string>

/** A whole number in a JSON string. */
export const integerText = '^-?[0-9]+$'
