import { type ActionHandler, assumedError } from './action.ts'

/** Accepts the media quality of a conference device. Source: call: logTeleconferenceDeviceQuality, which requires `User-Agent`. */
export const logTeleconferenceDeviceQuality: ActionHandler = (_live, { header }) =>
  header('user-agent') ? {} : assumedError(400, '8523', "The header 'User-Agent' is missing.")
