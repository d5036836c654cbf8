/** Build of a CI service: its variables, as documented, and what is expected of it. */
export interface BuildCase {
  readonly title: string
  readonly env: Readonly<Record<string, string>>
  readonly build: Readonly<Record<string, string | undefined>>
}

/** Builds that are not for a branch: tags, and merge commits of pull requests whose source is unknown. */
export const unknown = (otherRef: string) => ({ version: 'aaa', branch: undefined, otherRef })
