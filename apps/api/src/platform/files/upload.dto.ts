import { IdField, InstantField, IntegerField, TextField } from '../http/fields.js';

export class CreateUploadDto {
  @TextField({ describe: 'Name of the file.', example: '合同.pdf', max: 500 }) readonly name!: string;
  @IntegerField({ describe: 'Size in bytes.', least: 1, example: 41_943_040 }) readonly size!: number;
}

/** A file on its way here, in pieces. */
export class UploadDto {
  @IdField({ describe: 'Upload id.' }) readonly id!: string;
  @TextField({ describe: 'Name of the file.' }) readonly name!: string;
  @IntegerField({ describe: 'Size in bytes.' }) readonly size!: number;
  @IntegerField({ describe: 'Bytes that are here; the next piece begins there.' }) readonly offset!: number;
  @IdField({ describe: 'The file it became, once it is finished.', nullable: true }) readonly fileId!:
    string | null;
  @InstantField({ describe: 'Without a further piece it is given up then.' }) readonly expiresAt!: Date;
}
