import { notifications } from '../../fixtures/index.ts'
import type { JsonObject } from '../../src/model/json.ts'

/** Headers of a notification. The service also sends a token, but a contract contains none. */
const { headers } = notifications['call-established']

/** A message that a test gets, which remembers if anything has read it. */
export class DeliveredMessage {
  readonly #json: JsonObject
  readonly #requests: Request[] = []
  #isBodyRead = false

  constructor(json: JsonObject) {
    this.#json = json
  }

  /** True if a property of a body, or the body of a request, was read. */
  get isRead(): boolean {
    return this.#isBodyRead || this.#requests.some(({ bodyUsed }) => bodyUsed)
  }

  /**
   * Returns a copy of the body. Its properties are accessors until the first one is read, and plain values afterwards. A proxy
   * would not be possible to clone.
   */
  body(): object {
    const body: JsonObject = JSON.parse(JSON.stringify(this.#json))
    const values = { ...body }
    const settle = () => {
      this.#isBodyRead = true
      for (const [key, value] of Object.entries(values)) Object.defineProperty(body, key, { ...plain, value })
    }
    for (const [key, value] of Object.entries(values)) {
      Object.defineProperty(body, key, {
        enumerable: true,
        configurable: true,
        get: () => {
          settle()
          return value
        },
        set: (other: unknown) => {
          settle()
          Object.defineProperty(body, key, { ...plain, value: other })
        },
      })
    }
    return body
  }

  /**
   * Returns a request that posts the message, as the service does.
   *
   * @throws TypeError if the URL is not valid
   */
  requestTo(url: string | URL): Request {
    return this.#watched(new Request(url, { method: 'POST', headers, body: JSON.stringify(this.#json) }))
  }

  /** Also watches clones: code that clones a request reads the clone only. */
  #watched(request: Request): Request {
    this.#requests.push(request)
    const clone = request.clone.bind(request)
    return Object.defineProperty(request, 'clone', { ...plain, value: () => this.#watched(clone()) })
  }
}

const plain = { enumerable: true, configurable: true, writable: true }
