import { isUtf8 } from 'node:buffer'

/** Bytes of a body in a file. */
export interface RawBody {
  readonly bytes: Buffer
  /** Position of its first byte in the file, counted from 1. */
  readonly line: number
  readonly column: number
}

/** Maximum size of a body in bytes: 10 MiB. */
export const maximumBodySize = 10 * 1_024 * 1_024

/** Reason to stop reading a file, with its line and what to do. */
export class UnreadableBodyError extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

export const lineFeed = 0x0a

/** True for the white space of JSON. */
export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === lineFeed || byte === 0x0d || byte === 0x09
}

/** Bytes of a file that belong to no body yet, and their position in the file. */
export class UnreadBytes {
  bytes: Buffer = Buffer.alloc(0)
  line = 1
  column = 1
  /** Memory of the bytes. It is used again and again, because new memory for each chunk of a large file adds up. */
  #memory: Buffer = Buffer.alloc(0)

  /** Adds a copy of a chunk. Bodies that were taken before are not valid any longer. */
  add(chunk: Buffer): void {
    const rest = this.bytes.length
    const length = rest + chunk.length
    const memory = length > this.#memory.length ? Buffer.allocUnsafeSlow(length * 2) : this.#memory
    memory.set(this.bytes)
    memory.set(chunk, rest)
    this.#memory = memory
    this.bytes = memory.subarray(0, length)
  }

  /** Removes bytes from the start. */
  skip(count: number): void {
    if (count === 0) return
    const skipped = this.bytes.subarray(0, count)
    const last = skipped.lastIndexOf(lineFeed)
    if (last >= 0) {
      for (let at = skipped.indexOf(lineFeed); at >= 0; at = skipped.indexOf(lineFeed, at + 1)) this.line++
      this.column = 1
    }
    this.column += skipped.toString('utf8', last + 1).length
    this.bytes = this.bytes.subarray(count)
  }

  /** Removes white space from the start. */
  skipSpace(): void {
    this.skip(leadingSpace(this.bytes, this.bytes.length))
  }

  /** Removes the bytes before an index, and returns them as a body, without the white space around them. It may be empty. */
  take(end: number): RawBody {
    const start = leadingSpace(this.bytes, end)
    this.skip(start)
    const body = { bytes: trimmed(this.bytes.subarray(0, end - start)), line: this.line, column: this.column }
    this.#check(body)
    this.skip(end - start)
    return body
  }

  /** Removes the bytes before the line break at an index, and the line break. Returns them like {@link take}. */
  takeLine(end: number): RawBody {
    const start = leadingSpace(this.bytes, end)
    const line = this.bytes.subarray(start, end)
    const body = {
      bytes: trimmed(line),
      line: this.line,
      column: this.column + this.bytes.toString('utf8', 0, start).length,
    }
    this.#check(body)
    // Faster than skip(), which measures the line.
    this.bytes = this.bytes.subarray(end + 1)
    this.line++
    this.column = 1
    return body
  }

  /** @throws an {@link UnreadableBodyError} if a body of this size is too large */
  checkSize(size = this.bytes.length): void {
    if (size <= maximumBodySize) return
    const limit = `${maximumBodySize / 1_024 / 1_024} MiB`
    throw new UnreadableBodyError(
      this.line,
      `a body has more than ${limit}. Write one body per line, or an array of bodies`,
    )
  }

  #check({ bytes }: RawBody): void {
    this.checkSize(bytes.length)
    if (isUtf8(bytes)) return
    throw new UnreadableBodyError(this.line, 'the text is not UTF-8. Save the file as UTF-8')
  }
}

/** Counts the white space at the start. A byte order mark is part of it: files that begin with one were joined. */
function leadingSpace(bytes: Buffer, end: number): number {
  let count = 0
  for (;;) {
    while (count < end && isSpace(bytes[count])) count++
    if (count + 3 > end || !isByteOrderMark(bytes, count)) return count
    count += 3
  }
}

/** True if the bytes have a byte order mark at a position. */
export function isByteOrderMark(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf
}

/** Returns the bytes without white space at the end. */
function trimmed(bytes: Buffer): Buffer {
  let length = bytes.length
  while (length > 0 && isSpace(bytes[length - 1])) length--
  return bytes.subarray(0, length)
}
