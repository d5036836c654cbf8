import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript-6'

/** Piece of text in a file: a comment, a string, a name, or a line of Markdown. */
export interface Text {
  readonly kind: 'doc' | 'comment' | 'string' | 'name' | 'markdown'
  readonly text: string
  readonly file: string
  /** Line for an offset in `text`. */
  lineAt(offset: number): number
}

/** Files with a suffix in a directory, without those of installed packages. */
export function filesIn(root: string, directory: string, suffix: string): string[] {
  return readdirSync(`${root}/${directory}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(suffix) && !file.includes('node_modules'))
    .map((file) => `${directory}/${file}`)
}

/** Comments, strings and declared names of a TypeScript file. */
export function textsInCode(root: string, file: string): Text[] {
  const code = readFileSync(`${root}/${file}`, 'utf8')
  const source = ts.createSourceFile(
    file,
    code,
    { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    true,
  )
  const texts: Text[] = []
  const seen = new Set<number>()
  const starts = new Set<number>()
  const ends = new Set<number>()
  const add = (kind: Text['kind'], text: string, start: number) => {
    if (seen.has(start)) return
    seen.add(start)
    texts.push(textAt(kind, text, file, source.getLineAndCharacterOfPosition(start).line + 1))
  }
  const addComments = (ranges: readonly ts.CommentRange[] | undefined) => {
    for (const { pos, end } of ranges ?? []) {
      const comment = code.slice(pos, end)
      add(comment.startsWith('/**') ? 'doc' : 'comment', comment, pos)
    }
  }
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      add('string', node.text, node.getStart(source))
    }
    if (ts.isIdentifier(node) && isDeclaredName(node)) add('name', node.text, node.getStart(source))
    // Nested nodes often begin and end at the same offsets.
    if (!starts.has(node.pos)) addComments(ts.getLeadingCommentRanges(code, node.pos))
    if (!ends.has(node.end)) addComments(ts.getTrailingCommentRanges(code, node.end))
    starts.add(node.pos)
    ends.add(node.end)
    ts.forEachChild(node, visit)
  }
  visit(source)
  addComments(ts.getLeadingCommentRanges(code, source.endOfFileToken.pos))
  return texts
}

/** Paragraphs and code blocks of a Markdown file. */
export function textsInMarkdown(root: string, file: string): Text[] {
  const texts: Text[] = []
  let paragraph: string[] = []
  const lines = [...readFileSync(`${root}/${file}`, 'utf8').split('\n'), '']
  for (const [index, line] of lines.entries()) {
    // A table row is a paragraph of its own.
    if (line.trim() && !isTableRow(line)) paragraph.push(line)
    else {
      if (paragraph.length > 0)
        texts.push(textAt('markdown', paragraph.join('\n'), file, index - paragraph.length + 1))
      if (isTableRow(line)) texts.push(textAt('markdown', line, file, index + 1))
      paragraph = []
    }
  }
  return texts
}

/** Words of a name: `callPaths` has `call` and `paths`. */
export function wordsOf(name: string): string[] {
  return name.split(/(?<=[a-z0-9])(?=[A-Z])|_|(?<=[A-Z])(?=[A-Z][a-z])/).map((word) => word.toLowerCase())
}

function textAt(kind: Text['kind'], raw: string, file: string, firstLine: number): Text {
  // Replaces line breaks and comment markers one for one, so that phrases match across lines and offsets stay.
  const text = raw.replace(/\n[ \t]*(?:\*(?!\/)|\/\/)?[ \t]?/g, (gap) => `\n${' '.repeat(gap.length - 1)}`)
  const flat = text.replaceAll('\n', ' ')
  return {
    kind,
    file,
    text: flat,
    lineAt: (offset) => firstLine + text.slice(0, offset).split('\n').length - 1,
  }
}

function isDeclaredName(node: ts.Identifier): boolean {
  const { parent } = node
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isClassDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isBindingElement(parent)) &&
    parent.name === node
  )
}

function isTableRow(line: string): boolean {
  return line.trimStart().startsWith('|')
}
