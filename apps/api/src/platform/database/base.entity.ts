import { Column, PrimaryColumn, VersionColumn } from 'typeorm';

/** What every record has. The id comes from the database (UUIDv7, so ids sort by time of entry). */
export abstract class BaseEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @VersionColumn()
  version!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
