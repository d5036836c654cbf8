import type { Assumption } from './assumption.ts'

export const tokensAssumptions: readonly Assumption[] = [
  {
    topic: 'Issuer of the tokens',
    unknown: 'Which of the two issuers the service uses.',
    choice: 'https://api.botframework.com. To change it, use the option `issuer`.',
  },
  {
    topic: 'Errors of the token endpoint',
    unknown: 'The status of most AADSTS errors.',
    choice: '400, and 401 for wrong secrets.',
  },
  {
    topic: 'Assertions',
    unknown: 'The response to a wrong signature.',
    choice: 'The tenant does not verify it.',
  },
  {
    topic: 'Tokens with a clock of the tenant',
    unknown: 'How long they are valid.',
    choice: 'Until 2099.',
  },
]
