import { TextField, TextListField } from '../../platform/http/fields.js';
import { MAX_PASSWORD_LENGTH } from '../auth/passwords.js';

export class BegunSecondFactorDto {
  @TextField({ describe: 'Seed for an app that cannot read pictures, Base32.', example: 'JBSWY3DPEHPK3PXP' })
  readonly secret!: string;
  @TextField({ describe: '`otpauth://` address; shown as a QR code.', max: 500 }) readonly uri!: string;
}

export class ConfirmSecondFactorDto {
  @TextField({ describe: 'Six digits of the app.', max: 20, example: '123456' }) readonly code!: string;
}

/** Proof that it is still the person herself: both factors again. */
export class ReauthenticateDto {
  @TextField({ describe: 'Your password.', max: MAX_PASSWORD_LENGTH, keepSpaces: true })
  readonly password!: string;
  @TextField({ describe: 'Code of the app, or a recovery code.', max: 40 }) readonly code!: string;
}

export class RecoveryCodesDto {
  @TextListField({ describe: 'Each works once, instead of a code of the app. Shown only now.' })
  readonly recoveryCodes!: string[];
}
