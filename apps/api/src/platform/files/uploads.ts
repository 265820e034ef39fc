import { createReadStream } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { Rows } from '../database/rows.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { InvalidInputError, RecordNotFoundError } from '../errors/common.errors.js';
import {
  FileTooLargeError,
  TooManyUploadsError,
  UploadIncompleteError,
  UploadOffsetError,
} from './file.errors.js';
import { FileStore, type StoredFile } from './file-store.js';
import { cleanName } from './files.js';
import type { CreateUploadDto, UploadDto } from './upload.dto.js';
import { writePiece } from './upload-piece.js';
import { UploadTurns } from './upload-turns.js';

/** Media type of a piece, as in the tus protocol. */
export const PIECE_TYPE = 'application/offset+octet-stream';
const KEPT_MS = 24 * 3_600_000;
/** Not finished, of one account. */
const MOST_OPEN = 50;

interface Upload {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly fileId: string | null;
  readonly touchedAt: Date;
}

const COLUMNS = `id, name, size::float8 as size, file_id as "fileId", touched_at as "touchedAt"`;

/**
 * Files that come in pieces: a broken line loses nothing that had come. How far one has come is its length on disk, so it
 * goes on after a restart, and by whichever process answers.
 */
@Injectable()
export class Uploads {
  private readonly finishing = new Map<string, Promise<StoredFile>>();
  private readonly turns = new UploadTurns();

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  /** @throws FileTooLargeError before a byte of it is sent, TooManyUploadsError */
  async begin(dto: CreateUploadDto, actor: Actor): Promise<UploadDto> {
    if (dto.size > this.config.maxUploadBytes) throw new FileTooLargeError(this.config.maxUploadBytes);
    const upload = await this.work.run(actor, 'file.upload', async (unit) => {
      // One account begins one after the other, so that the bound holds.
      await unit.query('select pg_advisory_xact_lock(hashtextextended($1, 42))', [actor.id]);
      const [open] = await unit.query<{ count: number }>(
        'select count(*)::int as count from uploads where created_by = $1 and file_id is null',
        [actor.id],
      );
      if (open!.count >= MOST_OPEN) throw new TooManyUploadsError(MOST_OPEN);
      const [made] = await unit.query<Upload>(
        `insert into uploads (name, size, created_by) values ($1, $2, $3) returning ${COLUMNS}`,
        [cleanName(dto.name), dto.size, actor.id],
      );
      const path = this.pathOf(made!.id);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, '', { mode: 0o600 });
      return made!;
    });
    return toDto(upload, 0);
  }

  async read(id: string, actor: Actor): Promise<UploadDto> {
    const upload = await this.own(id, actor);
    return toDto(upload, await this.offsetOf(upload));
  }

  /**
   * Takes the next piece. What comes before the line breaks is kept.
   * @throws RecordNotFoundError, UploadOffsetError, InvalidInputError
   */
  async receive(id: string, offset: number, piece: unknown, actor: Actor): Promise<UploadDto> {
    const upload = await this.own(id, actor);
    if (!(piece instanceof Readable)) throw new InvalidInputError([], `Send the piece as ${PIECE_TYPE}.`);
    await this.refuseElsewhere(upload, offset);
    await this.work.run(actor, 'file.upload', (unit) =>
      unit.query('update uploads set touched_at = now() where id = $1', [id]),
    );
    await this.turns.take(id, async (signal) => {
      await this.refuseElsewhere(upload, offset);
      await writePiece(piece, { path: this.pathOf(id), offset, left: upload.size - offset }, signal);
    });
    return toDto(upload, await this.offsetOf(upload));
  }

  private async refuseElsewhere(upload: Upload, offset: number): Promise<void> {
    const here = await this.offsetOf(upload);
    if (offset !== here || upload.fileId) throw new UploadOffsetError(here);
  }

  /**
   * Makes a file of what is here; asked again, it is the same file.
   * @throws UploadIncompleteError, FileNotAllowedError, FileNameError
   */
  async finish(id: string, actor: Actor): Promise<StoredFile> {
    await this.own(id, actor);
    const running =
      this.finishing.get(id) ?? this.finishOnce(id, actor).finally(() => this.finishing.delete(id));
    this.finishing.set(id, running);
    return running;
  }

  /** Looks at it only now: while one waited for her turn another may have finished it. */
  private async finishOnce(id: string, actor: Actor): Promise<StoredFile> {
    const upload = await this.own(id, actor);
    if (upload.fileId) return this.store.read(upload.fileId);
    const offset = await this.offsetOf(upload);
    if (offset < upload.size) throw new UploadIncompleteError(offset, upload.size);
    return this.toFile(upload, actor);
  }

  async cancel(id: string, actor: Actor): Promise<void> {
    await this.own(id, actor);
    await this.work.run(actor, 'file.upload', (unit) =>
      unit.query('delete from uploads where id = $1 and file_id is null', [id]),
    );
    await rm(this.pathOf(id), { force: true });
  }

  /** Gives up what nobody has sent a piece of for a day. @returns how many */
  async giveUp(actor: Actor): Promise<number> {
    const gone = await this.work.run(actor, 'file.upload', (unit) =>
      unit.query<{ id: string }>(
        `with old as (select id from uploads where touched_at < now() - make_interval(secs => $1) order by touched_at limit 500)
         delete from uploads u using old where u.id = old.id returning u.id`,
        [KEPT_MS / 1000],
      ),
    );
    for (const { id } of gone) await rm(this.pathOf(id), { force: true });
    return gone.length;
  }

  /** A copy is what is looked at and kept: no belated piece can change it any more. */
  private async toFile({ id, name }: Upload, actor: Actor): Promise<StoredFile> {
    const file = await this.store.save(createReadStream(this.pathOf(id)), name, actor);
    const [kept] = await this.work.run(actor, 'file.upload', async (unit) => {
      const finished = await unit.query(
        'update uploads set file_id = $2 where id = $1 and file_id is null returning id',
        [id, file.id],
      );
      // Cancelled, or finished elsewhere, meanwhile: the sweep takes this one away.
      if (finished.length === 0)
        await unit.query('update files set released_at = now() where id = $1', [file.id]);
      return finished;
    });
    await rm(this.pathOf(id), { force: true });
    if (kept) return file;
    const { fileId } = await this.own(id, actor);
    if (!fileId) throw new RecordNotFoundError('upload', id);
    return this.store.read(fileId);
  }

  private async offsetOf({ id, size, fileId }: Upload): Promise<number> {
    if (fileId) return size;
    const found = await stat(this.pathOf(id)).catch(() => undefined);
    if (!found) throw new RecordNotFoundError('upload', id);
    return found.size;
  }

  private async own(id: string, actor: Actor): Promise<Upload> {
    const upload = await this.rows.one<Upload>(
      `select ${COLUMNS} from uploads where id = $1 and created_by = $2`,
      [id, actor.id],
    );
    if (!upload) throw new RecordNotFoundError('upload', id);
    return upload;
  }

  private pathOf(id: string): string {
    return `${this.store.pathOf(id)}.upload`;
  }
}

const toDto = ({ id, name, size, fileId, touchedAt }: Upload, offset: number): UploadDto => ({
  id,
  name,
  size,
  offset,
  fileId,
  expiresAt: new Date(new Date(touchedAt).getTime() + KEPT_MS),
});
