import type { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { FileLimits } from '../file-limits.js';
import { DamagedFileError, EncryptedWorkbookError, InflationLimitError } from '../spreadsheet.errors.js';

/** A zipped workbook, read by its central directory, so that sizes are known before anything is inflated. */
export class ZipArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: Map<string, Entry>,
    private readonly fileName: string,
  ) {}

  /** Throws {@link DamagedFileError} when the directory at the file's end is missing, as after a broken upload. */
  static async open(path: string, fileName: string): Promise<ZipArchive> {
    let zip: ZipFile | undefined;
    try {
      zip = await openPromise(path, { autoClose: false });
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      return new ZipArchive(zip, entries, fileName);
    } catch (cause) {
      zip?.close();
      throw new DamagedFileError(fileName, { cause });
    }
  }

  /**
   * Refuses a zip bomb by the declared sizes. That is enough: while inflating, an entry that holds more than it
   * declares ends in an error.
   */
  guard(limits: FileLimits): void {
    let total = 0;
    for (const { compressedSize, uncompressedSize } of this.entries.values()) {
      total += uncompressedSize;
      const allowed = Math.max(limits.ratioFloorBytes, compressedSize * limits.maxInflateRatio);
      if (uncompressedSize > allowed) throw new InflationLimitError(this.fileName, uncompressedSize, allowed);
    }
    if (total > limits.maxInflatedBytes) {
      throw new InflationLimitError(this.fileName, total, limits.maxInflatedBytes);
    }
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Bytes of the entry once inflated, 0 when there is no such entry. */
  inflatedSize(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  /** Inflated content, chunk by chunk. Throws {@link DamagedFileError} at whatever point it cannot be read. */
  async *chunks(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new DamagedFileError(this.fileName, { cause: `no entry ${name}` });
    if (entry.isEncrypted()) throw new EncryptedWorkbookError(this.fileName);
    let stream: Readable | undefined;
    try {
      stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream) yield chunk as Buffer;
    } catch (cause) {
      throw new DamagedFileError(this.fileName, { cause });
    } finally {
      stream?.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }
}
