import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestHead, readWav } from '../../../src/tenant/media/read-wav.ts'
import { toneFile } from '../../../src/tenant/media/recording-audio.ts'
import { runs } from '../../runs.ts'
import { type WavFormat, wavFile } from './wav-file.ts'

const read = (file: Buffer) => readWav(file.subarray(0, longestHead), file.length)

describe('a WAV file', () => {
  test.each<[string, WavFormat]>([
    ['in the usual form', {}],
    ['in the extensible form', { isExtensible: true }],
    ['with other chunks before the data', { chunks: { LIST: Buffer.alloc(101), bext: Buffer.alloc(0) } }],
    ['that was written to a stream', { size: 0xffff_ffff }],
  ])('%s has a length', (_name, format) => {
    fc.assert(
      fc.property(fc.nat({ max: 3_000 }), (milliseconds) => {
        expect(read(wavFile({ ...format, milliseconds }))).toEqual({ milliseconds })
      }),
      { numRuns: 20 },
    )
  })

  test.each<[string, WavFormat, string]>([
    ['stereo', { channels: 2 }, 'It has 2 channels. Expected PCM, 1 channel, 16 bits and 16000 Hz.'],
    ['8 bit', { bits: 8 }, 'It has 8 bits.'],
    ['44.1 kHz', { rate: 44_100 }, 'It has 44100 Hz.'],
    ['A-law', { encoding: 6, bits: 8, rate: 8_000 }, 'It is encoded as A-law, has 8 bits, has 8000 Hz.'],
    ['an unknown encoding', { encoding: 4_711 }, 'It is encoded as format 4711.'],
    [
      'floating point in the extensible form',
      { encoding: 3, isExtensible: true },
      'It is encoded as floating point.',
    ],
    [
      'a size beyond its end',
      { milliseconds: 10, size: 400 },
      'It is truncated: its data has 320 of 400 bytes.',
    ],
  ])('in %s is not valid', (_name, format, problem) => {
    expect(read(wavFile(format))).toEqual({ problem: expect.stringContaining(problem) })
  })

  test('without data or without a format is not valid', () => {
    const file = wavFile()
    expect(read(file.subarray(0, 36))).toEqual({ problem: "It has no 'data' chunk." })
    const renamed = Buffer.from(file)
    renamed.write('junk', 12)
    expect(read(renamed)).toEqual({ problem: "It has no 'fmt ' chunk before the data." })
    const short = Buffer.from(file)
    short.writeUInt32LE(4, 16)
    expect(read(short)).toEqual({ problem: "Its 'fmt ' chunk is truncated." })
    for (const other of ['', 'ID3', '<!doctype html><p>Not found</p>', 'RIFF\0\0\0\0AVI ']) {
      expect(read(Buffer.from(other))).toEqual({ problem: 'It is not a WAV file.' })
    }
  })

  test('that was cut or changed gives a length or a problem, and never an error', () => {
    const file = wavFile({ milliseconds: 3, isExtensible: true, chunks: { LIST: Buffer.alloc(5) } })
    const change = fc.tuple(fc.nat({ max: file.length - 1 }), fc.nat({ max: 255 }))
    fc.assert(
      fc.property(fc.nat({ max: file.length }), fc.array(change, { maxLength: 8 }), (length, changes) => {
        const changed = Buffer.from(file)
        for (const [at, byte] of changes) changed[at] = byte
        const result = read(changed.subarray(0, length))
        if ('problem' in result) expect(result.problem).toMatch(/\.$/)
        else expect(result.milliseconds).toBeLessThanOrEqual(Math.ceil(length / 32))
      }),
      { numRuns: runs(500, 20_000) },
    )
  })

  test('of arbitrary bytes gives a problem', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readWav(bytes, bytes.length)).toHaveProperty('problem')
      }),
    )
  })
})

test('a recording is a valid prompt of the same length, with sound', () => {
  for (const milliseconds of [0, 1, 1_234, 120_000]) {
    const file = Buffer.from(toneFile(milliseconds))
    expect(read(file)).toEqual({ milliseconds })
    expect(file.equals(toneFile(milliseconds))).toBe(true)
  }
  const samples = new Int16Array(toneFile(1_000).buffer, 44)
  expect([Math.min(...samples), Math.max(...samples)]).toEqual([-4_000, 4_000])
})
