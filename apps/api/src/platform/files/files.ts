import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor, ActorRequest } from '../auth/actor.js';
import { InvalidInputError, RecordNotFoundError } from '../errors/common.errors.js';
import { FileTooLargeError, NoFileError } from './file.errors.js';
import { FileStore, type StoredFile } from './file-store.js';

const MAX_NAME = 200;

/** Files as their owner sees them. */
@Injectable()
export class Files {
  constructor(private readonly store: FileStore) {}

  async upload(request: ActorRequest, actor: Actor): Promise<StoredFile> {
    if (!request.isMultipart()) throw new NoFileError();
    try {
      const part = await request.file();
      if (!part) throw new NoFileError();
      return await this.store.save(part.file, cleanName(part.filename), actor);
    } catch (error) {
      throw asUploadProblem(error, this.store.mostBytes);
    }
  }

  async read(id: string, actor: Actor): Promise<StoredFile> {
    const { createdBy, ...file } = await this.store.read(id);
    if (createdBy !== actor.id) throw new RecordNotFoundError('file', id);
    return file;
  }

  /** Always as an attachment of unknown type: nothing a user uploaded may run in our origin. */
  async download(id: string, actor: Actor, reply: FastifyReply): Promise<void> {
    const file = await this.read(id, actor);
    await sendFile(this.store, file, reply);
  }
}

/** @throws RecordNotFoundError when its content is not there */
export async function sendFile(store: FileStore, file: StoredFile, reply: FastifyReply): Promise<void> {
  if (!(await store.exists(file.id))) throw new RecordNotFoundError('file', file.id);
  await reply
    .header('content-type', 'application/octet-stream')
    .header('content-length', file.size)
    .header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(file.name.replace(UNSEEN, ''))}`,
    )
    .header('x-content-type-options', 'nosniff')
    // Should a browser show it all the same, then as nobody's page: no script, no form, nothing fetched.
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(store.open(file.id));
}

/** Controls, and what turns the direction of the letters: an `.exe` could be read as a `.pdf` by them. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A name is only shown, never used as a path; still no separators, nothing unseen, no endless length. */
export const cleanName = (name: string): string =>
  [...(name.split(/[\\/]/).at(-1) ?? '').toWellFormed().replace(UNSEEN, '')].slice(-MAX_NAME).join('') ||
  'file';

function asUploadProblem(error: unknown, mostBytes: number): unknown {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new FileTooLargeError(mostBytes);
  if (code === 'ERR_STREAM_PREMATURE_CLOSE' || /unexpected end/i.test(message ?? '')) {
    return new InvalidInputError([], 'The upload broke off before the end of the file. Send it again.');
  }
  // Whoever sends no boundary, or parts that are none, sent no file.
  if (/multipart|boundary|part header|malformed/i.test(message ?? '')) return new NoFileError();
  return error;
}
