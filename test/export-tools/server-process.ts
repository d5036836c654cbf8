import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

/** Starts a server that ends after the test, which must not be concurrent. Returns the part of its output that a pattern captures. */
export function startServer(
  command: string,
  args: readonly string[],
  cwd: string,
  printed: RegExp,
): Promise<string> {
  const server = spawn(command, args, { cwd, detached: true })
  onTestFinished(() => stop(server))
  return new Promise((resolve, reject) => {
    let output = ''
    const read = (text: string) => {
      output += text
      const [, captured] = printed.exec(output) ?? []
      if (captured) resolve(captured)
    }
    // Keeps reading after that: a server can end if it cannot write its log.
    for (const stream of [server.stdout, server.stderr]) stream.setEncoding('utf8').on('data', read)
    server.once('error', reject)
    server.once('close', () => reject(new Error(`${command} ended: ${output}`)))
  })
}

async function stop(server: ChildProcess): Promise<void> {
  const { pid, exitCode } = server
  if (pid === undefined || exitCode !== null) return
  const closed = once(server, 'close')
  // The command may have started the server as its own child.
  process.kill(-pid, 'SIGKILL')
  await closed
}
