import { run } from '../../src/cli/run.ts'

/** A terminal, and a command that runs in it. */
export function type(...argv: string[]) {
  let out = ''
  let err = ''
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  let look = () => {}
  const exit = run(argv, {
    out(text) {
      out += text
      look()
    },
    err(text) {
      err += text
    },
    columns: 100,
    version: '1.2.3',
    stopped: () => stopped,
  })
  return {
    exit,
    /** As Ctrl+C does. */
    stop,
    out: () => out,
    err: () => err,
    /** The first line of stdout, once it is there; an error where the command ends without one. */
    async firstLine(): Promise<string> {
      const line = new Promise<void>((resolve) => {
        look = () => out.includes('\n') && resolve()
        look()
      })
      await Promise.race([line, exit])
      if (!out) throw new Error(`It printed nothing, but: ${err}`)
      return out.split('\n')[0] ?? ''
    },
  }
}
