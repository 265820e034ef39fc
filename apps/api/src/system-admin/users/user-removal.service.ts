import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { HandOver } from '../../platform/hand-over/hand-over.js';
import { AccountState } from './account-state.js';
import type { RemovedUserDto } from './user.dto.js';
import { User } from './user.entity.js';
import { OwnAccountError } from './user.errors.js';
import { StillHoldsError } from './user-hand-over.errors.js';
import { UserRoles } from './user-roles.js';
import { refuseUserAction } from './user.transitions.js';

/** What is hers alone and goes with her, in an order that foreign keys allow. Further tables of hers cascade. */
const HER_OWN = [
  `delete from refresh_tokens where session_id in (select id from sessions where user_id = $1)`,
  `delete from sessions where user_id = $1`,
  `delete from notifications where user_id = $1`,
  `delete from user_roles where user_id = $1`,
  `delete from one_time_links where user_id = $1`,
  `delete from password_history where user_id = $1`,
  `delete from api_keys where user_id = $1`,
  `delete from recovery_codes where user_id = $1`,
  `delete from second_factors where user_id = $1`,
  `delete from sign_in_attempts where user_id = $1`,
];
/** Foreign keys that point at users, from the catalogue: a new module's reference counts without being named here. */
const REFERENCES = `select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] where c.contype = 'f' and c.confrelid = 'users'::regclass`;
const ACTED = `select 1 from audit_entries where actor_id = $1 limit 1`;
/** A user name as short as its rule asks for and unique as long as ids are. */
const ANONYMISE = `update users set state = 'anonymised', username = 'gone-' || replace(id::text, '-', ''), display_name = '–', email = null,
    phone = null, position_id = null, initials = '', password_hash = null, sso_issuer = null, sso_subject = null,
    last_sign_in_at = null, version = version + 1, updated_at = now() where id = $1`;

/** The end of an account. Nobody who still holds records can go. */
@Injectable()
export class UserRemovalService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly handOver: HandOver,
    private readonly roles: UserRoles,
    private readonly account: AccountState,
  ) {}

  /**
   * Deletes her when no record names her and she never did anything; else everything personal goes, and what she did keeps
   * her id. The audit log forgets her name either way.
   * @throws OwnAccountError, IllegalActionError, StillHoldsError, RoleBeyondOwnError
   */
  async remove(id: string, actor: Actor): Promise<RemovedUserDto> {
    if (id === actor.id) throw new OwnAccountError();
    const outcome = await this.work.run(actor, 'user.remove', async (unit) => {
      const user = await lockRecord(unit, User, 'user', id);
      refuseUserAction(user.state, 'remove');
      await this.roles.refuseBeyond(unit, [id], actor);
      const held = await this.handOver.holdings(unit.query, id);
      if (held.length > 0) throw new StillHoldsError(held.reduce((sum, { count }) => sum + count, 0));
      for (const statement of HER_OWN) await unit.query(statement, [id]);
      const isReferredTo = await this.isReferredTo(unit, id);
      await unit.query(isReferredTo ? ANONYMISE : `delete from users where id = $1`, [id]);
      await unit.query(`call audit_forget($1)`, [id]);
      unit.emit({
        name: 'user.removed',
        resource: 'user',
        recordId: id,
        audience: { permission: 'user:read' },
      });
      return isReferredTo ? ('anonymised' as const) : ('deleted' as const);
    });
    this.account.changed();
    return { outcome };
  }

  private async isReferredTo(unit: Unit, id: string): Promise<boolean> {
    if ((await unit.query(ACTED, [id])).length > 0) return true;
    for (const { table, column } of await unit.query<{ table: string; column: string }>(REFERENCES))
      if ((await unit.query(`select 1 from ${table} where ${column} = $1 limit 1`, [id])).length > 0)
        return true;
    return false;
  }
}
