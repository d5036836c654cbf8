import { otherFormat } from '../../files/decode-utf8.ts'
import {
  isByteOrderMark,
  isSpace,
  lineFeed,
  type RawBody,
  UnreadableBodyError,
  UnreadBytes,
} from './unread-bytes.ts'
import { ValueScan } from './value-scan.ts'

const openBracket = '['.charCodeAt(0)
const openBrace = '{'.charCodeAt(0)
const comma = ','.charCodeAt(0)

/** Arrangement of the bodies in a file. `garbage` is a text that cannot be JSON. */
type Form = 'unknown' | 'lines' | 'array' | 'documents' | 'after-array' | 'garbage'

/**
 * Splits the bytes of a file into bodies: the lines of NDJSON, the items of an array, or documents one after another. Keeps only the
 * body that is incomplete.
 */
export class BodySplitter {
  readonly #onBody: (body: RawBody) => void
  readonly #unread = new UnreadBytes()
  readonly #scan = new ValueScan()
  #form: Form = 'unknown'
  #isFirst = true
  #hasItems = false

  constructor(onBody: (body: RawBody) => void) {
    this.#onBody = onBody
  }

  /** True if there was only white space. */
  get isEmpty(): boolean {
    return this.#form === 'unknown'
  }

  /** @throws an {@link UnreadableBodyError} if the bytes cannot be read */
  push(chunk: Buffer): void {
    this.#unread.add(chunk)
    this.#split(false)
    if (this.#form !== 'garbage') this.#unread.checkSize()
  }

  /** @throws an {@link UnreadableBodyError} if the file is incomplete */
  end(): void {
    this.#split(true)
    if (this.#form !== 'array') return
    throw new UnreadableBodyError(
      this.#unread.line,
      'the array has no end. The file is probably incomplete. Write it again',
    )
  }

  #split(isEnd: boolean): void {
    if (this.#form === 'unknown') this.#detect(isEnd)
    if (this.#form === 'lines') this.#splitLines(isEnd)
    if (this.#form === 'documents') this.#splitDocuments(isEnd)
    if (this.#form === 'array') this.#splitArray()
    if (this.#form === 'after-array') this.#expectSpace()
    if (this.#form === 'garbage') this.#unread.skip(this.#unread.bytes.length)
  }

  #detect(isEnd: boolean): void {
    const unread = this.#unread
    if (this.#isFirst) {
      if (unread.bytes.length < 3 && !isEnd) return
      this.#isFirst = false
      checkFormat(unread.bytes)
      if (isByteOrderMark(unread.bytes, 0)) unread.bytes = unread.bytes.subarray(3)
    }
    unread.skipSpace()
    const [first] = unread.bytes
    const lineEnd = unread.bytes.indexOf(lineFeed)
    if (first === undefined) return
    if (first === openBracket) {
      unread.skip(1)
      this.#form = 'array'
    } else if (lineEnd >= 0 || isEnd) {
      const line = unread.bytes.subarray(0, lineEnd < 0 ? unread.bytes.length : lineEnd)
      if (first === openBrace) this.#form = isOpen(line) ? 'documents' : 'lines'
      else {
        // One body for the whole text: its first line is not JSON, and neither is the rest.
        this.#report(unread.take(line.length))
        this.#form = 'garbage'
      }
    }
  }

  #splitLines(isEnd: boolean): void {
    const unread = this.#unread
    for (let end = unread.bytes.indexOf(lineFeed); end >= 0; end = unread.bytes.indexOf(lineFeed)) {
      this.#report(unread.takeLine(end))
    }
    if (isEnd) this.#report(unread.takeLine(unread.bytes.length))
  }

  #splitDocuments(isEnd: boolean): void {
    for (let end = this.#scan.endOfDocument(this.#unread); end !== undefined; ) {
      this.#report(this.#unread.take(end))
      end = this.#scan.endOfDocument(this.#unread)
    }
    if (isEnd) this.#report(this.#unread.take(this.#unread.bytes.length))
  }

  #splitArray(): void {
    for (let end = this.#scan.endOfItem(this.#unread); end !== undefined; ) {
      const isLast = this.#unread.bytes[end] !== comma
      const body = this.#unread.take(end)
      // `[]` has no items, and `[1,]` has two.
      if (body.bytes.length > 0 || this.#hasItems || !isLast) this.#onBody(body)
      this.#hasItems = true
      this.#unread.skip(1)
      if (isLast) {
        this.#form = 'after-array'
        return
      }
      end = this.#scan.endOfItem(this.#unread)
    }
  }

  /** Reports a body, unless it is empty. */
  #report(body: RawBody): void {
    if (body.bytes.length > 0) this.#onBody(body)
  }

  #expectSpace(): void {
    this.#unread.skipSpace()
    if (this.#unread.bytes.length === 0) return
    throw new UnreadableBodyError(
      this.#unread.line,
      'there is text after the array. Put all bodies into the array, or one on each line',
    )
  }
}

/** True if the first line of a document does not end it. */
function isOpen(line: Buffer): boolean {
  let last = line.length
  while (last > 0 && isSpace(line[last - 1])) last--
  return '{[,:'.includes(String.fromCharCode(line[last - 1] ?? 0))
}

function checkFormat(bytes: Buffer): void {
  const other = otherFormat(bytes)
  if (other !== undefined) throw new UnreadableBodyError(1, `the file ${other}`)
}
