import { collection, type ObjectType, object, property, string } from './definitions.ts'

const origin = 'Graph error responses; graph-comms-samples, reported errors'
const documented = 'Graph error responses'
const errorResponse = 'OData JSON Format 4.01, 19'

/** Body of every error response of Graph. */
export const errorTypes = {
  callError: {
    doc: 'Body of an error response.',
    origin,
    properties: {
      error: property(object('callErrorDetail'), 'Error.', { nullable: false, documented }),
    },
  },
  callErrorDetail: {
    doc: 'Error.',
    origin,
    properties: {
      code: property(string, 'Error code: always a string, often of digits, for example "8522".', {
        nullable: false,
        documented,
      }),
      message: property(string, 'Message. Can be empty, and can itself be JSON.', {
        documented: origin,
      }),
      target: property(string, 'Target of the error, for example a property.', {
        documented: errorResponse,
      }),
      details: property(collection(object('callErrorDetailItem')), 'Additional errors.', {
        documented: errorResponse,
      }),
      innerError: property(
        object('callInnerError'),
        'Details for a support request. Can be absent or incomplete.',
        { documented: origin },
      ),
      innererror: property(object('callInnerError'), 'Spelling of `innerError` in the OData standard.', {
        documented: errorResponse,
      }),
    },
  },
  callErrorDetailItem: {
    doc: 'Additional error.',
    origin: errorResponse,
    properties: {
      code: property(string, 'Error code.', { documented: errorResponse }),
      message: property(string, 'Message.', { documented: errorResponse }),
      target: property(string, 'Target of the error, for example a property.', {
        documented: errorResponse,
      }),
    },
  },
  callInnerError: {
    doc: 'Details of an error for a support request.',
    origin,
    properties: {
      date: property(string, 'Time of the error in UTC, without a time zone ("2021-05-13T08:12:19").', {
        documented: origin,
      }),
      'request-id': property(string, 'Request ID set by the service.', { documented }),
      'client-request-id': property(string, 'Request ID set by the client.', { documented }),
    },
  },
} as const satisfies Record<string, ObjectType>

/** HTTP status codes of the error responses observed on the calls endpoints. Source: the error fixtures. */
const errorStatuses = [400, 401, 403, 404, 409, 412, 429, 500, 503, 504] as const

/**
 * HTTP status code of an error response.
 *
 * @example
 * ```ts
 * const status: ErrorStatus = 429
 * ```
 * Source: the error fixtures.
 */
export type ErrorStatus = (typeof errorStatuses)[number]
