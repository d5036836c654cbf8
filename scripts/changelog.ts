import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { releasedChangelog } from './release/changelog.ts'

/** `npm version` runs this script: it dates the newest section of CHANGELOG.md and gives it the new version. */
const file = fileURLToPath(new URL('../CHANGELOG.md', import.meta.url))
const { npm_package_version: version = '' } = process.env
const date = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length)
writeFileSync(file, releasedChangelog(readFileSync(file, 'utf8'), version, date))
