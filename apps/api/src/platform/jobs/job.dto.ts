import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  NestedField,
  TextField,
} from '../http/fields.js';

export const JOB_STATES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

export class JobProgressDto {
  @IntegerField({ describe: 'Units done.', example: 4200 }) readonly done!: number;
  @IntegerField({ describe: 'Units in all; null while unknown.', nullable: true, example: 10000 })
  readonly total!: number | null;
  @TextField({
    describe: 'What is being done, as a word the screen translates.',
    nullable: true,
    example: 'check',
  })
  readonly note!: string | null;
}

/** Long work and how far it is. */
export class JobDto {
  @IdField({ describe: 'Job id.' }) readonly id!: string;
  @TextField({ describe: 'Kind of work.', example: 'import.run' }) readonly kind!: string;
  @EnumField({ describe: 'State.', values: JOB_STATES }) readonly state!: JobState;
  @NestedField(() => JobProgressDto, { describe: 'How far it is.' }) readonly progress!: JobProgressDto;
  @JsonField({ describe: 'What it brought, by kind.', nullable: true }) readonly result!: Record<
    string,
    unknown
  > | null;
  @JsonField({ describe: 'Why it failed: code, detail, params.', nullable: true }) readonly error!: Record<
    string,
    unknown
  > | null;
  @InstantField({ describe: 'When it was asked for.' }) readonly createdAt!: Date;
  @InstantField({ describe: 'When it started.', nullable: true }) readonly startedAt!: Date | null;
  @InstantField({ describe: 'When it ended.', nullable: true }) readonly finishedAt!: Date | null;
}

export const JOB_COLUMNS = `id, kind, state, progress, result, error, created_at as "createdAt", started_at as "startedAt",
  finished_at as "finishedAt"`;
