/** Device names of Windows, which no file can have, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Returns the name of the file that Pact uses for two pacticipants. */
export function pactFileName(consumer: string, provider: string): string {
  return `${consumer}-${provider}.json`
}

/** True if Windows has a device with this file name. */
export function isDeviceName(name: string): boolean {
  return reserved.test(name)
}
