import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from '../database/uuid.js';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import type { Actor } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { RecordNotFoundError } from '../errors/common.errors.js';
import { contentType, refuseFalseName } from './file-content.js';
import { FileTooLargeError } from './file.errors.js';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
  readonly createdAt: Date;
}

const COLUMNS = `id, name, size::int8::float8 as size, sha256, media_type as "mediaType", created_at as "createdAt"`;

/** Content on disk under the file's id (never under a name a user chose), its description in the database. */
@Injectable()
export class FileStore {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
  ) {}

  get mostBytes(): number {
    return this.config.maxUploadBytes;
  }

  /**
   * @param known media type of a file the product made itself; another's is told by its content
   * @throws FileTooLargeError as soon as the limit is passed, FileNotAllowedError for a program; nothing is kept then
   */
  async save(content: Readable, name: string, actor: Actor, known?: string): Promise<StoredFile> {
    const id = uuidv7();
    const path = this.pathOf(id);
    await mkdir(join(path, '..'), { recursive: true });
    const meter = new Meter(this.config.maxUploadBytes);
    try {
      await pipeline(content, meter, createWriteStream(`${path}.part`, { mode: 0o600 }));
      const mediaType = known ?? (await contentType(`${path}.part`));
      if (!known) refuseFalseName(name, mediaType);
      await rename(`${path}.part`, path);
      return await this.describe(id, name, meter, mediaType, actor);
    } catch (error) {
      await Promise.all([path, `${path}.part`].map((left) => rm(left, { force: true })));
      throw error;
    }
  }

  async read(id: string): Promise<StoredFile & { createdBy: string }> {
    const file = await this.rows.one<StoredFile & { createdBy: string }>(
      `select ${COLUMNS}, created_by as "createdBy" from files where id = $1`,
      [id],
    );
    if (!file) throw new RecordNotFoundError('file', id);
    return file;
  }

  open(id: string): Readable {
    return createReadStream(this.pathOf(id));
  }

  /** Its content; the description goes in the transaction of whoever removes it. */
  async discard(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** Two levels of folders by the random end of the id, so that none grows too large. */
  pathOf(id: string): string {
    return join(this.config.filesDir, id.slice(-2), id.slice(-4, -2), id);
  }

  async exists(id: string): Promise<boolean> {
    return stat(this.pathOf(id)).then(
      () => true,
      () => false,
    );
  }

  private async describe(
    id: string,
    name: string,
    meter: Meter,
    mediaType: string,
    actor: Actor,
  ): Promise<StoredFile> {
    const insert = `insert into files (id, name, size, sha256, media_type, created_by) values ($1, $2, $3, $4, $5, $6) returning ${COLUMNS}`;
    const values = [id, name, meter.size, meter.digest(), mediaType, actor.id];
    const [file] = await this.work.run(actor, 'file.upload', (unit) =>
      unit.query<StoredFile>(insert, values),
    );
    return file!;
  }
}

/** Measures and hashes what passes, and stops what is too much. */
export class Meter extends Transform {
  size = 0;
  private readonly hash = createHash('sha256');

  constructor(
    private readonly most: number,
    private readonly tooMuch: () => Error = () => new FileTooLargeError(most),
  ) {
    super();
  }

  override _transform(
    chunk: Buffer,
    _: BufferEncoding,
    done: (error?: Error | null, data?: Buffer) => void,
  ): void {
    this.size += chunk.length;
    if (this.size > this.most) return done(this.tooMuch());
    this.hash.update(chunk);
    done(null, chunk);
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}
