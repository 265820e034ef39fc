import { SqlMigration } from '../../platform/database/sql-migration.js';

export class PhoneMasks1761000000014 extends SqlMigration {
  readonly name = 'PhoneMasks1761000000014';
  protected readonly sql = `
    -- Too short a number is covered whole: its ends would give it away.
    create function mask_phone(value text) returns text
      language sql immutable parallel safe
      return case when char_length(value) >= 11 then left(value, 3) || '****' || right(value, 4)
                  when char_length(value) >= 7 then left(value, 3) || '****'
                  when value is not null then '****' end;

    create function mask_phone_in(columns jsonb, key text) returns jsonb
      language sql immutable parallel safe
      return case when columns ->> key is not null
                  then jsonb_set(columns, array[key], to_jsonb(mask_phone(columns ->> key))) else columns end;

    -- A covered number is never stored over the real one, whoever writes and however. Old rows are not looked at.
    alter table customers add constraint ck_customers_phone_uncovered check (phone not like '%***%') not valid;
    alter table contacts add constraint ck_contacts_phone_uncovered check (phone not like '%***%') not valid;

    -- Whoever saw phone numbers until now goes on seeing them; the company narrows it as it likes.
    select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system",
      "action": "system.upgrade"}', true);
    insert into role_permissions (role_id, permission, scope)
      select role_id, 'customer:see-phone', 'all' from role_permissions where permission = 'customer:read'
      on conflict (role_id, permission) do nothing;
  `;
}
