import { IdField, InstantField, IntegerField, TextField } from '../http/fields.js';

export class FileDto {
  @IdField({ describe: 'File id.' }) readonly id!: string;
  @TextField({ describe: 'Name the user gave it.', example: '客户.xlsx' }) readonly name!: string;
  @IntegerField({ describe: 'Size in bytes.' }) readonly size!: number;
  @TextField({ describe: 'SHA-256 of the content, hexadecimal.' }) readonly sha256!: string;
  @TextField({ describe: 'Media type.' }) readonly mediaType!: string;
  @InstantField({ describe: 'When it came.' }) readonly createdAt!: Date;
}
