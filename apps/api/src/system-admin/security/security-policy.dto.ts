import { IdField, IntegerField } from '../../platform/http/fields.js';

/** What the company asks of passwords, links and second factors. */
export class SecurityPolicyDto {
  @IntegerField({ describe: 'Fewest characters of a password.', least: 8, most: 64, example: 10 })
  readonly minPasswordLength!: number;
  @IntegerField({ describe: 'How many earlier passwords may not come again.', most: 12, example: 3 })
  readonly passwordHistory!: number;
  @IntegerField({ describe: 'Days until a password must be changed; 0 for never.', most: 3650, example: 0 })
  readonly passwordMaxAgeDays!: number;
  @IntegerField({ describe: 'Hours an invitation is good for.', least: 1, most: 720, example: 168 })
  readonly invitationHours!: number;
  @IntegerField({ describe: 'Minutes a reset link is good for.', least: 5, most: 1440, example: 60 })
  readonly resetMinutes!: number;
  @IntegerField({ describe: 'Days the sign-in history is kept.', least: 7, most: 3650, example: 180 })
  readonly signInHistoryDays!: number;
  @IdField({ describe: 'Roles whose people need a second factor.', many: true })
  readonly secondFactorRoleIds!: string[];
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
}

export class ChangeSecurityPolicyDto {
  @IntegerField({ describe: 'Fewest characters of a password.', least: 8, most: 64, optional: true })
  readonly minPasswordLength?: number;
  @IntegerField({ describe: 'How many earlier passwords may not come again.', most: 12, optional: true })
  readonly passwordHistory?: number;
  @IntegerField({
    describe: 'Days until a password must be changed; 0 for never.',
    most: 3650,
    optional: true,
  })
  readonly passwordMaxAgeDays?: number;
  @IntegerField({ describe: 'Hours an invitation is good for.', least: 1, most: 720, optional: true })
  readonly invitationHours?: number;
  @IntegerField({ describe: 'Minutes a reset link is good for.', least: 5, most: 1440, optional: true })
  readonly resetMinutes?: number;
  @IntegerField({ describe: 'Days the sign-in history is kept.', least: 7, most: 3650, optional: true })
  readonly signInHistoryDays?: number;
  @IdField({ describe: 'Roles whose people need a second factor.', many: true, optional: true })
  readonly secondFactorRoleIds?: string[];
}
