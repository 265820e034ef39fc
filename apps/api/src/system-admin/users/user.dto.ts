import {
  EmailField,
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  NestedField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { RoleReferenceDto } from '../auth/auth.dto.js';
import { InvitationDto } from '../one-time-links/one-time-link.dto.js';
import { USER_STATES, type UserState } from './user.entity.js';

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,49}$/;

export const FIRST_SIGN_INS = ['one-time-password', 'invitation'] as const;

export class UserDto {
  @IdField({ describe: 'User id.' }) readonly id!: string;
  @TextField({ describe: 'User name for signing in.', example: 'sales.li' }) readonly username!: string;
  @TextField({ describe: 'Name shown to colleagues.', example: '李娜' }) readonly displayName!: string;
  @EmailField({ describe: 'E-mail address.', nullable: true }) readonly email!: string | null;
  @TextField({ describe: 'Phone number.', nullable: true }) readonly phone!: string | null;
  @IdField({ describe: 'Department.', nullable: true }) readonly departmentId!: string | null;
  @TextField({ describe: 'Name of the department.', nullable: true }) readonly departmentName!: string | null;
  @IdField({ describe: 'Position.', nullable: true }) readonly positionId!: string | null;
  @TextField({ describe: 'Name of the position.', nullable: true, example: '销售代表' })
  readonly positionName!: string | null;
  @NestedField(() => RoleReferenceDto, { describe: 'Roles.', many: true })
  readonly roles!: RoleReferenceDto[];
  @EnumField({ describe: 'State.', values: USER_STATES }) readonly state!: UserState;
  @FlagField({ describe: 'Has to choose a password of her own first.' })
  readonly mustChangePassword!: boolean;
  @FlagField({ describe: 'Whether a code is asked for at sign-in; with `user:manage` only.', optional: true })
  readonly hasSecondFactor?: boolean;
  @InstantField({ describe: 'Last sign-in.', nullable: true }) readonly lastSignInAt!: Date | null;
  @InstantField({ describe: 'When the user was added.' }) readonly createdAt!: Date;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

export class CreateUserDto {
  @TextField({
    describe: 'User name: lower-case letters, digits, dot, dash.',
    pattern: USERNAME,
    max: 50,
    example: 'sales.chen',
  })
  readonly username!: string;
  @TextField({ describe: 'Name shown to colleagues.', max: 50, example: '陈静' })
  readonly displayName!: string;
  @EmailField({ describe: 'E-mail address.', optional: true, nullable: true }) readonly email?: string | null;
  @TextField({ describe: 'Phone number.', optional: true, nullable: true, max: 40 }) readonly phone?:
    string | null;
  @IdField({ describe: 'Department.', optional: true, nullable: true }) readonly departmentId?: string | null;
  @IdField({ describe: 'Position.', optional: true, nullable: true }) readonly positionId?: string | null;
  @IdField({ describe: 'Roles.', many: true }) readonly roleIds!: string[];
  @EnumField({
    describe: 'How she gets in: a one-time password to hand over, or an invitation to choose her own.',
    values: FIRST_SIGN_INS,
    optional: true,
  })
  readonly firstSignIn?: (typeof FIRST_SIGN_INS)[number];
}

export class ChangeUserDto {
  @TextField({ describe: 'Name shown to colleagues.', max: 50, optional: true })
  readonly displayName?: string;
  @EmailField({ describe: 'E-mail address.', optional: true, nullable: true }) readonly email?: string | null;
  @TextField({ describe: 'Phone number.', optional: true, nullable: true, max: 40 }) readonly phone?:
    string | null;
  @IdField({ describe: 'Department.', optional: true, nullable: true }) readonly departmentId?: string | null;
  @IdField({ describe: 'Position.', optional: true, nullable: true }) readonly positionId?: string | null;
  @IdField({ describe: 'Roles.', many: true, optional: true }) readonly roleIds?: string[];
}

export class TemporaryPasswordDto {
  @TextField({ describe: 'One-time password, shown only now.' }) readonly temporaryPassword!: string;
}

export class CreatedUserDto extends UserDto {
  @TextField({ describe: 'One-time password, shown only now; null when invited.', nullable: true })
  readonly temporaryPassword!: string | null;
  @NestedField(() => InvitationDto, { describe: 'The invitation, if she was invited.', nullable: true })
  readonly invitation!: InvitationDto | null;
}

export const REMOVALS = ['deleted', 'anonymised'] as const;

export class RemovedUserDto {
  @EnumField({
    describe: 'Deleted when nothing referred to her, else anonymised: the id stays in what she did.',
    values: REMOVALS,
  })
  readonly outcome!: (typeof REMOVALS)[number];
}
