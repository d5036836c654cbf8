import {
  backslash,
  closeBrace,
  closeBracket,
  comma,
  openBrace,
  openBracket,
  quote,
} from '../../files/json-characters.ts'
import type { UnreadBytes } from './unread-bytes.ts'

/** Finds the ends of JSON values in bytes that arrive in parts. Scans each byte once. */
export class ValueScan {
  /** Number of unread bytes that were scanned. */
  #scanned = 0
  /** Number of objects and arrays around the next byte. */
  #depth = 0
  #inString = false

  /** Returns the end of the next document, or undefined if its end is not there yet. */
  endOfDocument(unread: UnreadBytes): number | undefined {
    return this.#find(unread, (byte) => (byte === closeBrace || byte === closeBracket) && this.#depth <= 0, 1)
  }

  /** Returns the index of the comma or bracket after the next item of an array, or undefined if it is not there yet. */
  endOfItem(unread: UnreadBytes): number | undefined {
    return this.#find(
      unread,
      (byte) => (byte === comma && this.#depth === 0) || (byte === closeBracket && this.#depth < 0),
      0,
    )
  }

  #find(
    { bytes }: UnreadBytes,
    isEnd: (byte: number | undefined) => boolean,
    included: number,
  ): number | undefined {
    let at = this.#scanned
    while (at < bytes.length) {
      const byte = bytes[at++]
      if (this.#inString) {
        if (byte === backslash) at++
        else if (byte === quote) this.#inString = false
        continue
      }
      if (byte === quote) this.#inString = true
      else if (byte === openBrace || byte === openBracket) this.#depth++
      else if (byte === closeBrace || byte === closeBracket || byte === comma) {
        if (byte !== comma) this.#depth--
        if (!isEnd(byte)) continue
        this.#scanned = 0
        this.#depth = 0
        return at - 1 + included
      }
    }
    this.#scanned = at
    return undefined
  }
}
