import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { VerificationError, verifyPacts } from 'graph-call-testkit/contracts'
import { describe, expect, test } from 'vitest'
import { metadataFile, metadataText } from '../metadata/contoso.ts'
import { committedPact, interactionIn, temporaryFolder } from './committed.ts'
import { groupOnly, results, withOtherRequest } from './verified-pacts.ts'

describe('a $metadata document', () => {
  test.each([
    ['as a path', metadataFile],
    ['as a URL', pathToFileURL(metadataFile)],
  ])('passed %s is checked for calls, but not for errors', async (_, metadata) => {
    const { passed, metadata: named, pacts } = await results(committedPact(), { metadata })
    expect({ passed, named }).toEqual({ passed: true, named: String(metadata) })
    const shapes = (pacts[0]?.interactions ?? []).map(({ description, levels: { shape } }) => [
      /\((.*)\)/.exec(description)?.[1],
      shape,
    ])
    const schemaOnly = { result: 'passed', findings: [] }
    const declared = { ...schemaOnly, metadata: { result: 'passed' } }
    const ofError = {
      ...schemaOnly,
      metadata: { result: 'not checked', reason: '$metadata does not declare error bodies' },
    }
    expect(Object.fromEntries(shapes)).toEqual({
      group: declared,
      'incoming-peer-to-peer': declared,
      'peer-to-peer': declared,
      terminating: declared,
      'access-token-expired': ofError,
      'call-not-found': ofError,
      'insufficient-tenant-permissions': ofError,
      'tenant-mismatch': ofError,
      throttled: ofError,
    })
  })

  test('that differs fails the shape level, even if the schema passes', async () => {
    const metadata = join(await temporaryFolder(), 'metadata.xml')
    await writeFile(
      metadata,
      metadataText
        .replace('<Property Name="threadId" Type="Edm.String" />', '')
        .replace('<Member Name="established" Value="1" />', ''),
    )
    const { passed, interactions, pacts } = await results(groupOnly, { metadata })
    expect({ passed, interactions }).toEqual({
      passed: false,
      interactions: { group: ['passed', 'failed', 'not checked'] },
    })
    const [group] = pacts[0]?.interactions ?? []
    expect(group?.reached).toEqual(['selfConsistency'])
    expect(group?.levels.shape).toEqual({
      result: 'failed',
      metadata: { result: 'failed' },
      findings: [
        {
          where: 'response',
          against: 'metadata',
          path: 'chatInfo.threadId',
          expected: 'no such property of microsoft.graph.chatInfo, which is not open',
          actual: expect.stringContaining('19:meeting_'),
        },
        {
          where: 'response',
          against: 'metadata',
          path: 'state',
          expected: 'one of incoming, terminating (microsoft.graph.callState)',
          actual: '"established"',
        },
      ],
    })
  })

  test('does not hide findings of the schema', async () => {
    const pact = structuredClone(groupOnly)
    Object.assign(Object(interactionIn(pact, 'group').response.body?.content), { unheardOf: 'x' })
    const { pacts } = await results(pact, { metadata: metadataFile })
    expect(pacts[0]?.interactions[0]?.levels.shape).toMatchObject({
      result: 'failed',
      metadata: { result: 'passed' },
      findings: [{ path: 'unheardOf' }],
    })
  })

  test('is not checked for a request for something other than a call', async () => {
    const { pacts } = await results(withOtherRequest(), { metadata: metadataFile })
    const group = pacts[0]?.interactions.find(({ description }) => description.endsWith('(group)'))
    expect(group?.levels.shape.metadata).toEqual({
      result: 'not checked',
      reason: 'it is not a GET request for a call',
    })
  })

  test.each([
    ['JSON', '{}', /metadata\.xml is not a \$metadata document of Graph\. /],
    ['a page', '<html/>', /is not a \$metadata document of Graph\. The root element is html\./],
    [
      'a service without calls',
      metadataText.replace('Name="call"', 'Name="talk"'),
      /does not declare microsoft\.graph\.call/,
    ],
  ])('is rejected if it is %s', async (_, text, message) => {
    const metadata = join(await temporaryFolder(), 'metadata.xml')
    await writeFile(metadata, text)
    const verified = verifyPacts(['contracts/pacts'], { metadata })
    await expect(verified).rejects.toThrow(VerificationError)
    await expect(verified).rejects.toThrow(message)
  })

  test.each([
    ['is missing', 'nowhere.xml', /^Cannot read the \$metadata document: nowhere\.xml .*ENOENT/],
    ['is a directory', 'contracts', /^Cannot read the \$metadata document: contracts /],
    ['is remote', 'https://graph.microsoft.com/v1.0/$metadata', /Download the document first/],
    [
      'is remote, as a URL',
      new URL('https://graph.microsoft.com/v1.0/$metadata'),
      /Download the document first/,
    ],
  ])('causes an error if it %s', async (_, metadata, message) => {
    const verified = verifyPacts(['contracts/pacts'], { metadata })
    await expect(verified).rejects.toThrow(VerificationError)
    await expect(verified).rejects.toThrow(message)
  })
})
