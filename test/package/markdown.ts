import { readFileSync } from 'node:fs'

/** Code block on a page. */
export interface Block {
  readonly language: string
  readonly code: string
  /** Line of the page on which it starts. */
  readonly line: number
}

/** Fenced code blocks of a Markdown page, in order. */
export function blocksOf(page: URL): Block[] {
  const blocks: Block[] = []
  let open: { language: string; line: number; code: string[] } | undefined
  for (const [index, text] of readFileSync(page, 'utf8').split('\n').entries()) {
    const fence = /^```(\w*)/.exec(text)
    if (!fence) open?.code.push(text)
    else if (open) {
      blocks.push({ ...open, code: `${open.code.join('\n')}\n` })
      open = undefined
    } else open = { language: fence[1] ?? '', line: index + 2, code: [] }
  }
  return blocks
}
