import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type defineCallContract, RequestMismatchError } from 'graph-call-testkit/contracts'
import { describe, expect, test, vi } from 'vitest'
import { temporaryFolder } from './committed.ts'
import { define, names, runAll } from './define.ts'
import { get } from './get.ts'

/** Imports a new copy of the package, as another process does. */
async function importAgain(): Promise<typeof defineCallContract> {
  vi.resetModules()
  return (await import('graph-call-testkit/contracts')).defineCallContract
}

describe('the pact file', () => {
  test('is written when the last interaction has passed, with the same bytes in any order', async () => {
    const texts: string[] = []
    for (const order of [names, names.toReversed()]) {
      const dir = await temporaryFolder()
      const contract = define(dir, names)
      for (const [at, name] of order.entries()) {
        expect((await readdir(dir)).filter((file) => file.endsWith('.json'))).toEqual([])
        await contract.interaction(name).run(get)
        expect(contract.file).toBe(join(dir, 'my-bot-microsoft-graph-calls.json'))
        expect(await readdir(dir)).toEqual(
          at === names.length - 1 ? ['my-bot-microsoft-graph-calls.json', 'staging'] : ['staging'],
        )
      }
      texts.push(await readFile(contract.file, 'utf8'))
    }
    expect(texts[0]).toBe(texts[1])
    expect(JSON.parse(texts[0] ?? '').interactions).toHaveLength(names.length)
  })

  test('is the same if all interactions run at once, and in any order of the definition', async () => {
    const [one, other] = [await temporaryFolder(), await temporaryFolder()]
    const atOnce = define(one, names.toReversed())
    await Promise.all(atOnce.interactions.map((interaction) => interaction.run(get)))
    expect(await readFile(atOnce.file, 'utf8')).toBe(await runAll(define(other, names)))
  })

  test('does not change after a single test, a failure, and a second run', async () => {
    const dir = await temporaryFolder()
    const text = await runAll(define(dir, names))
    const changed = define(dir, [...names, 'throttled'], {}, await importAgain())
    await changed.interaction('throttled').run(get)
    const failing = changed.interaction('group').run(async (context) => {
      await get(context)
      throw new RangeError('a bug')
    })
    await expect(failing).rejects.toThrow(new RangeError('a bug'))
    expect(await readFile(changed.file, 'utf8')).toBe(text)
    const again = define(dir, names, {}, await importAgain())
    await again.interaction('group').run(get)
    await runAll(again)
    expect(await readFile(changed.file, 'utf8')).toBe(text)
  })

  test('is not written while an interaction that passed before fails', async () => {
    const dir = await temporaryFolder()
    const contract = define(dir, ['peer-to-peer', 'group'])
    await contract.interaction('group').run(get)
    await expect(contract.interaction('group').run(() => 'nothing')).rejects.toThrow(RequestMismatchError)
    await contract.interaction('peer-to-peer').run(get)
    expect(await readdir(dir)).toEqual(['staging'])
    await contract.interaction('group').run(get)
    expect(await readdir(dir)).toContain('my-bot-microsoft-graph-calls.json')
  })

  test('parses the results when every interaction has one', async () => {
    const dir = await temporaryFolder()
    const contract = define(dir, names)
    await contract.interaction('group').run(get)
    const staging = join(dir, 'staging/my-bot-microsoft-graph-calls')
    const file = (await readdir(staging, { recursive: true })).find((name) => /\d\.staged$/.test(name)) ?? ''
    await writeFile(join(staging, file), '{ cut')
    await contract.interaction('peer-to-peer').run(get)
    await expect(contract.interaction('call-not-found').run(get)).rejects.toThrow(
      `${file} is not a valid staging file`,
    )
    await contract.interaction('group').run(get)
    await contract.interaction('call-not-found').run(get)
    expect(JSON.parse(await readFile(contract.file, 'utf8')).interactions).toHaveLength(names.length)
  })

  test('does not have an interaction that was removed from the definition', async () => {
    const dir = await temporaryFolder()
    await runAll(define(dir, [...names, 'throttled']))
    const shorter = define(dir, names, {}, await importAgain())
    expect(await runAll(shorter)).toBe(await runAll(define(await temporaryFolder(), names)))
  })

  test('is in the directory of a URL, and results are in the staging directory', async () => {
    const [dir, staging] = [await temporaryFolder(), await temporaryFolder()]
    await runAll(define(pathToFileURL(`${dir}/`), names, { staging }))
    expect(await readdir(dir)).toEqual(['my-bot-microsoft-graph-calls.json'])
    expect(await readFile(join(staging, 'my-bot-microsoft-graph-calls/.gitignore'), 'utf8')).toBe('*\n')
  })
})

test('rejects the name of an unknown interaction', async () => {
  const contract = define(await temporaryFolder(), names)
  expect(() => Reflect.apply(contract.interaction, contract, ['grup'])).toThrow(
    'The contract does not have the interaction "grup". It has: "peer-to-peer", "group", "call-not-found".',
  )
})
