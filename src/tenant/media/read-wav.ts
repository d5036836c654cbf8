/** Length of a file, or what is wrong with it. */
export type WavFile = { readonly milliseconds: number } | { readonly problem: string }

/** Number of bytes at the start of a file in which its chunks must begin. */
export const longestHead = 2 ** 18

/** Bytes of one millisecond: 16 kHz, mono, 16 bit. */
export const bytesPerMillisecond = 32

/** Size of the data in a file that was written to a stream. Its writer does not know the size. */
const unknownSize = 0xffff_ffff

/** Encodings by their number. Source: mmreg.h of Windows. */
const encodings: Readonly<Record<number, string>> = {
  1: 'PCM',
  2: 'ADPCM',
  3: 'floating point',
  6: 'A-law',
  7: 'mu-law',
  85: 'MP3',
}
const extensible = 0xfffe

/**
 * Reads the length of a prompt, and checks its format: WAV with PCM, mono, 16 bit, 16 kHz.
 *
 * @param head - start of the file, at most {@link longestHead} bytes
 * @param size - size of the complete file in bytes
 * Sources: Multimedia Programming Interface and Data Specifications 1.0, chapter 3 (WAVE); the format is the one that
 * Azure Communication Services documents.
 */
export function readWav(head: Uint8Array, size: number): WavFile {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (head.length < 12 || textAt(view, 0) !== 'RIFF' || textAt(view, 8) !== 'WAVE') {
    return { problem: 'It is not a WAV file.' }
  }
  let format: string | undefined
  for (let at = 12; at + 8 <= head.length; ) {
    const start = at + 8
    const length = view.getUint32(at + 4, true)
    switch (textAt(view, at)) {
      case 'fmt ': {
        if (length < 16 || start + 16 > head.length) return { problem: "Its 'fmt ' chunk is truncated." }
        format = formatProblem(view, start, length)
        if (format) return { problem: format }
        break
      }
      case 'data':
        return format === undefined
          ? { problem: "It has no 'fmt ' chunk before the data." }
          : lengthOf(length, size - start)
    }
    // Chunks begin at even positions.
    at = start + length + (length % 2)
  }
  return { problem: "It has no 'data' chunk." }
}

function lengthOf(length: number, available: number): WavFile {
  if (length !== unknownSize && length > available) {
    return { problem: `It is truncated: its data has ${available} of ${length} bytes.` }
  }
  return { milliseconds: Math.ceil(Math.min(length, available) / bytesPerMillisecond) }
}

/** Returns what is wrong with the format, or an empty string. */
function formatProblem(view: DataView, at: number, length: number): string {
  const tag = view.getUint16(at, true)
  // The number of the encoding is then the start of a GUID.
  const encoding =
    tag === extensible && length >= 40 && at + 26 <= view.byteLength ? view.getUint16(at + 24, true) : tag
  const channels = view.getUint16(at + 2, true)
  const rate = view.getUint32(at + 4, true)
  const bits = view.getUint16(at + 14, true)
  const found = [
    encoding !== 1 && `is encoded as ${encodings[encoding] ?? `format ${encoding}`}`,
    channels !== 1 && `has ${channels} channels`,
    bits !== 16 && `has ${bits} bits`,
    rate !== 16_000 && `has ${rate} Hz`,
  ].filter((each) => each !== false)
  return found.length === 0 ? '' : `It ${found.join(', ')}. Expected PCM, 1 channel, 16 bits and 16000 Hz.`
}

function textAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)))
}
