import {
  EnumField,
  FlagField,
  IdField,
  IntegerField,
  NestedField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { FIELD_EFFECTS } from '../../platform/auth/permission-catalogue.js';
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
  @TextListField({ describe: 'What the caller may do next: change, delete.' })
  readonly allowedActions!: string[];
}

export class CreateRoleDto {
  @TextField({ describe: 'Name; no other role has it.', max: 60, example: '区域助理' })
  readonly name!: string;
  @NestedField(() => GrantedPermissionDto, {
    describe: 'What it may do: nothing that the caller may not, nor further than she reaches.',
    many: true,
  })
  readonly permissions!: GrantedPermissionDto[];
}

export class ChangeRoleDto {
  @TextField({ describe: 'Name; no other role has it.', max: 60, optional: true }) readonly name?: string;
  @NestedField(() => GrantedPermissionDto, {
    describe: 'What it may do from now on, all of it.',
    many: true,
    optional: true,
  })
  readonly permissions?: GrantedPermissionDto[];
}

export class PermissionDto {
  @TextField({ describe: 'Permission code.', example: 'customer:read' }) readonly code!: string;
  @TextField({ describe: 'Kind of record it is about.', example: 'customer' }) readonly resource!: string;
  @TextField({ describe: 'What it allows, in English.' }) readonly describe!: string;
  @FlagField({ describe: 'Whether a data scope narrows it.' }) readonly scoped!: boolean;
  @TextListField({ describe: 'Permissions without which it is of no use.' }) readonly needs!: string[];
  @EnumField({
    describe: 'What its absence does to fields; null when it is about actions.',
    values: FIELD_EFFECTS,
    nullable: true,
  })
  readonly fields!: (typeof FIELD_EFFECTS)[number] | null;
}
