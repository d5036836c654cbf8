/** Heading of the changes that no version has yet. */
const unreleased = /^## (?:Unreleased|.+ \(not released\))$/m

/**
 * Returns the changelog in which the changes without a version belong to `version`.
 *
 * @throws Error if every change has a version, or if the new version is not valid
 */
export function releasedChangelog(changelog: string, version: string, date: string): string {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) {
    throw new Error(`Invalid version: ${JSON.stringify(version)}. Run this script with npm version.`)
  }
  const [heading = ''] = unreleased.exec(changelog) ?? []
  const [entries = ''] = changelog.slice(changelog.indexOf(heading) + heading.length).split(/^## /m)
  if (heading === '' || !/^- /m.test(entries)) {
    throw new Error('CHANGELOG.md has no changes to release. Add them under "## Unreleased".')
  }
  return changelog.replace(heading, `## ${version} (${date})`)
}
