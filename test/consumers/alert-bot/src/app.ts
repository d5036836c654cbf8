import express, { type Express } from 'express'
import { AlertBot, type Config } from './alert.ts'
import { wavFile } from './audio.ts'

/** Returns the web app of the bot. */
export function alertApp(
  config: Config,
  onError: (error: unknown) => void = console.error,
): { readonly app: Express; readonly bot: AlertBot } {
  const bot = new AlertBot(config)
  const app = express()
  app.get('/audio/:name', (_request, response) => {
    response.type('audio/wav').send(wavFile(2))
  })
  app.post('/api/calls', express.json(), (request, response) => {
    response.sendStatus(202)
    for (const notification of request.body.value) bot.onNotification(notification).catch(onError)
  })
  app.post('/alerts/:userId', async (request, response) => {
    response.json({ outcome: await bot.alert(request.params.userId) })
  })
  return { app, bot }
}
