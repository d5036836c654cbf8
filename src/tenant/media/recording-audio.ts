import { bytesPerMillisecond } from './read-wav.ts'

/** Length of one wave of the tone, in samples: 444 Hz. */
const period = 36
/** Loudest sample of the tone. */
const amplitude = 4_000

/** Returns a WAV file with a tone: mono, 16 bit, 16 kHz. Only integers are used, so the bytes are the same everywhere. */
export function toneFile(milliseconds: number): Uint8Array<ArrayBuffer> {
  const size = milliseconds * bytesPerMillisecond
  const file = new Uint8Array(44 + size)
  const view = new DataView(file.buffer)
  const text = (at: number, letters: string) => {
    for (let i = 0; i < letters.length; i++) view.setUint8(at + i, letters.charCodeAt(i))
  }
  text(0, 'RIFF')
  view.setUint32(4, 36 + size, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true) // PCM
  view.setUint16(22, 1, true) // channels
  view.setUint32(24, 16_000, true) // samples a second
  view.setUint32(28, 32_000, true) // bytes a second
  view.setUint16(32, 2, true) // bytes of a sample
  view.setUint16(34, 16, true) // bits of a sample
  text(36, 'data')
  view.setUint32(40, size, true)
  for (let sample = 0; sample < size / 2; sample++) view.setInt16(44 + 2 * sample, toneAt(sample), true)
  return file
}

/** Returns a sample of a triangle wave. */
function toneAt(sample: number): number {
  const half = period / 2
  const position = Math.abs((sample % period) - half)
  return Math.trunc((amplitude * (2 * position - half)) / half)
}
