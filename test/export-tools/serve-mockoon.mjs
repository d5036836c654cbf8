/** Serves an environment of Mockoon on a free port, which it prints. Runs in a project that has Mockoon. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { MockoonServer } from '@mockoon/commons-server'

const free = createServer().listen(0, '127.0.0.1')
await once(free, 'listening')
const { port } = free.address()
free.close()
await once(free, 'close')

const environment = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const server = new MockoonServer({ ...environment, port })
server.on('error', (code, error) => {
  throw new Error(`Mockoon failed: ${code}`, { cause: error })
})
server.on('started', () => console.log(`port ${port}`))
server.start()
