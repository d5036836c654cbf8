import { printable } from '../../output/printable.ts'
import { count } from '../count.ts'
import { githubAnnotation } from '../finding-formats.ts'
import { CommandFailure, type Io } from '../io.ts'
import { nameOf, readText } from '../source-bytes.ts'
import type { DriftOptions } from './drift-options.ts'
import { type TrafficFinding, TrafficFindings } from './traffic-findings.ts'
import { trafficLine, trafficProblem } from './traffic-format.ts'

/** Runs `drift --traffic`. */
export async function trafficDrift(
  file: string,
  { failOn, format, json }: DriftOptions,
  io: Io,
): Promise<void> {
  const name = printable(nameOf(file))
  const findings = new TrafficFindings()
  const { bodiesIn, CaptureFormatError, documentsIn } = await import('../../capture/traffic.ts')
  try {
    for (const { value } of documentsIn(await readText(file, io)).documents) {
      for (const body of bodiesIn(value)) findings.add(body)
    }
  } catch (error) {
    if (error instanceof CaptureFormatError) throw new CommandFailure(2, `${name}: ${error.message}`)
    throw error
  }
  if (findings.bodies === 0) {
    throw new CommandFailure(
      2,
      `${name} has no calls, notifications, operations or errors. Pass a file that contains some.`,
    )
  }
  switch (json ? 'json' : format) {
    case 'json':
      io.json({ bodies: findings.bodies, findings: findings.all })
      break
    case 'github':
      io.out(findings.all.map(annotation).join(''))
      break
    case 'pretty':
      io.out(findings.all.length === 0 ? 'Nothing unknown.\n' : findings.all.map(trafficLine).join(''))
  }
  io.err(`${count(findings.bodies, 'body', 'bodies')} read.\n`)
  const failing = findings.all.filter(({ severity }) => severity === 'breaking' || failOn === 'new')
  if (failing.length > 0) {
    throw new CommandFailure(1, `The model does not know ${count(findings.all.length, 'thing')} in ${name}.`)
  }
}

function annotation(finding: TrafficFinding): string {
  return githubAnnotation(
    finding.severity === 'breaking' ? 'error' : 'warning',
    finding.kind,
    trafficProblem(finding),
  )
}
