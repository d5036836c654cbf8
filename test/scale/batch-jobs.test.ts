import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { temporaryFolder } from '../contracts/committed.ts'
import { deepTest } from '../runs.ts'
import { environmentWithNpx, generated, joinedParts, runProgram, scaleFile } from './command.ts'

interface Job {
  readonly kind: string
  readonly spec: {
    readonly completions: number
    readonly completionMode: string
    readonly template: {
      readonly spec: {
        readonly restartPolicy: string
        readonly containers: readonly [
          {
            readonly command: readonly string[]
            readonly env: readonly { readonly name: string; readonly value: string }[]
          },
        ]
      }
    }
  }
}

describe('the Kubernetes job', () => {
  const job = async (): Promise<Job> =>
    Object(parse(await readFile(scaleFile('kubernetes-job.yaml'), 'utf8')))

  test('is an Indexed Job with a completion for each shard', async () => {
    const { kind, spec } = await job()
    const [{ env }] = spec.template.spec.containers
    expect({ kind, mode: spec.completionMode }).toEqual({ kind: 'Job', mode: 'Indexed' })
    expect(env.find(({ name }) => name === 'SHARDS')?.value).toBe(String(spec.completions))
    expect(spec.template.spec.restartPolicy).toBe('OnFailure')
  })

  test('writes the whole in its completions', async () => {
    const { spec } = await job()
    const [
      {
        command: [shell = '', ...args],
        env,
      },
    ] = spec.template.spec.containers
    const folder = await temporaryFolder()
    const variables = Object.fromEntries(env.map(({ name, value }) => [name, value]))
    const path = await environmentWithNpx(folder)
    for (const index of ['0', '1', '2']) {
      await runProgram(shell, args, {
        cwd: folder,
        env: { ...path, ...variables, COUNT: '50', SHARDS: '3', JOB_COMPLETION_INDEX: index },
      })
    }
    expect(await joinedParts(folder)).toBe(await generated('--count', '50', '--seed', '7'))
  })
})

test('the Slurm script writes the shard of its task', async () => {
  const folder = await temporaryFolder()
  const task = { COUNT: '40', SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_COUNT: '4' }
  await runProgram('sh', [scaleFile('slurm-array.sh')], {
    cwd: folder,
    env: { ...(await environmentWithNpx(folder)), ...task },
  })
  expect(await readFile(`${folder}/calls-00002.ndjson`, 'utf8')).toBe(
    await generated('--count', '40', '--seed', '7', '--shard', '2/4'),
  )
})

deepTest('the script for GNU parallel writes the whole', async () => {
  const folder = await temporaryFolder()
  await runProgram('sh', [scaleFile('gnu-parallel.sh')], {
    cwd: folder,
    env: { ...(await environmentWithNpx(folder)), COUNT: '300', SEED: '11', SHARDS: '5' },
  })
  expect(await joinedParts(folder)).toBe(await generated('--count', '300', '--seed', '11'))
})
