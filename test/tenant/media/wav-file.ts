/** Format of a WAV file. By default, the one that the service plays. */
export interface WavFormat {
  readonly milliseconds?: number
  readonly encoding?: number
  readonly channels?: number
  readonly rate?: number
  readonly bits?: number
  /** Writes the format as WAVEFORMATEXTENSIBLE. */
  readonly isExtensible?: boolean
  /** Chunks before the data, by name. */
  readonly chunks?: Readonly<Record<string, Buffer>>
  /** Size in the header of the data. Defaults to the real one. */
  readonly size?: number
}

/** Returns a WAV file with silence. */
export function wavFile(format: WavFormat = {}): Buffer<ArrayBuffer> {
  const { milliseconds = 1_000, encoding = 1, channels = 1, rate = 16_000, bits = 16 } = format
  const frame = (channels * bits) / 8
  const data = Buffer.alloc(Math.round((milliseconds * rate) / 1_000) * frame)
  const fields = Buffer.alloc(format.isExtensible ? 40 : 16)
  fields.writeUInt16LE(format.isExtensible ? 0xfffe : encoding, 0)
  fields.writeUInt16LE(channels, 2)
  fields.writeUInt32LE(rate, 4)
  fields.writeUInt32LE(rate * frame, 8)
  fields.writeUInt16LE(frame, 12)
  fields.writeUInt16LE(bits, 14)
  if (format.isExtensible) {
    fields.writeUInt16LE(22, 16)
    fields.writeUInt16LE(encoding, 24)
  }
  const more = Object.entries(format.chunks ?? {}).map(([name, content]) => chunk(name, content))
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    chunk('fmt ', fields),
    ...more,
    chunk('data', data, format.size),
  ])
  return Buffer.concat([chunk('RIFF', body)])
}

function chunk(name: string, content: Buffer, size = content.length): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(size >>> 0, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}
