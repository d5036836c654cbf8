import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseUrl } from '../../src/model/parse-url.ts'

const text = 'HTTPS://bücher.contoso.com/calls'

test('parses a URL with characters outside ASCII, however often', () => {
  for (let i = 0; i < 20_000; i++)
    expect(parseUrl(JSON.parse(`"${text}"`))?.hostname).toBe('xn--bcher-kva.contoso.com')
})

test('returns undefined for a text that is not a URL', () => {
  expect(parseUrl('not a URL')).toBeUndefined()
  expect(parseUrl('../calls')).toBeUndefined()
  expect(parseUrl('../calls', new URL('https://bot.contoso.com/a/b/'))?.pathname).toBe('/a/calls')
})

test('no other file checks URLs', () => {
  const files = ['src', 'contracts', 'fixtures', 'generators'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  const sources = files.filter((file) => file.endsWith('.ts'))
  expect(sources.length).toBeGreaterThan(100)
  expect(sources.filter((file) => /^(?!\s*\*).*canParse/m.test(readFileSync(file, 'utf8')))).toEqual([])
})
