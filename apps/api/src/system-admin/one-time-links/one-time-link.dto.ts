import {
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
} from '../../platform/http/fields.js';
import { MAX_PASSWORD_LENGTH } from '../auth/passwords.js';
import type { LinkPurpose } from './one-time-links.js';

const PURPOSES = ['invitation', 'password-reset'] as const;

/** The one-time part of a link; 32 random bytes. */
const token = () => TextField({ describe: 'What stands after `#` in the link.', max: 100 });

export class ReadLinkDto {
  @token() readonly token!: string;
}

export class LinkDto {
  @TextField({ describe: 'User name for signing in.' }) readonly username!: string;
  @TextField({ describe: 'Name shown to colleagues.' }) readonly displayName!: string;
  @EnumField({ describe: 'What the link is for.', values: PURPOSES }) readonly purpose!: LinkPurpose;
  @InstantField({ describe: 'Good until.' }) readonly expiresAt!: Date;
  @IntegerField({ describe: 'Fewest characters of a password.', example: 10 })
  readonly minPasswordLength!: number;
}

export class SetPasswordDto {
  @token() readonly token!: string;
  @TextField({ describe: 'The password chosen.', max: MAX_PASSWORD_LENGTH, keepSpaces: true })
  readonly newPassword!: string;
}

export class ForgottenPasswordDto {
  @TextField({ describe: 'User name or e-mail address.', max: 254 }) readonly account!: string;
}

export class InviteUsersDto {
  @IdField({ describe: 'Users who have not chosen a password yet.', many: true })
  readonly userIds!: string[];
}

export class InvitationDto {
  @IdField({ describe: 'User.' }) readonly userId!: string;
  @TextField({ describe: 'User name for signing in.' }) readonly username!: string;
  @TextField({ describe: 'Name shown to colleagues.' }) readonly displayName!: string;
  @FlagField({ describe: 'Whether a mail is on its way.' }) readonly isMailed!: boolean;
  @TextField({
    describe: 'Link to hand over, shown only now; null when it went by mail.',
    nullable: true,
    max: 500,
  })
  readonly link!: string | null;
  @InstantField({ describe: 'Good until.' }) readonly expiresAt!: Date;
}
