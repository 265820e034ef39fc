import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import { RecordNotFoundError } from '../errors/common.errors.js';
import type { AttachmentDto, AttachmentVersionDto, RecordAttachmentsDto } from './attachment.dto.js';
import { AttachedRecords } from './attached-records.js';

export type AttachmentRow = Omit<AttachmentDto, 'allowedActions'>;

const SELECT = `
  select a.id, a.resource, a.record_id as "recordId", a.title, a.description, a.address, a.latest, f.size::float8 as size,
    f.media_type as "mediaType", u.display_name as "createdByName", a.created_at as "createdAt", w.display_name as "versionByName",
    v.created_at as "versionAt", a.version
  from attachments a left join attachment_versions v on v.attachment_id = a.id and v.number = a.latest left join files f on f.id = v.file_id
    left join users u on u.id = a.created_by left join users w on w.id = v.created_by`;

const VERSIONS = `
  select v.number, f.name, f.size::float8 as size, f.media_type as "mediaType", f.sha256, u.display_name as "createdByName",
    v.created_at as "createdAt"
  from attachment_versions v join files f on f.id = v.file_id left join users u on u.id = v.created_by
  where v.attachment_id = $1 order by v.number desc`;

/** Reads attachments, by the rules of the records they hang on. */
@Injectable()
export class AttachmentRows {
  constructor(
    private readonly rows: Rows,
    private readonly records: AttachedRecords,
  ) {}

  async of(resource: string, recordId: string, actor: Actor): Promise<RecordAttachmentsDto> {
    const attachable = await this.records.see(resource, recordId, actor);
    const found = await this.rows.toSend<AttachmentRow>(
      `${SELECT} where a.resource = $1 and a.record_id = $2 and a.deleted_at is null order by a.created_at desc, a.id desc`,
      [resource, recordId],
    );
    const mayChange = await this.records.mayChange(attachable, recordId, actor);
    return { items: found.map((row) => toDto(row, mayChange)), allowedActions: mayChange ? ['add'] : [] };
  }

  async one(id: string, actor: Actor): Promise<AttachmentDto> {
    const [row] = await this.rows.toSend<AttachmentRow>(
      `${SELECT} where a.id = $1 and a.deleted_at is null`,
      [id],
    );
    if (!row) throw new RecordNotFoundError('attachment', id);
    const attachable = await this.records.see(row.resource, row.recordId, actor);
    return toDto(row, await this.records.mayChange(attachable, row.recordId, actor));
  }

  async versions(id: string, actor: Actor): Promise<AttachmentVersionDto[]> {
    await this.one(id, actor);
    return this.rows.toSend<AttachmentVersionDto>(VERSIONS, [id]);
  }

  /** The file of one version, the newest where none is told. @throws RecordNotFoundError */
  async fileOf(id: string, number: number | undefined, actor: Actor): Promise<{ id: string; name: string }> {
    const { latest, title } = await this.one(id, actor);
    const wanted = number ?? latest;
    const file = await this.rows.one<{ id: string; name: string }>(
      `select f.id, f.name from attachment_versions v join files f on f.id = v.file_id where v.attachment_id = $1 and v.number = $2`,
      [id, wanted],
    );
    if (!file) throw new RecordNotFoundError('file', id);
    return wanted === latest ? { id: file.id, name: withEnding(title, file.name) } : file;
  }
}

const endingOf = (name: string): string => /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';

/** A file that was renamed keeps the ending by which programs know it. */
const withEnding = (title: string, name: string): string => {
  const ending = endingOf(name);
  return title.toLowerCase().endsWith(ending.toLowerCase()) ? title : `${title}${ending}`;
};

const toDto = (row: AttachmentRow, mayChange: boolean): AttachmentDto => ({
  ...row,
  allowedActions: mayChange ? ['change', ...(row.latest === null ? [] : ['add-version']), 'delete'] : [],
});
