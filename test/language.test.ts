import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { identifierWords, type Phrase, phrases, wrongStart } from './language/phrases.ts'
import { filesIn, type Text, textsInCode, textsInMarkdown, wordsOf } from './language/text.ts'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

/** Files that quote the phrases. */
const quoting = ['test/language/phrases.ts', 'test/language.test.ts']

const directories = ['src', 'generators', 'contracts', 'fixtures', 'scripts', 'bench', 'test']
const code = new Map(
  directories.map((directory) => [
    directory,
    filesIn(root, directory, '.ts')
      .filter((file) => !quoting.includes(file))
      .flatMap((file) => textsInCode(root, file)),
  ]),
)
const pages = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...filesIn(root, 'docs', '.md'),
  ...filesIn(root, 'test/consumers', '.md'),
]

/** One line for each match: where it is, what it is, and what to write. */
function findingsIn(texts: readonly Text[], list: readonly Phrase[]): string[] {
  return texts.flatMap(({ text, file, lineAt }) =>
    list.flatMap(({ pattern, write }) =>
      [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(
        ({ 0: match, index }) =>
          `${file}:${lineAt(index)} "${match.trim().replace(/\s+/g, ' ')}": write ${write}`,
      ),
    ),
  )
}

describe.each([...code])('%s', (_directory, texts) => {
  test('comments and strings use plain English', () => {
    expect(
      findingsIn(
        texts.filter(({ kind }) => kind !== 'name'),
        phrases,
      ),
    ).toEqual([])
  })

  test('doc comments begin with a verb or a noun', () => {
    const starts = texts
      .filter(({ kind }) => kind === 'doc')
      .map((doc) => ({ ...doc, start: doc.text.replace(/^\/\*\*[\s*]*/, '') }))
      .filter(({ start }) => wrongStart.test(start))
      .map(
        ({ file, lineAt, start }) =>
          `${file}:${lineAt(0)} "${start.slice(0, 40)}": write "Returns ...", "Name of ..."`,
      )
    expect(starts).toEqual([])
  })

  test('names use the words of the glossary', () => {
    const names = texts.filter(({ kind }) => kind === 'name')
    const words = names.flatMap((name) => wordsOf(name.text).map((text) => ({ ...name, text })))
    expect(findingsIn(words, identifierWords)).toEqual([])
  })
})

test.each(pages)('%s uses plain English', (page) => {
  // The changelog lists old names in tables.
  const texts = textsInMarkdown(root, page).filter(
    ({ file, text }) => file !== 'CHANGELOG.md' || !text.trimStart().startsWith('|'),
  )
  expect(findingsIn(texts, phrases)).toEqual([])
})
