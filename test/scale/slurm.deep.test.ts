import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../contracts/committed.ts'
import { environmentWithNpx, generated, joinedParts, runProgram, scaleFile } from './command.ts'

/** Returns a free port. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = Object(server.address())
  server.close()
  return port
}

/** Starts the controller and one node of Slurm, and returns the environment for its commands. */
async function startSlurm(folder: string): Promise<NodeJS.ProcessEnv> {
  const node = hostname().split('.')[0] ?? 'localhost'
  for (const name of ['state', 'spool']) await mkdir(join(folder, name))
  const config = join(folder, 'slurm.conf')
  await writeFile(
    config,
    `ClusterName=test
SlurmctldHost=${node}(127.0.0.1)
SlurmctldPort=${await freePort()}
SlurmdPort=${await freePort()}
SlurmUser=root
SlurmdUser=root
AuthType=auth/none
CredType=cred/none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SchedulerParameters=batch_sched_delay=0,sched_interval=1
ReturnToService=2
MailProg=/bin/true
StateSaveLocation=${join(folder, 'state')}
SlurmdSpoolDir=${join(folder, 'spool')}
SlurmctldPidFile=${join(folder, 'slurmctld.pid')}
SlurmdPidFile=${join(folder, 'slurmd.pid')}
SlurmctldLogFile=${join(folder, 'slurmctld.log')}
SlurmdLogFile=${join(folder, 'slurmd.log')}
NodeName=${node} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`,
  )
  const env = { ...process.env, SLURM_CONF: config }
  for (const [program, ...args] of [
    ['slurmctld', '-D'],
    ['slurmd', '-D', '-N', node],
  ] as const) {
    const daemon = spawn(program, args, { env, stdio: 'ignore' })
    onTestFinished(() => void daemon.kill('SIGKILL'))
  }
  for (;;) {
    const { stdout } = await runProgram('sinfo', ['--noheader', '--format=%T'], { env }).catch(() => ({
      stdout: '',
    }))
    if (stdout.trim() === 'idle') return env
    await setTimeout(500)
  }
}

test('a Slurm array job writes the whole', async () => {
  const folder = await temporaryFolder()
  const { SLURM_CONF, ...slurm } = await startSlurm(folder)
  const env = { ...slurm, ...(await environmentWithNpx(folder)), SLURM_CONF }
  await runProgram('sbatch', ['--wait', '--array=1-4', scaleFile('slurm-array.sh')], {
    cwd: folder,
    env: { ...env, COUNT: '500', SEED: '5' },
  }).catch(async (error) => {
    const log = await readFile(join(folder, 'generate-calls-1.log'), 'utf8').catch(() => 'no log')
    throw new Error(`${error.message}\n${log}`)
  })
  expect(await joinedParts(folder)).toBe(await generated('--count', '500', '--seed', '5'))
})
