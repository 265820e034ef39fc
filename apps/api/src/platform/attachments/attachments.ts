import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { whenViolated } from '../database/constraint-violations.js';
import { UnitOfWork, type Unit } from '../database/unit-of-work.js';
import { InvalidInputError, RecordNotFoundError, StaleVersionError } from '../errors/common.errors.js';
import { RecycleBin } from '../recycle-bin/recycle-bin.js';
import { wordOf } from './attachable.js';
import { AttachedRecords } from './attached-records.js';
import type { AttachmentDto, ChangeAttachmentDto, CreateAttachmentDto } from './attachment.dto.js';
import { FileAttachedError, NoVersionsError, TooManyAttachmentsError } from './attachment.errors.js';
import { AttachmentRows } from './attachment-rows.js';

/** So many that a list of them is still one page. */
const MOST = 500;

whenViolated('uq_attachment_versions_file', () => new FileAttachedError());

interface Kept {
  readonly id: string;
  readonly recordId: string;
  readonly resource: string;
  readonly title: string;
  readonly latest: number | null;
  readonly version: number;
  readonly fileName: string | null;
}

type Content = { title: string; description?: string | null } & ({ fileId: string } | { address: string });

/** Files and links of any record: attached, described, brought anew, deleted. */
@Injectable()
export class Attachments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: AttachedRecords,
    private readonly rows: AttachmentRows,
    private readonly bin: RecycleBin,
  ) {}

  /** @throws RecordNotFoundError, ForbiddenActionError, TooManyAttachmentsError, FileAttachedError, InvalidInputError */
  async add(dto: CreateAttachmentDto, actor: Actor): Promise<AttachmentDto> {
    const { resource, recordId, fileId, address, title, description } = dto;
    if ((fileId === undefined) === (address === undefined))
      throw invalid('/fileId', 'fileOrLink', 'Give either a file or an address.');
    const word = wordOf(resource.slice(0, 60));
    const id = await this.work.run(actor, `${word}.create`, async (unit) => {
      const content = fileId
        ? { fileId, title: title ?? (await ownFile(unit, fileId, '/fileId')) }
        : { address: checked(address!), title: title ?? new URL(address!).host };
      return this.insert(unit, resource, recordId, { ...content, description });
    });
    return this.rows.one(id, actor);
  }

  /** Files that come with a new record, in its own transaction. @param pointer where in the body they stand */
  async addFiles(
    unit: Unit,
    resource: string,
    recordId: string,
    fileIds: readonly string[],
    pointer: string,
  ): Promise<void> {
    for (const fileId of new Set(fileIds))
      await this.insert(unit, resource, recordId, { fileId, title: await ownFile(unit, fileId, pointer) });
  }

  async change(
    id: string,
    dto: ChangeAttachmentDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<AttachmentDto> {
    await this.run(id, version, actor, 'change', async (unit, kept) => {
      if (dto.address !== undefined && kept.latest !== null)
        throw invalid('/address', 'unknown', 'A file has no address.');
      const address = dto.address === undefined ? null : checked(dto.address);
      await unit.query(
        `update attachments set title = coalesce($2, title), address = coalesce($3, address),
           description = case when $4 then $5 else description end, version = version + 1, updated_at = now() where id = $1`,
        [id, dto.title ?? null, address, dto.description !== undefined, dto.description ?? null],
      );
    });
    return this.rows.one(id, actor);
  }

  /** @throws NoVersionsError for a link, FileAttachedError */
  async addVersion(
    id: string,
    fileId: string,
    version: number | undefined,
    actor: Actor,
  ): Promise<AttachmentDto> {
    await this.run(id, version, actor, 'add-version', async (unit, kept) => {
      if (kept.latest === null) throw new NoVersionsError();
      const name = await ownFile(unit, fileId, '/fileId');
      await insertVersion(unit, id, kept.latest + 1, fileId);
      // It is called as its file is, until somebody calls it something else.
      const title = kept.title === kept.fileName ? name : kept.title;
      await unit.query(
        `update attachments set latest = latest + 1, title = $2, version = version + 1, updated_at = now() where id = $1`,
        [id, title],
      );
    });
    return this.rows.one(id, actor);
  }

  /** Into the recycle bin, with all its versions. */
  async remove(id: string, version: number | undefined, actor: Actor): Promise<void> {
    const { resource, recordId } = await this.rows.one(id, actor);
    await this.records.requireChange(resource, recordId, actor);
    await this.bin.put(wordOf(resource), id, version, actor);
  }

  private async insert(unit: Unit, resource: string, recordId: string, content: Content): Promise<string> {
    const record = await this.records.hold(unit, resource, recordId);
    const [there] = await unit.query<{ count: number }>(
      `select count(*)::int as count from attachments where resource = $1 and record_id = $2 and deleted_at is null`,
      [resource, recordId],
    );
    if (there!.count >= MOST) throw new TooManyAttachmentsError(MOST);
    const isFile = 'fileId' in content;
    const [made] = await unit.query<{ id: string }>(
      `insert into attachments (resource, record_id, title, description, address, latest, created_by)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        resource,
        recordId,
        content.title,
        content.description ?? null,
        isFile ? null : content.address,
        isFile ? 1 : null,
        unit.actor.id,
      ],
    );
    const { id } = made!;
    if (isFile) await insertVersion(unit, id, 1, content.fileId);
    this.records.announce(unit, record, 'created', { id, recordId });
    return id;
  }

  /** One change of one attachment, held together with its record. */
  private async run(
    id: string,
    version: number | undefined,
    actor: Actor,
    verb: string,
    change: (unit: Unit, kept: Kept) => Promise<void>,
  ): Promise<void> {
    const { resource } = await this.rows.one(id, actor);
    await this.work.run(actor, `${wordOf(resource)}.${verb}`, async (unit) => {
      const [kept] = await unit.query<Kept>(
        `select a.id, a.record_id as "recordId", a.resource, a.title, a.latest, a.version, f.name as "fileName"
           from attachments a left join attachment_versions v on v.attachment_id = a.id and v.number = a.latest
             left join files f on f.id = v.file_id
          where a.id = $1 and a.deleted_at is null for update of a`,
        [id],
      );
      if (!kept) throw new RecordNotFoundError('attachment', id);
      const record = await this.records.hold(unit, resource, kept.recordId);
      if (version !== undefined && version !== kept.version) throw new StaleVersionError(kept.version);
      await change(unit, kept);
      this.records.announce(unit, record, 'changed', { id, recordId: kept.recordId });
    });
  }
}

const invalid = (pointer: string, rule: string, detail: string) =>
  new InvalidInputError([{ pointer, rule, detail }]);

/** Its name. @throws InvalidInputError when it is not the caller's */
async function ownFile(unit: Unit, fileId: string, pointer: string): Promise<string> {
  const [file] = await unit.query<{ name: string }>(
    `select name from files where id = $1 and created_by = $2 for key share`,
    [fileId, unit.actor.id],
  );
  if (!file) throw invalid(pointer, 'reference', 'Upload the file first.');
  return file.name;
}

async function insertVersion(unit: Unit, id: string, number: number, fileId: string): Promise<void> {
  await unit.query(
    `insert into attachment_versions (attachment_id, number, file_id, created_by) values ($1, $2, $3, $4)`,
    [id, number, fileId, unit.actor.id],
  );
}

/** @throws InvalidInputError for what is no address, or carries somebody's password */
function checked(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw invalid('/address', 'isUrl', 'This must be a web address such as https://example.com.');
  return url.href;
}
