import { ivrApp } from './app.ts'
import { configFrom } from './config.ts'

const { app } = ivrApp(configFrom(process.env))
app.listen(Number(process.env['PORT'] ?? 3978))
