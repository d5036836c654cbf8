import { printable } from '../../output/printable.ts'
import { count } from '../count.ts'
import { githubAnnotation } from '../finding-formats.ts'
import { CommandFailure, type Io } from '../io.ts'
import type { DriftOptions } from './drift-options.ts'
import { readBytes } from './metadata-source.ts'
import { bodiesIn } from './traffic-bodies.ts'
import { type TrafficFinding, TrafficFindings } from './traffic-findings.ts'

/** Runs `drift --traffic`. */
export async function trafficDrift(
  file: string,
  { failOn, format, json }: DriftOptions,
  io: Io,
): Promise<void> {
  const name = printable(file === '-' ? 'standard input' : file)
  const findings = new TrafficFindings()
  for (const value of valuesIn((await readBytes(file, io)).toString('utf8'), name)) {
    for (const body of bodiesIn(value)) findings.add(body)
  }
  if (findings.bodies === 0) {
    throw new CommandFailure(2, `${name} has no calls, notifications, operations or errors.`)
  }
  switch (json ? 'json' : format) {
    case 'json':
      io.json({ bodies: findings.bodies, findings: findings.all })
      break
    case 'github':
      io.out(findings.all.map(annotation).join(''))
      break
    case 'pretty':
      io.out(findings.all.length === 0 ? 'Nothing unknown.\n' : findings.all.map(line).join(''))
  }
  io.err(`${count(findings.bodies, 'body', 'bodies')} read.\n`)
  const failing = findings.all.filter(({ severity }) => severity === 'breaking' || failOn === 'new')
  if (failing.length > 0) {
    throw new CommandFailure(1, `The model does not know ${count(findings.all.length, 'thing')} in ${name}.`)
  }
}

/** Yields the values of a JSON text, or of the lines of NDJSON. */
function* valuesIn(content: string, name: string): Generator<unknown> {
  const text = content.replace(/^\ufeff/, '')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    yield* linesOf(text, name)
    return
  }
  yield value
}

function* linesOf(text: string, name: string): Generator<unknown> {
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    try {
      yield JSON.parse(line)
    } catch {
      throw new CommandFailure(2, `${name}:${index + 1} is not JSON. Expected a HAR file, JSON or NDJSON.`)
    }
  }
}

function problemOf({ kind, type, path, expected, found, count: times }: TrafficFinding): string {
  const detail = expected === undefined ? found : `expected ${expected}, found ${found}`
  return printable(`${type}: ${path}: ${kind.replace('-', ' ')} (${detail}), ${count(times, 'time')}`)
}

function line(finding: TrafficFinding): string {
  return `${finding.severity === 'breaking' ? 'Breaks readers' : 'New'}: ${problemOf(finding)}\n`
}

function annotation(finding: TrafficFinding): string {
  return githubAnnotation(
    finding.severity === 'breaking' ? 'error' : 'warning',
    finding.kind,
    problemOf(finding),
  )
}
