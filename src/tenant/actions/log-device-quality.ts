import { type ActionHandler, assumedError } from './action.ts'

/** Accepts the media quality of a conference device. Source: call: logTeleconferenceDeviceQuality, which requires `User-Agent`. */
export const logTeleconferenceDeviceQuality: ActionHandler = (_live, { action, header }) => {
  const missing = action.headers?.find((name) => !header(name.toLowerCase()))
  return missing === undefined ? {} : assumedError(400, '8523', `The header '${missing}' is missing.`)
}
