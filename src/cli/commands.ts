import type { Command } from 'commander'
import type { Io } from './io.ts'

/** Adds the description, the arguments, the options and the action of a command. */
type AddCommand = (command: Command, io: Io) => void

/** Command of the program. It is loaded only if it runs, because most of the time of a short command is loading. */
interface CommandEntry {
  readonly name: string
  /** Description in the list of all commands. */
  readonly summary: string
  readonly load: () => Promise<AddCommand>
}

/** Commands of the program, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'serve',
    summary: 'start a local server that responds like Microsoft Graph',
    load: async () => (await import('./serve/serve-command.ts')).addServe,
  },
  {
    name: 'generate',
    summary: 'write generated calls, errors or notifications (NDJSON)',
    load: async () => (await import('./generate/generate-command.ts')).addGenerate,
  },
  {
    name: 'validate',
    summary: 'check files of calls, errors or notifications',
    load: async () => (await import('./validate/validate-command.ts')).addValidate,
  },
  {
    name: 'anonymize',
    summary: 'replace IDs, names and tokens in captured traffic',
    load: async () => (await import('./anonymize/anonymize-command.ts')).addAnonymize,
  },
  {
    name: 'fixture',
    summary: 'add captured calls, errors and notifications to your fixtures',
    load: async () => (await import('./fixture/fixture-command.ts')).addFixture,
  },
  {
    name: 'list',
    summary: 'list fixtures, notifications, actions, lint rules and scenarios',
    load: async () => (await import('./catalog/catalog-commands.ts')).addList,
  },
  {
    name: 'show',
    summary: 'print a fixture, a notification, an action, a lint rule or a scenario',
    load: async () => (await import('./catalog/catalog-commands.ts')).addShow,
  },
  {
    name: 'explain',
    summary: 'explain a property, an action, a code or a fixture, with its sources',
    load: async () => (await import('./explain/explain-command.ts')).addExplain,
  },
  {
    name: 'drift',
    summary: 'compare the model with the $metadata document of the service',
    load: async () => (await import('./drift/drift-command.ts')).addDrift,
  },
  {
    name: 'verify-service',
    summary: 'check a call of the real service against the model',
    load: async () => (await import('./verify-service/verify-service-command.ts')).addVerifyService,
  },
  {
    name: 'contract',
    summary: 'check, merge, verify and publish Pact contracts',
    load: async () => (await import('./contract/contract-commands.ts')).addContract,
  },
  {
    name: 'export',
    summary: 'describe the API for other tools',
    load: async () => (await import('./export/export-commands.ts')).addExport,
  },
  {
    name: 'completion',
    summary: 'print a script for completion in your shell',
    load: async () => (await import('./completion/completion-command.ts')).addCompletion,
  },
]
