import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { StaleVersionError } from '../../platform/errors/common.errors.js';
import { Actors } from '../auth/actors.js';
import type { ChangeSecurityPolicyDto, SecurityPolicyDto } from './security-policy.dto.js';

const POLICY = `select min_password_length as "minPasswordLength", password_history as "passwordHistory",
    password_max_age_days as "passwordMaxAgeDays", invitation_hours as "invitationHours", reset_minutes as "resetMinutes",
    sign_in_history_days as "signInHistoryDays",
    array(select r.id from roles r where r.requires_second_factor order by r.code) as "secondFactorRoleIds", version
  from security_policies`;
const CHANGE = `update security_policies set min_password_length = coalesce($1, min_password_length),
    password_history = coalesce($2, password_history), password_max_age_days = coalesce($3, password_max_age_days),
    invitation_hours = coalesce($4, invitation_hours), reset_minutes = coalesce($5, reset_minutes),
    sign_in_history_days = coalesce($6, sign_in_history_days), version = version + 1, updated_at = now()`;
const ENFORCE = `update roles set requires_second_factor = id = any($1::uuid[]), version = version + 1, updated_at = now()
  where requires_second_factor <> (id = any($1::uuid[]))`;

/** The one security policy of the company. */
@Injectable()
export class SecurityPolicies {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly actors: Actors,
  ) {}

  async read(): Promise<SecurityPolicyDto> {
    return (await this.rows.one<SecurityPolicyDto>(POLICY))!;
  }

  async of(unit: Unit): Promise<SecurityPolicyDto> {
    return (await unit.query<SecurityPolicyDto>(POLICY))[0]!;
  }

  /** A longer password is asked for at the next change; a shorter age and a second factor hold at once. */
  async change(
    dto: ChangeSecurityPolicyDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<SecurityPolicyDto> {
    await this.work.run(actor, 'security-policy.change', async (unit) => {
      const [current] = await unit.query<{ version: number }>(
        'select version from security_policies for update',
      );
      if (version !== undefined && version !== current!.version)
        throw new StaleVersionError(current!.version);
      const { minPasswordLength, passwordHistory, passwordMaxAgeDays } = dto;
      const { invitationHours, resetMinutes, signInHistoryDays } = dto;
      const values = [minPasswordLength, passwordHistory, passwordMaxAgeDays];
      const others = [invitationHours, resetMinutes, signInHistoryDays];
      await unit.query(
        CHANGE,
        [...values, ...others].map((value) => value ?? null),
      );
      if (dto.secondFactorRoleIds) await unit.query(ENFORCE, [dto.secondFactorRoleIds]);
      unit.emit({ name: 'role.changed', resource: 'security-policy', audience: { permission: 'role:read' } });
    });
    this.actors.forget();
    return this.read();
  }
}
