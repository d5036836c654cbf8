import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { listening } from './listening-server.ts'
import { runCommand, runWithInput } from './run-command.ts'
import { temporaryFolderOfFile } from './temporary-folder.ts'

const usnatFile = fileURLToPath(new URL('../metadata/usnat-calls.csdl.xml', import.meta.url))
const usnat = readFileSync(usnatFile, 'utf8')
const folder = temporaryFolderOfFile()

function write(content: string | Uint8Array): string {
  const file = join(folder(), 'metadata.xml')
  writeFileSync(file, content)
  return file
}

async function drift(...argv: string[]) {
  const { exit, out, err } = runCommand('drift', '--cloud', 'usnat', ...argv)
  return { exit: await exit, out: out(), err: err() }
}

const withMood = usnat.replace('<Property Name="subject"', '<Property Name="mood" Type="Edm.String" />$&')
const withoutSubject = usnat.replace('<Property Name="subject" Type="Edm.String" />', '')

describe('drift', () => {
  test('reports that nothing has changed, and the age of the model', async () => {
    expect(await drift(usnatFile)).toEqual({
      exit: 0,
      out: 'No differences.\n',
      err: expect.stringMatching(
        /^The model has the metadata of \d{4}-\d\d \((this month|\d+ months? ago)\)\.\n$/,
      ),
    })
  })

  test.each([
    ['gzip', gzipSync(usnat)],
    ['UTF-16, little endian', Buffer.from(`\ufeff${usnat}`, 'utf16le')],
    ['UTF-16, big endian', Buffer.from(`\ufeff${usnat}`, 'utf16le').swap16()],
    ['UTF-16 without a byte order mark', Buffer.from(usnat, 'utf16le')],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${usnat}`)],
  ])('reads %s', async (_name, bytes) => {
    expect(await drift(write(bytes))).toMatchObject({ exit: 0, out: 'No differences.\n' })
  })

  test('reads standard input', async () => {
    const { exit, out } = runWithInput([Buffer.from(usnat)], 'drift', '-', '--cloud', 'usnat')
    expect([await exit, out()]).toEqual([0, 'No differences.\n'])
  })

  test('exits with 1 if readers break', async () => {
    const { exit, out, err } = await drift(write(withoutSubject))
    expect(exit).toBe(1)
    expect(out).toMatch(/^Breaks readers: call\.subject: property removed \(model: Edm\.String\)\n {2}\w/)
    expect(err).toMatch(/1 difference found: 1 breaking\. Check for a newer version of graph-call-testkit/)
  })

  test('exits with 1 for something new only with --fail-on new', async () => {
    const file = write(withMood)
    expect((await drift(file)).exit).toBe(0)
    expect((await drift(file, '--fail-on', 'new')).exit).toBe(1)
  })

  test('prints JSON', async () => {
    const report = JSON.parse((await drift(write(withMood), '--json')).out)
    expect(report).toMatchObject({ cloud: 'usnat', findings: [{ kind: 'property-added', property: 'mood' }] })
  })

  test('prints annotations', async () => {
    const { out } = await drift(write(withMood), '--format', 'github')
    expect(out).toMatch(
      /^::warning title=property-added::call\.mood: property added \(metadata: Edm\.String\)%0A.+\n$/,
    )
  })

  test('prints no control characters of a document', async () => {
    const { out } = await drift(
      write(usnat.replace('<Property Name="subject"', '<Property Name="a&#x1;" Type="b&#x9b;c" />$&')),
    )
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it finds them
    expect(out).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/)
  })
})

const bomb = (document: string) =>
  document.replace(
    '<edmx:Edmx',
    `<!DOCTYPE x [<!ENTITY a "ha">${[...'bcdefghij'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`).join('')}]>\n<edmx:Edmx`,
  )

describe('bad input gets one line and exit 2', () => {
  let requests: string[] = []
  const server = (listener: RequestListener) =>
    listening(
      createServer((request, response) => {
        requests.push(request.url ?? '')
        listener(request, response)
      }),
    )
  afterEach(() => {
    requests = []
  })

  const line = async (...argv: string[]) => {
    const { exit, out, err } = await drift(...argv)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    const lines = err.split('\n')
    expect(lines).toHaveLength(2)
    return lines[0]
  }

  test.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /^The document is empty/],
    ['truncated XML', usnat.slice(0, 9_000), /^The document is not XML: /],
    ['truncated gzip', gzipSync(usnat).subarray(0, 900), /gzip data is invalid/],
    [
      'other XML',
      '<feed><entry/></feed>',
      /^The root element is feed\. Expected edmx:Edmx, as in a \$metadata document\.$/,
    ],
    [
      'a sign-in page',
      '\n<!DOCTYPE html>\n<html><body>Sign in</body></html>',
      /^The document is an HTML page, such as a sign-in page/,
    ],
    ['JSON', '{"value":[]}', /^The document is JSON\. Expected XML/],
    [
      'another version of OData',
      usnat.replace('Version="4.0"', 'Version="3.0"'),
      /^Unsupported OData version: 3\.0/,
    ],
    [
      'no calls',
      usnat.replace('<EntityType Name="call"', '<EntityType Name="chat"'),
      /does not declare microsoft\.graph\.call.*China/,
    ],
    [
      'a billion laughs',
      bomb(usnat).replace('Name="subject"', 'Name="&j;"'),
      /^The document is not XML: .*entity/i,
    ],
    [
      'bytes that are not text',
      Buffer.concat([Buffer.from('<a>'), Buffer.from([0xff, 0xfe])]),
      /neither UTF-8 nor UTF-16/,
    ],
    [
      'a property without a type',
      usnat.replace(' Type="Edm.String" Nullable="false"', ''),
      /^Invalid CSDL: Property without Type/,
    ],
  ])('%s', async (_name, content, message) => {
    expect(await line(write(content))).toMatch(message)
  })

  test('an external entity, which is not fetched', async () => {
    await using site = await server((_request, response) => response.end('secret'))
    const external = usnat
      .replace('<edmx:Edmx', `<!DOCTYPE x [<!ENTITY e SYSTEM "${site.url}">]>\n<edmx:Edmx`)
      .replace('Name="subject"', 'Name="&e;"')
    expect(await line(write(external))).toMatch(/^The document is not XML: .*entity/i)
    expect(requests).toEqual([])
  })

  test('a file that does not exist', async () => {
    expect(await line(join(folder(), 'none.xml'))).toMatch(/it does not exist/)
  })

  test.each<[string, RequestListener, RegExp]>([
    [
      'a redirect',
      (_request, response) =>
        response.writeHead(302, { Location: 'https://login.contoso.com/?token=1' }).end(),
      /redirects to https:\/\/login\.contoso\.com\/\. /,
    ],
    ['a 503', (_request, response) => response.writeHead(503).end(), /has the status 503\. Try again later/],
    ['a 404', (_request, response) => response.writeHead(404).end(), /has the status 404\. Check the URL/],
    ['a sign-in page', (_request, response) => response.end('<html></html>'), /HTML page/],
    ['a broken connection', (request) => request.socket.destroy(), /^Cannot download .*Check the network/],
  ])('%s of a server', async (_name, listener, message) => {
    await using site = await server(listener)
    expect(await line(`${site.url}/$metadata?key=secret`)).toMatch(message)
    expect(requests).toEqual(['/$metadata?key=secret'])
  })

  test('no network', async () => {
    const site = await server((_request, response) => response.end())
    await site[Symbol.asyncDispose]()
    expect(await line(`${site.url}/$metadata`)).toMatch(/ECONNREFUSED/)
  })

  test('a cloud without a public document', async () => {
    expect(await line()).toBe('The cloud usnat has no public document. Pass a file or a URL.')
  })
})

test('downloads a document, which can be compressed', async () => {
  const site = await listening(createServer((_request, response) => response.end(gzipSync(usnat))))
  expect(await drift(`${site.url}/metadata.gz`)).toMatchObject({ exit: 0, out: 'No differences.\n' })
  await site[Symbol.asyncDispose]()
})

test('reports a download whose gzip data is invalid', async () => {
  const damaged = gzipSync(usnat).subarray(0, 900)
  const site = await listening(createServer((_request, response) => response.end(damaged)))
  const { exit, err } = await drift(`${site.url}/metadata.gz`)
  expect({ exit, err }).toEqual({
    exit: 2,
    err: `${site.url}/metadata.gz cannot be read: its gzip data is invalid or incomplete. Download it again.\n`,
  })
  await site[Symbol.asyncDispose]()
})
