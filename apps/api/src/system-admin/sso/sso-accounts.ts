import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '../../platform/config/app-config.js';
import { APP_CONFIG } from '../../platform/config/config.module.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { pinyinInitials } from '../../platform/text/pinyin-initials.js';
import type { ConfirmedPerson } from './identity-provider.js';

interface Account {
  readonly id: string;
  readonly state: string;
}

const LINKED = `select id, state from users where sso_issuer = $1 and sso_subject = $2 for update`;
/** Only people who are linked to nobody else, and only if there is just one. */
const MATCHING = {
  email: `select id, state from users where lower(email) = lower($1) and sso_issuer is null and state in ('invited', 'active') for update`,
  username: `select id, state from users where username = $1 and sso_issuer is null and state in ('invited', 'active') for update`,
};
const LINK = `update users set sso_issuer = $2, sso_subject = $3, state = 'active', version = version + 1, updated_at = now() where id = $1`;
const ADD = `insert into users (username, display_name, email, initials, must_change_password, sso_issuer, sso_subject)
  values ($1, $2, $3, $4, false, $5, $6) on conflict (username) do nothing returning id, 'active' as state`;
const GIVE_ROLE = `insert into user_roles (user_id, role_id) select $1, id from roles where code = $2 returning id`;

/** The account here of a person there: linked for good at the first sign-in, by issuer and subject. */
@Injectable()
export class SsoAccounts {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  async find(unit: Unit, person: ConfirmedPerson): Promise<Account | undefined> {
    const [linked] = await unit.query<Account>(LINKED, [person.issuer, person.subject]);
    return linked ?? (await this.link(unit, person)) ?? (await this.add(unit, person));
  }

  private async link(unit: Unit, person: ConfirmedPerson): Promise<Account | undefined> {
    const { matchBy } = this.config.sso!;
    const value = person[matchBy];
    if (!value) return undefined;
    const found = await unit.query<Account>(MATCHING[matchBy], [value]);
    if (found.length !== 1) return undefined;
    await unit.query(LINK, [found[0]!.id, person.issuer, person.subject]);
    this.announce(unit, 'user.changed', found[0]!.id);
    return { id: found[0]!.id, state: 'active' };
  }

  /** Somebody nobody entered before; only where the operator named a role for such people. */
  private async add(unit: Unit, person: ConfirmedPerson): Promise<Account | undefined> {
    const { newPeopleRole } = this.config.sso!;
    if (!newPeopleRole) return undefined;
    const username = (person.username ?? person.email ?? '').split('@')[0]!.toLowerCase();
    if (!/^[a-z0-9][a-z0-9._-]{1,49}$/.test(username)) return undefined;
    const name = (person.name ?? username).slice(0, 50);
    const values = [
      username,
      name,
      person.email ?? null,
      pinyinInitials(name),
      person.issuer,
      person.subject,
    ];
    const [added] = await unit.query<Account>(ADD, values);
    if (!added) return undefined;
    if ((await unit.query(GIVE_ROLE, [added.id, newPeopleRole])).length === 0)
      throw new Error(`OIDC_NEW_PEOPLE_ROLE names "${newPeopleRole}", and there is no such role.`);
    this.announce(unit, 'user.created', added.id);
    return added;
  }

  private announce(unit: Unit, name: string, recordId: string): void {
    unit.emit({ name, resource: 'user', recordId, audience: { permission: 'user:read' } });
  }
}
