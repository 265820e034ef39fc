import { EnumField, FlagField, IdField, InstantField, TextField } from '../../platform/http/fields.js';
import { SIGN_IN_METHODS, type SignInMethod } from '../auth/sign-in-history.js';

/** One sign-in on one device that is still good. */
export class SessionDto {
  @IdField({ describe: 'Session id.' }) readonly id!: string;
  @FlagField({ describe: 'The one this request came with.' }) readonly isCurrent!: boolean;
  @EnumField({ describe: 'How it began.', values: ['password', 'sso'] }) readonly method!: 'password' | 'sso';
  @TextField({ describe: 'Address it began from.', nullable: true }) readonly ip!: string | null;
  @TextField({ describe: 'Browser and device, as they name themselves.', nullable: true, max: 300 })
  readonly userAgent!: string | null;
  @InstantField({ describe: 'When it began.' }) readonly createdAt!: Date;
  @InstantField({ describe: 'Last seen, to a quarter of an hour.' }) readonly lastSeenAt!: Date;
  @InstantField({ describe: 'Ends by itself.' }) readonly expiresAt!: Date;
}

export class SignInAttemptDto {
  @IdField({ describe: 'Id.' }) readonly id!: string;
  @EnumField({
    describe: 'By password, single sign-on, or a request for a reset mail.',
    values: SIGN_IN_METHODS,
  })
  readonly method!: SignInMethod;
  @FlagField({ describe: 'Whether it went well.' }) readonly succeeded!: boolean;
  @TextField({ describe: 'Code of what was wrong.', nullable: true, example: 'auth.wrong-credentials' })
  readonly reason!: string | null;
  @TextField({ describe: 'Address.', nullable: true }) readonly ip!: string | null;
  @TextField({ describe: 'Browser and device.', nullable: true, max: 300 })
  readonly userAgent!: string | null;
  @InstantField({ describe: 'When.' }) readonly occurredAt!: Date;
}
