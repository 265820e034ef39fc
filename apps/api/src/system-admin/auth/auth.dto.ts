import {
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  NestedField,
  TextField,
} from '../../platform/http/fields.js';
import { DATA_SCOPES, type DataScope } from '../../platform/auth/actor.js';
import { MAX_PASSWORD_LENGTH } from './passwords.js';

export const LOCALES = ['zh-CN', 'en'] as const;

export class SignInDto {
  @TextField({ describe: 'User name.', max: 50, example: 'sales.li' }) readonly username!: string;
  @TextField({ describe: 'Password.', max: MAX_PASSWORD_LENGTH, keepSpaces: true })
  readonly password!: string;
  @TextField({
    describe:
      'Code of the authenticator app or a recovery code, when the answer was `auth.second-factor-needed`.',
    optional: true,
    max: 40,
    example: '123456',
  })
  readonly code?: string;
}

export class NamedReferenceDto {
  @IdField({ describe: 'Id.' }) readonly id!: string;
  @TextField({ describe: 'Name.' }) readonly name!: string;
}

export class RoleReferenceDto extends NamedReferenceDto {
  @TextField({ describe: 'Stable word of the role.', example: 'salesperson' }) readonly code!: string;
}

export class GrantedPermissionDto {
  @TextField({ describe: 'Permission code.', example: 'customer:read' }) readonly code!: string;
  @EnumField({ describe: 'How far it reaches.', values: DATA_SCOPES }) readonly scope!: DataScope;
}

export class SeenByDto {
  @TextField({ describe: 'Name of the colleague who looks.' }) readonly name!: string;
  @InstantField({ describe: 'When that ends by itself.' }) readonly until!: string;
}

/** The signed-in user and what she may do. */
export class MeDto {
  @IdField({ describe: 'User id.' }) readonly id!: string;
  @TextField({ describe: 'User name.' }) readonly username!: string;
  @TextField({ describe: 'Name shown to colleagues.' }) readonly displayName!: string;
  @NestedField(() => NamedReferenceDto, { describe: 'Department.', nullable: true })
  readonly department!: NamedReferenceDto | null;
  @NestedField(() => RoleReferenceDto, { describe: 'Roles.', many: true })
  readonly roles!: RoleReferenceDto[];
  @NestedField(() => GrantedPermissionDto, { describe: 'Permissions over all roles.', many: true })
  readonly permissions!: GrantedPermissionDto[];
  @EnumField({ describe: 'Language of the screens.', values: LOCALES }) readonly locale!: 'zh-CN' | 'en';
  @FlagField({ describe: 'A password set by somebody else must be changed first.' })
  readonly mustChangePassword!: boolean;
  @FlagField({ describe: 'A role asks for a second factor that is not set up yet.' })
  readonly mustEnrolSecondFactor!: boolean;
  @TextField({ describe: 'Version of the product.' }) readonly productVersion!: string;
  @FlagField({ describe: 'Whether a code is asked for at sign-in.' }) readonly hasSecondFactor!: boolean;
  @NestedField(() => SeenByDto, {
    describe: 'Set while somebody else sees the product as this user: nothing can be changed.',
    nullable: true,
  })
  readonly seenBy!: SeenByDto | null;
}

export class SignedInDto {
  @TextField({ describe: 'Bearer token for `Authorization`.', max: 2000 }) readonly accessToken!: string;
  @IntegerField({ describe: 'Seconds until it expires.', example: 900 }) readonly expiresIn!: number;
  @NestedField(() => MeDto, { describe: 'Who signed in.' }) readonly user!: MeDto;
}

export class SignedOutDto {
  @TextField({
    describe: "Where to go on to end the identity provider's session, too; null when there is none.",
    nullable: true,
    max: 2000,
  })
  readonly continueAt!: string | null;
}

export class ChangePasswordDto {
  @TextField({ describe: 'Password until now.', max: MAX_PASSWORD_LENGTH, keepSpaces: true })
  readonly currentPassword!: string;
  @TextField({
    describe: 'New password; how long it must be says the security policy.',
    max: MAX_PASSWORD_LENGTH,
    keepSpaces: true,
  })
  readonly newPassword!: string;
}

export class ChangeMeDto {
  @EnumField({ describe: 'Language of the screens.', values: LOCALES, optional: true }) readonly locale?:
    'zh-CN' | 'en';
}

export class ProductInfoDto {
  @TextField({ describe: 'Product.' }) readonly product!: string;
  @FlagField({ describe: 'Whether this is a demo company with public accounts.' }) readonly demo!: boolean;
  @FlagField({ describe: 'Whether a forgotten password can be replaced by mail.' })
  readonly canResetByMail!: boolean;
  @TextField({ describe: 'Words on the button for single sign-on; null without it.', nullable: true })
  readonly ssoLabel!: string | null;
}
