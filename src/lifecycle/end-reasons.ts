/** Code and subcode in the `resultInfo` of a terminated call, with their meaning if known. */
export interface EndReason {
  readonly code: number
  readonly subcode: number
  readonly meaning?: string
  /** Set if the documented table of end reasons does not list it: the source that reported it. */
  readonly reported?: string
}

/**
 * Codes and subcodes of terminated calls, the documented ones first. Sources: Graph cloud communications, call end reasons;
 * reports about the samples of the Graph communications SDK.
 */
export const endReasons = [
  { code: 200, subcode: 4097, meaning: 'the other participant ended the call' },
  { code: 200, subcode: 4521 },
  { code: 200, subcode: 5000, meaning: 'a participant removed the bot' },
  { code: 200, subcode: 5001, meaning: 'the conversation ended' },
  { code: 200, subcode: 5002, meaning: 'all other participants left' },
  { code: 200, subcode: 5003, meaning: 'the conversation ended' },
  { code: 200, subcode: 5007 },
  { code: 200, subcode: 5010 },
  { code: 200, subcode: 5012 },
  { code: 200, subcode: 5013 },
  { code: 200, subcode: 5014 },
  { code: 200, subcode: 5020 },
  { code: 200, subcode: 5030 },
  { code: 200, subcode: 5300, meaning: 'a participant removed the bot' },
  { code: 200, subcode: 5855, meaning: 'the bot waited in the lobby for too long' },
  { code: 200, subcode: 7000, meaning: 'the bot ended the call' },
  { code: 200, subcode: 7015, meaning: 'the transfer was completed' },
  { code: 200, subcode: 10550, meaning: 'the bot ended the call' },
  { code: 200, subcode: 18503 },
  { code: 200, subcode: 540000 },
  { code: 200, subcode: 560000 },
  { code: 408, subcode: 8537, meaning: 'the bot did not keep the call alive' },
  { code: 408, subcode: 1106, meaning: 'the call was not acknowledged' },
  { code: 408, subcode: 10057, meaning: 'the callee did not respond' },
  { code: 410, subcode: 301005, meaning: 'the media could not be connected' },
  { code: 480, subcode: 10037, meaning: 'the callee has no endpoint' },
  { code: 480, subcode: 10076, meaning: 'the callee could not be reached' },
  { code: 480, subcode: 10134, meaning: 'no route to the callee was found' },
  { code: 480, subcode: 10199, meaning: 'the callee is not allowed to make private calls' },
  { code: 500, subcode: 1005, meaning: 'the media endpoint of the bot could not be reached' },
  { code: 0, subcode: 7015, meaning: 'the transfer was completed', reported: 'call: transfer, Example 1' },
  { code: 400, subcode: 2203, reported: 'graph-comms-samples issue 433' },
  {
    code: 408,
    subcode: 8544,
    meaning: 'the callee could not be reached',
    reported: 'graph-comms-samples issue 377',
  },
  { code: 408, subcode: 13025, reported: 'graph-docs-contrib issue 63' },
  { code: 500, subcode: 3002, reported: 'graph-comms-samples issue 725' },
  { code: 500, subcode: 3003, reported: 'graph-comms-samples issue 632' },
  {
    code: 500,
    subcode: 7106,
    meaning: 'the media of the bot could not be reached',
    reported: 'graph-comms-samples issues 664 and 667',
  },
  { code: 500, subcode: 7112, reported: 'graph-comms-samples issue 571' },
  {
    code: 500,
    subcode: 7117,
    meaning: 'the call ended about a minute after it was established',
    reported: 'graph-comms-samples issue 750',
  },
  {
    code: 500,
    subcode: 1203002,
    meaning: 'the bot could not join with media that it hosts',
    reported: 'graph-comms-samples issues 772, 839, 861 and 870',
  },
  { code: 500, subcode: 1203003, reported: 'graph-comms-samples issue 775' },
] as const satisfies readonly EndReason[]

/** Code that the DiagCode of a message has in place of the code of the result. Source: graph-comms-samples issues 664 and 667. */
const diagnosticCodes: Readonly<Record<number, number>> = { 0: 0, 200: 0, 500: 3002 }

/**
 * Returns the message of a result as the service sends it: a sentence and a DiagCode. Sources: reported notifications (the
 * sentence for 200, and the form `DiagCode: a#b.@`); the other sentences are assumed.
 */
export function endMessage({ code, subcode }: Pick<EndReason, 'code' | 'subcode'>): string {
  const sentence = code < 300 ? 'The conversation has ended.' : 'The call has failed.'
  return `${sentence} DiagCode: ${diagnosticCodes[code] ?? code}#${subcode}.@`
}

/** Result of a call that the bot ends with DELETE. Source: Delete call, Example. */
export const hungUpByBot = {
  code: 200,
  subcode: 5001,
  message: /* @__PURE__ */ endMessage({ code: 200, subcode: 5001 }),
} as const
