import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { analyse, type Report } from 'scslre'
import ts from 'typescript-6'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Expressions that may take more than linear time on some text, by file and expression, with the reason why no text of others
 * makes them slow.
 */
const allowed: Readonly<Record<string, string>> = {
  'contracts/define/source-location.ts /^\\s+at (?:async )?(?:.*\\()?(.+?):(\\d+):\\d+\\)?$/':
    'It reads a line of the stack of this process, as long as the path of a file.',
  'contracts/lint/privacy-rules.ts /[a-z\\d-]+$/i': 'It reads at most 63 characters.',
}

interface Literal {
  readonly file: string
  readonly line: number
  readonly text: string
}

const literals = ['src', 'contracts', 'fixtures', 'generators'].flatMap((directory) =>
  readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => literalsIn(join(directory, file).replaceAll('\\', '/'))),
)

describe('every regular expression', () => {
  test('takes linear time, or has a reason', () => {
    expect(literals.length).toBeGreaterThan(150)
    const found = literals.flatMap((literal) => {
      const { file, line, text } = literal
      const [report] = reportsFor(text)
      return report === undefined || keyOf(literal) in allowed
        ? []
        : [`${file}:${line}: ${text} is slow on ${pumped(report)}`]
    })
    expect(found).toEqual([])
  })

  test('that has a reason exists, and needs it', () => {
    const slow = literals.filter(({ text }) => reportsFor(text).length > 0).map(keyOf)
    expect(Object.keys(allowed).filter((key) => !slow.includes(key))).toEqual([])
  })

  test.each(['/(a+)+$/', String.raw`/^\s*(\w+)\s*\w*=/`, '/a+$/'])('is found if it is slow: %s', (text) => {
    expect(reportsFor(text)).not.toEqual([])
  })
})

const keyOf = ({ file, text }: Literal) => `${file} ${text}`

function literalsIn(file: string): Literal[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest)
  const found: Literal[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      found.push({ file, line: line + 1, text: node.text })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Returns the reasons why an expression can take more than linear time, with expressions that match anywhere in a text. */
function reportsFor(text: string): readonly Report[] {
  const end = text.lastIndexOf('/')
  const [source, flags] = [text.slice(1, end), text.slice(end + 1)]
  return analyse({ source, flags }).reports
}

/** Shows a text on which an expression is slow. */
function pumped({ character, exponential, type }: Report): string {
  return `${JSON.stringify(character.pick)}.repeat(${exponential ? 30 : 100_000}) (${type})`
}
