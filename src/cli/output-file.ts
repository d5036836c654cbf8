import {
  access,
  constants,
  type FileHandle,
  lstat,
  open,
  realpath,
  rename,
  rm,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { readUtf8FileIfExists } from '../files/read-utf8-file.ts'
import { CommandFailure } from './io.ts'
import { explainWriteErrors, rejectUrl } from './write-errors.ts'

/** Bytes between two records of the position. */
const recordEvery = 16 * 1_024 * 1_024

/** Position to continue from: the next element, and the bytes before it. */
interface Position {
  readonly next: number
  readonly bytes: number
}

/**
 * File that is written completely or not at all. Until it is complete, the bytes are in `FILE.part`, and the position to continue from
 * is in `FILE.part.json`. A device or a pipe is written directly.
 */
export class OutputFile {
  /** Index of the first element that is not in the file. */
  readonly start: number
  readonly #handle: FileHandle
  readonly #path: string
  readonly #isDirect: boolean
  readonly #key: string | undefined
  /** ID in the record, which shows that another process continues the same file. */
  readonly #owner = crypto.randomUUID()
  #position: Position
  #recorded = 0

  private constructor(
    path: string,
    handle: FileHandle,
    position: Position,
    { key, isDirect }: { key: string | undefined; isDirect: boolean },
  ) {
    this.#path = path
    this.#handle = handle
    this.#position = position
    this.#key = key
    this.#isDirect = isDirect
    this.#recorded = position.bytes
    this.start = position.next
  }

  /**
   * Opens a file.
   *
   * @param key - text that is the same only for the same content, so that a file is never continued with other elements. Absent
   * if the file is never continued
   * @throws a {@link CommandFailure} if the file cannot be written, or cannot be continued
   */
  static async open(
    file: string,
    { key, from = 0, resume = false }: { key?: string; from?: number; resume?: boolean } = {},
  ): Promise<OutputFile> {
    rejectUrl(file)
    return explainWriteErrors(file, againWith(key), async () => {
      // A symbolic link stays one.
      const path = await realpath(file).catch(() => file)
      const found = await stat(path).catch(() => undefined)
      if (found?.isDirectory())
        throw new CommandFailure(2, `Cannot write ${file}: it is a directory. Pass the name of a file.`)
      if (found && !found.isFile()) {
        return new OutputFile(path, await open(path, 'w'), { next: from, bytes: 0 }, { key, isDirect: true })
      }
      // A rename would replace a read-only file.
      if (found) await access(path, constants.W_OK)
      const position = resume && key !== undefined ? await positionIn(path, key) : undefined
      if (!position) {
        for (const left of [`${path}.part`, recordOf(path), `${recordOf(path)}.new`]) await remove(left)
      }
      const handle = await open(`${path}.part`, position ? 'r+' : 'wx')
      await handle.truncate(position?.bytes ?? 0)
      if (found) await handle.chmod(found.mode)
      const opened = new OutputFile(path, handle, position ?? { next: from, bytes: 0 }, {
        key,
        isDirect: false,
      })
      if (position) await opened.#writeRecord()
      return opened
    })
  }

  /** Writes the bytes before the element `next`. */
  async write(bytes: Uint8Array, next = 1): Promise<void> {
    await explainWriteErrors(this.#path, againWith(this.#key), async () => {
      let written = 0
      while (written < bytes.length) {
        const at = this.#isDirect ? null : this.#position.bytes + written
        written += (await this.#handle.write(bytes, written, bytes.length - written, at)).bytesWritten
      }
      this.#position = { next, bytes: this.#position.bytes + bytes.length }
      if (this.#key !== undefined && this.#position.bytes - this.#recorded >= recordEvery)
        await this.#record()
    })
  }

  /** Closes the file when it is complete. It does not have its name yet. */
  async complete(): Promise<void> {
    await explainWriteErrors(this.#path, againWith(this.#key), async () => {
      if (!this.#isDirect) {
        await this.#handle.sync()
        await this.#rejectOther()
      }
      await this.#handle.close()
    })
  }

  /** Gives the file its name. */
  async finish(): Promise<void> {
    if (this.#handle.fd >= 0) await this.complete()
    if (this.#isDirect) return
    await explainWriteErrors(this.#path, againWith(this.#key), async () => {
      await rename(`${this.#path}.part`, this.#path)
      await rm(recordOf(this.#path), { force: true })
    })
  }

  /** Closes the file before it is complete. It can be continued. */
  async pause(): Promise<void> {
    // The disk may be full. The last record is then still valid.
    if (!this.#isDirect) await this.#record().catch(() => {})
    await this.#handle.close().catch(() => {})
  }

  /** Closes the file before it is complete, and removes its bytes. */
  async discard(): Promise<void> {
    // Another process may be writing its own bytes there.
    const isOwn = !this.#isDirect && (this.#handle.fd < 0 || (await this.#isOwn().catch(() => false)))
    await this.#handle.close().catch(() => {})
    if (isOwn) await rm(`${this.#path}.part`, { force: true }).catch(() => {})
  }

  /** Rejects if another process has started to write the same file: the last one to start writes it. */
  async #rejectOther(): Promise<void> {
    if (await this.#isOwn()) return
    throw new CommandFailure(
      2,
      `Cannot write ${this.#path}: another process has replaced ${this.#path}.part. Run one command at a time for each file.`,
    )
  }

  /** True if the bytes and the record are still those of this process. */
  async #isOwn(): Promise<boolean> {
    const [own, found] = await Promise.all([
      this.#handle.stat(),
      lstat(`${this.#path}.part`).catch(() => undefined),
    ])
    const owner = recordIn(readUtf8FileIfExists(recordOf(this.#path)))?.owner ?? this.#owner
    return own.ino === found?.ino && own.dev === found.dev && owner === this.#owner
  }

  async #record(): Promise<void> {
    await this.#handle.datasync()
    await this.#rejectOther()
    await this.#writeRecord()
  }

  async #writeRecord(): Promise<void> {
    const record = recordOf(this.#path)
    await remove(`${record}.new`)
    const { next, bytes } = this.#position
    const content = { key: this.#key, owner: this.#owner, next, bytes }
    await writeFile(`${record}.new`, JSON.stringify(content), { flag: 'wx' })
    await rename(`${record}.new`, record)
    this.#recorded = this.#position.bytes
  }
}

/** Returns how to continue after a write error. */
const againWith = (key: string | undefined) =>
  key === undefined ? 'run the command again' : 'add --resume to continue'

/** Removes a file, so that a symbolic link that others have put in its place is not followed. */
async function remove(file: string): Promise<void> {
  await unlink(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

const recordOf = (path: string) => `${path}.part.json`

/** Returns the position to continue from, or undefined if there is nothing to continue. */
async function positionIn(path: string, key: string): Promise<Position | undefined> {
  const record = recordIn(readUtf8FileIfExists(recordOf(path)))
  const part = await lstat(`${path}.part`).catch(() => undefined)
  if (!record || !part?.isFile() || part.size < record.bytes) return undefined
  if (record.key === key) return record
  throw new CommandFailure(
    2,
    `Cannot resume ${path}: ${path}.part was written with other options. Pass the same options, or omit --resume to start again.`,
  )
}

interface PositionRecord extends Position {
  readonly key: unknown
  readonly owner: unknown
}

function recordIn(text = ''): PositionRecord | undefined {
  try {
    const { key, owner, next, bytes }: Record<string, unknown> = JSON.parse(text)
    return typeof next === 'number' && typeof bytes === 'number' ? { key, owner, next, bytes } : undefined
  } catch {
    return undefined
  }
}
