import { unreadableFile } from '../../files/read-utf8-file.ts'
import { count } from '../count.ts'
import { type FindingFormat, githubFinding, prettyFinding, sarifLog } from '../finding-formats.ts'
import { type FormatOptions, formatIn } from '../format-option.ts'
import { openSource } from '../input-source.ts'
import { CommandFailure, type Io } from '../io.ts'
import { Progress } from '../progress.ts'
import { BodyChecker, type BodyFinding, bodyRules, fileFinding } from './body-checker.ts'
import { BodySplitter } from './body-splitter.ts'
import { UnreadableBodyError } from './unread-bytes.ts'

export interface ValidateOptions extends FormatOptions {
  readonly strict?: true
}

/** Runs `validate`. */
export async function validate(files: readonly string[], options: ValidateOptions, io: Io): Promise<void> {
  const checker = new BodyChecker(options.strict === true)
  const report = reporters[formatIn(options)](io)
  const stop = io.untilStopped?.()
  const progress = new Progress(io)
  try {
    for (const file of files) await validateFile(file, { checker, report, progress, io, stop })
  } finally {
    progress.end()
  }
  report.end(checker)
  if (checker.invalid === 0) return
  throw new CommandFailure(1, `${checker.invalid} of ${count(checker.bodies, 'body', 'bodies')} not valid.`)
}

interface Run {
  readonly checker: BodyChecker
  readonly report: Reporter
  readonly progress: Progress
  readonly io: Io
  readonly stop: AbortSignal | undefined
}

async function validateFile(file: string, { checker, report, progress, io, stop }: Run): Promise<void> {
  const source = await openSource(file, io)
  const splitter = new BodySplitter((body) => {
    for (const finding of checker.check(body, source.name)) report.finding(finding)
  })
  let read = 0
  const chunks = source.chunks((bytes) => {
    read += bytes
  })
  try {
    for await (const chunk of untilStopped(chunks, stop)) {
      splitter.push(chunk)
      progress.show(() => `${source.name}: ${amount(read, source.size)}, ${checker.bodies} bodies`)
    }
    splitter.end()
  } catch (error) {
    if (!(error instanceof UnreadableBodyError)) throw unreadableFile(source.name, error)
    throw new CommandFailure(2, `${source.name}:${error.line}: ${error.message}.`)
  } finally {
    // After a signal, a read may still wait for a pipe.
    if (!stop?.aborted) await source.close()
  }
  if (splitter.isEmpty) {
    throw new CommandFailure(2, `${source.name} is empty. Expected calls, errors or notifications as JSON.`)
  }
}

/** Yields items until a signal is aborted, and throws its reason then. */
async function* untilStopped<T>(items: AsyncIterable<T>, stop: AbortSignal | undefined): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]()
  let fail = (_reason: unknown) => {}
  const onAbort = () => fail(stop?.reason)
  stop?.addEventListener('abort', onAbort)
  try {
    for (;;) {
      stop?.throwIfAborted()
      // Not a race with one promise for all items: that promise would keep every item in memory.
      const next = await new Promise<IteratorResult<T>>((resolve, reject) => {
        fail = reject
        iterator.next().then(resolve, reject)
      })
      if (next.done) return
      yield next.value
    }
  } finally {
    stop?.removeEventListener('abort', onAbort)
    // After a signal, it would wait for a read that may never end.
    if (!stop?.aborted) await iterator.return?.()
  }
}

function amount(read: number, size: number | undefined): string {
  return size === undefined ? `${Math.round(read / 1e6)} MB` : `${Math.floor((read / size) * 100)}%`
}

interface Reporter {
  finding(finding: BodyFinding): void
  end(checker: BodyChecker): void
}

const reporters: Readonly<Record<FindingFormat, (io: Io) => Reporter>> = {
  pretty: (io) => ({
    finding: (finding) => io.out(prettyFinding(fileFinding(finding))),
    end(checker) {
      const { call, callError, commsNotifications } = checker.valid
      const parts = [
        count(call, 'call'),
        count(callError, 'error'),
        count(commsNotifications, 'post of notifications', 'posts of notifications'),
      ]
      io.out(`Valid: ${parts.join(', ')}.\n`)
    },
  }),
  github: (io) => ({
    finding: (finding) => io.out(githubFinding(fileFinding(finding))),
    end() {},
  }),
  json: (io) =>
    collected((findings, { valid, invalid, bodies }) => {
      io.json({
        passed: invalid === 0,
        bodies,
        calls: valid.call,
        errors: valid.callError,
        notifications: valid.commsNotifications,
        invalid,
        findings,
      })
    }),
  sarif: (io) => collected((findings) => io.json(sarifLog(findings.map(fileFinding), bodyRules, io.version))),
}

function collected(end: (findings: readonly BodyFinding[], checker: BodyChecker) => void): Reporter {
  const findings: BodyFinding[] = []
  return {
    finding: (finding) => void findings.push(finding),
    end: (checker) => end(findings, checker),
  }
}
