import {
  IdField,
  InstantField,
  IntegerField,
  NestedField,
  TextField,
  TextListField,
} from '../http/fields.js';

const RESOURCE = { describe: 'Kind of record, `customer`.', example: 'customer', max: 60 };

/** A file or a link of a record. Of a file: its newest version. */
export class AttachmentDto {
  @IdField({ describe: 'Attachment id.' }) readonly id!: string;
  @TextField(RESOURCE) readonly resource!: string;
  @IdField({ describe: 'Record.' }) readonly recordId!: string;
  @TextField({ describe: 'What it is called.', example: '合同.pdf' }) readonly title!: string;
  @TextField({ describe: 'What it is about.', nullable: true, max: 2000 }) readonly description!:
    string | null;
  @TextField({ describe: 'Of a link, its address.', nullable: true, max: 2000 }) readonly address!:
    string | null;
  @IntegerField({ describe: 'Of a file, the number of its newest version.', nullable: true })
  readonly latest!: number | null;
  @IntegerField({ describe: 'Size in bytes.', nullable: true }) readonly size!: number | null;
  @TextField({ describe: 'Media type, by the content.', nullable: true }) readonly mediaType!: string | null;
  @TextField({ describe: 'Who attached it.', nullable: true }) readonly createdByName!: string | null;
  @InstantField({ describe: 'When it was attached.' }) readonly createdAt!: Date;
  @TextField({ describe: 'Who brought the newest version.', nullable: true }) readonly versionByName!:
    string | null;
  @InstantField({ describe: 'When the newest version came.', nullable: true })
  readonly versionAt!: Date | null;
  @IntegerField({ describe: 'Version of the entry for `If-Match`.', example: 1 }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

/** All files and links of one record. */
export class RecordAttachmentsDto {
  @NestedField(() => AttachmentDto, { describe: 'Files and links, newest first.', many: true })
  readonly items!: AttachmentDto[];
  @TextListField({ describe: 'What the caller may do with the record: `add`.' })
  readonly allowedActions!: string[];
}

export class AttachmentVersionDto {
  @IntegerField({ describe: 'Number, from 1.' }) readonly number!: number;
  @TextField({ describe: 'Name of the file.' }) readonly name!: string;
  @IntegerField({ describe: 'Size in bytes.' }) readonly size!: number;
  @TextField({ describe: 'Media type, by the content.' }) readonly mediaType!: string;
  @TextField({ describe: 'SHA-256 of the content, hexadecimal.' }) readonly sha256!: string;
  @TextField({ describe: 'Who brought it.', nullable: true }) readonly createdByName!: string | null;
  @InstantField({ describe: 'When.' }) readonly createdAt!: Date;
}

const title = { describe: "What it is called; the file's name where left out.", optional: true } as const;
const description = { describe: 'What it is about.', optional: true, nullable: true, max: 2000 } as const;
const ADDRESS = /^https?:\/\/\S+$/i;

export class CreateAttachmentDto {
  @TextField(RESOURCE) readonly resource!: string;
  @IdField({ describe: 'Record.' }) readonly recordId!: string;
  @IdField({ describe: 'A file of the caller; either this or an address.', optional: true })
  readonly fileId?: string;
  @TextField({
    describe: 'Address of a link, http or https.',
    optional: true,
    max: 2000,
    pattern: ADDRESS,
    example: 'https://example.com/offer',
  })
  readonly address?: string;
  @TextField(title) readonly title?: string;
  @TextField(description) readonly description?: string | null;
}

export class ChangeAttachmentDto {
  @TextField({ ...title, describe: 'What it is called.' }) readonly title?: string;
  @TextField(description) readonly description?: string | null;
  @TextField({
    describe: 'New address of a link.',
    optional: true,
    max: 2000,
    pattern: ADDRESS,
    example: 'https://example.com/offer',
  })
  readonly address?: string;
}

export class CreateAttachmentVersionDto {
  @IdField({ describe: 'A file of the caller.' }) readonly fileId!: string;
}
