import type { Assumption } from './assumption.ts'

export const tokensAssumptions: readonly Assumption[] = [
  {
    topic: 'Issuer of the tokens',
    unknown: 'Which of the two issuers the service uses.',
    choice: 'https://api.botframework.com. To change it, use the option `issuer`.',
    about: [],
  },
  {
    topic: 'Errors of the token endpoint',
    unknown: 'The status of most AADSTS errors.',
    choice: '400, and 401 for wrong secrets.',
    about: ['7000222', '7000218', '700016'],
  },
  {
    topic: 'Assertions',
    unknown: 'The response to a wrong signature.',
    choice: 'The tenant does not verify it.',
    about: ['700016'],
  },
  {
    topic: 'Tokens with a clock of the tenant',
    unknown: 'How long they are valid.',
    choice: 'Until 2099.',
    about: ['700016'],
  },
]
