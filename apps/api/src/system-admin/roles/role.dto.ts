import { FlagField, IdField, IntegerField, NestedField, TextField } from '../../platform/http/fields.js';
import { GrantedPermissionDto } from '../auth/auth.dto.js';

export class RoleDto {
  @IdField({ describe: 'Role id.' }) readonly id!: string;
  @TextField({ describe: 'Stable word.', example: 'salesperson' }) readonly code!: string;
  @TextField({ describe: 'Name.', example: '销售员' }) readonly name!: string;
  @FlagField({ describe: 'Came with the product.' }) readonly isBuiltIn!: boolean;
  @IntegerField({ describe: 'Active users who have it.' }) readonly userCount!: number;
  @NestedField(() => GrantedPermissionDto, { describe: 'What it may do.', many: true })
  readonly permissions!: GrantedPermissionDto[];
  @IntegerField({ describe: 'Version.', example: 1 }) readonly version!: number;
}

export class PermissionDto {
  @TextField({ describe: 'Permission code.', example: 'customer:read' }) readonly code!: string;
  @TextField({ describe: 'What it allows, in English.' }) readonly describe!: string;
  @FlagField({ describe: 'Whether a data scope narrows it.' }) readonly scoped!: boolean;
}
