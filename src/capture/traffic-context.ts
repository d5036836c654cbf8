import { isJsonObject, type JsonObject } from '../model/json.ts'
import { isDateTime } from './text-kinds.ts'

/** Place and time of a body in a capture. Undefined if the capture does not have it. */
export interface TrafficContext {
  /** Milliseconds since 1970. */
  readonly time?: number | undefined
  /** URL or path of the request. */
  readonly url?: string | undefined
}

/** Keys of the time in logs. Sources: pino, bunyan, winston, Elastic Common Schema, Serilog. */
const timeKeys = ['time', 'timestamp', '@timestamp', 'Timestamp', 'ts', 'date'] as const
const urlKeys = ['url', 'path', 'resourceUrl'] as const

/** Returns the context of the bodies in an object: its own, or that of the object around it. */
export function contextOf(value: JsonObject, outer: TrafficContext): TrafficContext {
  const { request } = value
  const objects = isJsonObject(request) ? [value, request] : [value]
  const valuesOf = (keys: readonly string[]) => objects.flatMap((each) => keys.map((key) => each[key]))
  return {
    time:
      valuesOf(timeKeys)
        .map(millisecondsOf)
        .find((time) => time !== undefined) ?? outer.time,
    url: valuesOf(urlKeys).find((url) => typeof url === 'string') ?? outer.url,
  }
}

/** Times since 1970 are after September 2001, in seconds or in milliseconds. Smaller numbers are durations. */
const firstSecond = 1e9
const firstMillisecond = 1e12

/** Returns a date, or seconds or milliseconds since 1970, in milliseconds. Undefined for other values. */
export function millisecondsOf(value: unknown): number | undefined {
  if (typeof value === 'string') return isDateTime(value) ? finite(Date.parse(value)) : undefined
  if (typeof value !== 'number' || value < firstSecond) return undefined
  return finite(value < firstMillisecond ? value * 1_000 : value)
}

const finite = (time: number) => (Number.isFinite(time) ? time : undefined)
