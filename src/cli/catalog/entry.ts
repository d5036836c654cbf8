import type { EntryKind } from './entry-kinds.ts'

/** Something of the package that has a name. */
export interface Entry {
  readonly kind: EntryKind
  readonly name: string
  readonly title: string
  /** ID of the call. */
  readonly id?: string
  /** Source, as its kind and where it is. */
  readonly source?: string
  /** Everything else, as `show` prints it. */
  readonly details: Readonly<Record<string, unknown>>
}
