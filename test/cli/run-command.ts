import { run } from '../../src/cli/run.ts'

/** Runs a command line in this process, and captures its output. */
export const runCommand = (...argv: string[]) => runWithInput([], ...argv)

/** Runs a command line like {@link runCommand}, with chunks of standard input. */
export function runWithInput(input: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, ...argv: string[]) {
  let out = ''
  let err = ''
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  let onOutput = () => {}
  const exit = run(argv, {
    out(text) {
      out += text
      onOutput()
    },
    err(text) {
      err += text
    },
    async write(bytes) {
      out += Buffer.from(bytes).toString()
      return true
    },
    async *input() {
      yield* input
    },
    columns: 100,
    colors: false,
    version: '1.2.3',
    stopped: () => stopped,
  })
  return {
    exit,
    /** Stops the command, as Ctrl+C does. */
    stop,
    out: () => out,
    err: () => err,
    /** Waits for the first line of stdout. Rejects if the command ends without one. */
    async firstLine(): Promise<string> {
      const line = new Promise<void>((resolve) => {
        onOutput = () => out.includes('\n') && resolve()
        onOutput()
      })
      await Promise.race([line, exit])
      if (!out) throw new Error(`Nothing on stdout. On stderr: ${err}`)
      return out.split('\n')[0] ?? ''
    },
  }
}
