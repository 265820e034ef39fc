import { IdField, InstantField, TextField, TextListField } from '../http/fields.js';

/** A deleted record, as the bin shows it. */
export class BinItemDto {
  @TextField({ describe: 'Kind of record.', example: 'customer' }) readonly resource!: string;
  @IdField({ describe: 'Record.' }) readonly id!: string;
  @TextField({ describe: 'Name by which people know it.' }) readonly title!: string;
  @TextField({ describe: 'Its number, or what it belongs to.', nullable: true }) readonly subtitle!:
    string | null;
  @InstantField({ describe: 'When it was deleted.' }) readonly deletedAt!: Date;
  @IdField({ describe: 'Who deleted it.', nullable: true }) readonly deletedById!: string | null;
  @TextField({ describe: 'Name of who deleted it.', nullable: true }) readonly deletedByName!: string | null;
  @InstantField({ describe: 'From when on it may be removed for good.' }) readonly keptUntil!: Date;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}
