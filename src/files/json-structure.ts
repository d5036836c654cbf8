import { maximumDepth } from '../model/json-copy.ts'
import {
  backslash,
  closeBrace,
  closeBracket,
  comma,
  openBrace,
  openBracket,
  quote,
} from './json-characters.ts'

/** Key of an object in a JSON text. */
export interface JsonKey {
  readonly key: string
  /** Position of the key in the text. */
  readonly at: number
  /** Number of objects and arrays around the key. 1 for a key of the outermost object. */
  readonly depth: number
  /** True if an earlier key of the same object is equal. */
  readonly repeats: boolean
}

/**
 * Visits the keys of a JSON text, in their order. Takes time in proportion to the length of the text, and accepts every text.
 *
 * @returns the depth of the text
 */
export function scanJson(text: string, visit: (key: JsonKey) => void): number {
  // The keys of each object around the position, or `undefined` for an array.
  const around: (Set<string> | undefined)[] = []
  let deepest = 0
  let expectsKey = false
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote: {
        const end = endOfString(text, at)
        const keys = around[around.length - 1]
        if (expectsKey && keys) {
          const key = unescaped(text.slice(at + 1, end))
          visit({ key, at, depth: around.length, repeats: keys.has(key) })
          keys.add(key)
          expectsKey = false
        }
        at = end
        break
      }
      case openBrace:
        around.push(new Set())
        expectsKey = true
        deepest = Math.max(deepest, around.length)
        break
      case openBracket:
        around.push(undefined)
        expectsKey = false
        deepest = Math.max(deepest, around.length)
        break
      case closeBrace:
      case closeBracket:
        around.pop()
        expectsKey = false
        break
      case comma:
        expectsKey = around[around.length - 1] !== undefined
    }
  }
  return deepest
}

/** Returns the position of the quote that ends the string at a position. */
export function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    // A quote after an odd number of backslashes is part of the string.
    let start = end
    while (start > at + 1 && text.charCodeAt(start - 1) === backslash) start--
    if ((end - start) % 2 === 0) return end
  }
  return text.length
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text
  try {
    return JSON.parse(`"${text}"`)
  } catch {
    return text
  }
}

/** Problem of a JSON text that `JSON.parse` does not report. */
export interface JsonProblem {
  readonly message: string
  /** Text after "found" in another message. */
  readonly found: string
  /** Line of the problem, counted from 1. */
  readonly line: number
  /** Column of the problem, counted from 1. */
  readonly column: number
}

/** Finds a key that an object has twice, of which `JSON.parse` drops one, and too many levels of nesting. */
export function jsonProblemIn(text: string): JsonProblem | undefined {
  let repeated: JsonKey | undefined
  const depth = scanJson(text, (key) => {
    if (key.repeats) repeated ??= key
  })
  if (depth > maximumDepth) {
    return {
      found: `${depth} levels of nesting`,
      message: `It is nested ${depth} levels deep. Expected at most ${maximumDepth}.`,
      line: 1,
      column: 1,
    }
  }
  if (!repeated) return undefined
  return {
    found: `the key ${JSON.stringify(repeated.key)} twice`,
    message: `An object has the key ${JSON.stringify(repeated.key)} twice, and parsers keep only one of the values. Remove one.`,
    line: lineAt(text, repeated.at),
    column: repeated.at - text.lastIndexOf('\n', repeated.at),
  }
}

/** Returns the line of a position, counted from 1. */
export function lineAt(text: string, at: number): number {
  let line = 1
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line++
  return line
}
