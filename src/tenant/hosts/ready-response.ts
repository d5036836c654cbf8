/** Values for a response, as in `ResponseInit`. */
interface ReadyInit {
  readonly status: number
  readonly headers: HeadersInit
}

/**
 * Returns a response whose body is a text that is already there. `text` and `json` return it without a stream, and `headers` exist
 * when they are read. Everything else is as in `Response`, which does the rest.
 *
 * @param text - without a byte order mark, which `Response` would remove
 *
 * Source: the Fetch standard, Response and Body.
 */
export function readyResponse(text: string, init: ReadyInit): Response {
  // Some replacements, such as happy-dom's, set `headers` on each response. A getter of a subclass would be hidden.
  if (!('headers' in Response.prototype)) return new Response(text, init)
  // Code under test can replace the global class.
  if (defined?.base !== Response) defined = { base: Response, ReadyResponse: defineReadyResponse() }
  return new defined.ReadyResponse(text, init)
}

let defined: { base: typeof Response; ReadyResponse: ReturnType<typeof defineReadyResponse> } | undefined

/** Defines the class when it is needed: Node takes tens of milliseconds to load its `Response`. */
function defineReadyResponse(): new (text: string, init: ReadyInit) => Response {
  return class ReadyResponse extends Response {
    readonly #text: string
    readonly #init: ReadyInit
    #headers: Headers | undefined
    /** Response with a stream, when it is needed. */
    #streamed: Response | undefined
    #isRead = false

    constructor(text: string, init: ReadyInit) {
      super(null, { status: init.status })
      this.#text = text
      this.#init = init
    }

    override get headers(): Headers {
      this.#headers ??= new Headers(this.#init.headers)
      return this.#headers
    }

    override get body(): Response['body'] {
      return this.#whole.body
    }

    override get bodyUsed(): boolean {
      return this.#streamed?.bodyUsed ?? this.#isRead
    }

    override async text(): Promise<string> {
      return this.#take() ?? this.#whole.text()
    }

    override async json(): ReturnType<Response['json']> {
      const text = this.#take()
      return text === undefined ? this.#whole.json() : JSON.parse(text)
    }

    override async arrayBuffer(): Promise<ArrayBuffer> {
      return this.#whole.arrayBuffer()
    }

    override async bytes(): ReturnType<Response['bytes']> {
      return this.#whole.bytes()
    }

    override async blob(): Promise<Blob> {
      return this.#whole.blob()
    }

    override async formData(): Promise<FormData> {
      return this.#whole.formData()
    }

    override clone(): Response {
      if (this.#streamed || this.#isRead) return this.#whole.clone()
      return readyResponse(this.#text, { status: this.status, headers: this.headers })
    }

    /** Reads the text once. Returns undefined if it was read before, or if a stream has it. */
    #take(): string | undefined {
      if (this.#isRead || this.#streamed) return undefined
      this.#isRead = true
      // The bytes of a response cannot have half of a surrogate pair.
      return this.#text.toWellFormed()
    }

    get #whole(): Response {
      if (!this.#streamed) {
        this.#streamed = new Response(this.#text, { status: this.status, headers: this.headers })
        // The body was read before: the stream has to be used, too.
        if (this.#isRead) void this.#streamed.text()
      }
      return this.#streamed
    }
  }
}
