/** Phrase that the code and the docs do not use, with what to write instead. */
export interface Phrase {
  readonly pattern: RegExp
  readonly write: string
}

/** Phrases in comments, strings, test names and Markdown. Keep the list short and free of false positives. */
export const phrases: readonly Phrase[] = [
  // Conditions and defaults
  { pattern: /\bunless (?:said|told|given here|it is said)\b/i, write: '"Defaults to ...", "by default"' },
  { pattern: /@throws [^.;@]*? where\b/i, write: '"@throws a {@link SomeError} if ..."' },
  {
    pattern:
      /\b(?:throws?|errors?|undefined|nothing|null|true|false|absent|ends|rejects|returns|only|even|except|but|also) where\b/i,
    write: '"if" for a condition, "when" for a time',
  },
  { pattern: /, where (?:it|they|that|there|no|an?|one|none)\b/i, write: '"if" or "when"' },
  { pattern: /(?:^|\. )Where (?:it|they|there|no|an?|nothing|two|all)\b/, write: '"If" or "When"' },
  // Negation
  {
    pattern:
      /(?<!\bthere )\b(?:is|are|was|were|be) no (?!longer\b|later\b|larger\b|older\b|more\b|less\b|fewer\b|one\b)/i,
    write: '"is not a", "has no"',
  },
  { pattern: /\b(?:is|are|was|were|be) none\b/i, write: '"is not one", "does not exist"' },
  { pattern: /\bnothing but\b/i, write: '"only"' },
  { pattern: /\ball (?:else|that is)\b/i, write: '"everything else", "everything that"' },
  // Pronouns
  { pattern: /\b(?:whom|whoever)\b/i, write: '"the client", "users who", or the name of the caller' },
  { pattern: /\bwherever\b/i, write: '"everywhere", "if"' },
  { pattern: /\b(?:for|to|by|of|as|than|gives) who\b/i, write: '"for users who", "to clients that"' },
  { pattern: /\bone's\b/i, write: '"your own", "custom"' },
  { pattern: /\b(?:told|tells) of\b/i, write: '"receives", "reports", "is called with"' },
  // Metaphors and old words
  { pattern: /\bby way of\b|\bon its way\b/i, write: '"through", "pending"' },
  {
    pattern: /\bstands? (?:in|under|here|there|beside|behind|before|above|on|at)\b/i,
    write: '"is in", "is next to"',
  },
  { pattern: /(?<!\bmakes? )\brooms?\b|\barrows?\b(?! functions?\b)/i, write: '"directory", "dependency"' },
  {
    pattern: /\b(?:life|lives) of (?:a|the|one|its) calls?\b|\blives of calls\b/i,
    write: '"call path", "call states"',
  },
  { pattern: /\b(?:was|were) (?:ever |never |not )?seen\b/i, write: '"was observed", "was reported"' },
  { pattern: /\bmend(?:s|ed|ing)?\b/i, write: '"fix"' },
  { pattern: /\brefusals?\b/i, write: '"error response", "rejection"' },
  {
    pattern:
      /(?<!\bconnections? )(?<!\bconnections? (?:is|was|are|were) )\brefus(?:e|es|ed|ing)\b(?! (?:the )?connections?\b)/i,
    write: '"rejects", "is rejected"',
  },
  { pattern: /\b(?:mishaps?|whereabouts)\b/i, write: '"fault", "state"' },
  { pattern: /\b(?:trouble(?!shoot)|damage)\b/i, write: '"fault", "error"' },
  { pattern: /\bbreach(?:es)?\b/i, write: '"violation"' },
  { pattern: /\b(?:strict|tolerant) readings?\b/i, write: '"strict schema", "tolerant schema"' },
  { pattern: /\banswer(?:s|ed)? (?:with )?[2-5]\d\d\b/i, write: '"returns 404", "responds with 404"' },
  // Spelling
  {
    pattern:
      /\b(?:behaviour|colour|favour|neighbour|honour|licence|catalogue|centre|(?:un)?authoris|organis|summaris|recognis|normalis|serialis|initialis|minimis|maximis|synchronis|anonymis|memois)\w*/i,
    write: 'American spelling',
  },
]

/** Words in names of variables, functions, properties and types. */
export const identifierWords: readonly Phrase[] = [
  { pattern: /^(?:rooms?|arrows?)$/, write: 'directory, dependency' },
  { pattern: /^(?:lives|life)$/, write: 'calls, callStore, progress, path' },
  { pattern: /^(?:mishaps?|troubles?|damage)$/, write: 'fault' },
  { pattern: /^refusals?$/, write: 'error, rejection' },
  { pattern: /^breach(?:es)?$/, write: 'violation' },
  { pattern: /^(?:courses?|whereabouts|followers)$/, write: 'path, transition, state' },
  { pattern: /^(?:told|mends?|pace)$/, write: 'reported, fix, interval' },
  { pattern: /^(?:behaviour|colour|organiser|licence|catalogue)$/, write: 'American spelling' },
]

/** Words that a doc comment does not begin with. */
export const wrongStart = /^(?:What|How|Who|Whom|Whose|Whether|Where|That)\b/
