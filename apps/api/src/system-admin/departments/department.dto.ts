import { IdField, IntegerField, TextField } from '../../platform/http/fields.js';

/** A slash parts the names of a path. */
const NAME = /^[^/]+$/;

export class DepartmentDto {
  @IdField({ describe: 'Department id.' }) readonly id!: string;
  @TextField({ describe: 'Stable word.', example: 'sales-east' }) readonly code!: string;
  @TextField({ describe: 'Name.', example: '华东销售部' }) readonly name!: string;
  @TextField({ describe: 'Names from the top down.', example: '公司/销售部/华东销售部', max: 2000 })
  readonly path!: string;
  @IdField({ describe: 'Department above.', nullable: true }) readonly parentId!: string | null;
  @IdField({ describe: 'Leader.', nullable: true }) readonly leaderId!: string | null;
  @TextField({ describe: 'Name of the leader.', nullable: true }) readonly leaderName!: string | null;
  @IntegerField({ describe: 'People in it (invited or active), without those below.' })
  readonly userCount!: number;
  @IntegerField({ describe: 'Version.', example: 1 }) readonly version!: number;
}

export class CreateDepartmentDto {
  @TextField({ describe: 'Name, without a slash.', max: 60, pattern: NAME, example: '华东销售部' })
  readonly name!: string;
  @IdField({ describe: 'Department above; none for one at the top.', optional: true, nullable: true })
  readonly parentId?: string | null;
  @IdField({ describe: 'Leader.', optional: true, nullable: true }) readonly leaderId?: string | null;
}

export class ChangeDepartmentDto {
  @TextField({ describe: 'Name, without a slash.', max: 60, pattern: NAME, optional: true })
  readonly name?: string;
  @IdField({ describe: 'Department above; null moves it to the top.', optional: true, nullable: true })
  readonly parentId?: string | null;
  @IdField({ describe: 'Leader.', optional: true, nullable: true }) readonly leaderId?: string | null;
}
