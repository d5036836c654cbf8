import { readFileSync } from 'node:fs'

/** A block of code of a page. */
export interface Block {
  readonly language: string
  readonly code: string
  /** The line of the page that it starts on. */
  readonly line: number
}

/** The fenced blocks of a page of Markdown, in order. */
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
