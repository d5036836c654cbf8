import express, { type Express } from 'express'
import { wavFile } from './audio.ts'
import { CallQueue } from './call-queue.ts'
import type { Config } from './config.ts'
import { graphClient } from './graph.ts'
import { Ivr } from './ivr.ts'
import { notificationsIn } from './notification.ts'
import { tokenVerifier } from './verify-token.ts'

/** Returns the web app of the bot. */
export function ivrApp(
  config: Config,
  onError: (error: unknown) => void = console.error,
): { readonly app: Express; readonly ivr: Ivr } {
  const ivr = new Ivr(graphClient(config), config)
  const queue = new CallQueue(onError)
  const verify = tokenVerifier(config)
  const app = express()
  app.get('/audio/:name', (_request, response) => {
    response.type('audio/wav').send(wavFile(2))
  })
  app.post('/api/calls', express.json({ limit: '4mb' }), async (request, response) => {
    try {
      await verify(request.headers.authorization)
    } catch (error) {
      onError(error)
      response.sendStatus(401)
      return
    }
    const notifications = notificationsIn(request.body)
    // The service waits for the response: work comes afterwards.
    response.sendStatus(202)
    for (const each of notifications) queue.add(each.callId, () => ivr.onNotification(each))
  })
  return { app, ivr }
}
