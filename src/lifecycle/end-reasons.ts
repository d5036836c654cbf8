/** Code and subcode in the `resultInfo` of a terminated call, with their meaning if known. */
export interface EndReason {
  readonly code: number
  readonly subcode: number
  readonly meaning?: string
}

/** Documented codes and subcodes of terminated calls. Source: Graph cloud communications, call end reasons. */
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
] as const satisfies readonly EndReason[]
