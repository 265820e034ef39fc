import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  NestedField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { GrantedPermissionDto } from '../auth/auth.dto.js';

export const API_KEY_STATES = ['active', 'expired', 'revoked', 'owner-inactive'] as const;

export class ApiKeyDto {
  @IdField({ describe: 'Key id.' }) readonly id!: string;
  @TextField({ describe: 'Name.', example: 'ERP' }) readonly name!: string;
  @TextField({ describe: 'Beginning of the secret.', example: 'juke_a1B2c3' }) readonly prefix!: string;
  @IdField({ describe: 'User it belongs to and acts as.' }) readonly userId!: string;
  @TextField({ describe: 'Name of that user.' }) readonly userName!: string;
  @EnumField({ describe: 'Whether it can be used, and why not.', values: API_KEY_STATES })
  readonly state!: (typeof API_KEY_STATES)[number];
  @NestedField(() => GrantedPermissionDto, {
    describe: 'What it may do at most; what its user may not do, it may not either.',
    many: true,
  })
  readonly permissions!: GrantedPermissionDto[];
  @TextListField({ describe: 'Addresses and networks it may be used from; empty: from anywhere.' })
  readonly allowedAddresses!: string[];
  @InstantField({ describe: 'From when on it is refused.', nullable: true }) readonly expiresAt!:
    string | null;
  @InstantField({ describe: 'Last use, to the minute.', nullable: true }) readonly lastUsedAt!: string | null;
  @TextField({ describe: 'Address of the last use noted.', nullable: true }) readonly lastUsedIp!:
    string | null;
  @InstantField({ describe: 'When it was revoked.', nullable: true }) readonly revokedAt!: string | null;
  @InstantField({ describe: 'When it was made.' }) readonly createdAt!: string;
  @IntegerField({ describe: 'Version.', example: 1 }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next: revoke.' }) readonly allowedActions!: string[];
}

export class CreatedApiKeyDto extends ApiKeyDto {
  @TextField({
    describe: 'The secret, told this once: send it as `Authorization: Bearer`.',
    example: 'juke_a1B2c3…',
  })
  readonly secret!: string;
}

export class CreateApiKeyDto {
  @TextField({ describe: 'Name; no other live key of this user has it.', max: 60, example: 'ERP' })
  readonly name!: string;
  @IdField({ describe: 'User it belongs to; left out: the caller.', optional: true })
  readonly userId?: string;
  @NestedField(() => GrantedPermissionDto, {
    describe: 'What it may do: nothing that its user or the caller may not.',
    many: true,
    most: 300,
  })
  readonly permissions!: GrantedPermissionDto[];
  @TextListField({
    describe: 'Addresses and networks it may be used from.',
    optional: true,
    max: 50,
    most: 50,
    example: ['203.0.113.7', '10.0.0.0/8'],
  })
  readonly allowedAddresses?: string[];
  @InstantField({
    describe: 'From when on it is refused; left out or null: never.',
    optional: true,
    nullable: true,
  })
  readonly expiresAt?: string | null;
}
