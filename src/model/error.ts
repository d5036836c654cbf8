import { any, collection, type ObjectType, object, property, string } from './definitions.ts'

const origin = 'Graph error responses; seen on the calls endpoints'

/** The envelope of every error that Graph answers. */
export const errorTypes = {
  callError: {
    doc: 'The body of an answer that is no success.',
    origin,
    properties: {
      error: property(object('callErrorDetail'), 'What went wrong.', { nullable: false }),
    },
  },
  callErrorDetail: {
    doc: 'What went wrong.',
    origin,
    properties: {
      code: property(string, 'The code: always a string, often of digits, e.g. "8522".', { nullable: false }),
      message: property(string, 'The words; may be empty, and may itself be JSON.'),
      target: property(string, 'What the error is about.', { documented: 'OData JSON Format 4.01, 19' }),
      details: property(collection(any), 'Further errors.', { documented: 'OData JSON Format 4.01, 19' }),
      innerError: property(object('callInnerError'), 'What to quote to support; may be absent or sparse.'),
    },
  },
  callInnerError: {
    doc: 'What to quote to support.',
    origin,
    properties: {
      date: property(
        string,
        'When it happened: UTC, though no time zone stands there ("2021-05-13T08:12:19").',
      ),
      'request-id': property(string, 'The id that the service gave the request.'),
      'client-request-id': property(string, 'The id that the client gave the request.'),
    },
  },
} as const satisfies Record<string, ObjectType>

/** The HTTP statuses of the errors that the calls endpoints were seen to send. Source: the error fixtures. */
export const errorStatuses = [401, 403, 404, 429, 500, 503, 504] as const

/** The HTTP status of an error response. */
export type ErrorStatus = (typeof errorStatuses)[number]
