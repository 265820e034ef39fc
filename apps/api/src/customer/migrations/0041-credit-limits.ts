import { SqlMigration } from '../../platform/database/sql-migration.js';

export class CreditLimits1761000000041 extends SqlMigration {
  readonly name = 'CreditLimits1761000000041';
  protected readonly sql = `
    alter table customers
      add column credit_limit numeric(18,2) constraint ck_customers_credit_limit check (credit_limit >= 0),
      add column payment_terms_days int constraint ck_customers_payment_terms check (payment_terms_days between 0 and 365);

    -- A request to change what a customer may owe and for how long. The customer changes only when it takes effect.
    create table credit_limit_changes (
      id             uuid not null default uuidv7() constraint pk_credit_limit_changes primary key,
      number         text not null,
      customer_id    uuid not null constraint fk_credit_limit_changes_customer references customers (id),
      -- What was true when it was submitted; null before, and where the customer had none.
      old_limit      numeric(18,2),
      old_terms_days int,
      new_limit      numeric(18,2) not null constraint ck_credit_limit_changes_limit check (new_limit >= 0),
      new_terms_days int not null constraint ck_credit_limit_changes_terms check (new_terms_days between 0 and 365),
      reason         text not null constraint ck_credit_limit_changes_reason check (reason <> ''),
      file_ids       uuid[] not null default '{}',
      state          text not null default 'draft' constraint ck_credit_limit_changes_state
                     check (state in ('draft', 'in_review', 'effective', 'returned', 'withdrawn')),
      return_reason  text,
      owner_id       uuid constraint fk_credit_limit_changes_owner references users (id),
      department_id  uuid constraint fk_credit_limit_changes_department references departments (id),
      effective_at   timestamptz,
      version        int not null default 1,
      created_at     timestamptz not null default now(),
      updated_at     timestamptz not null default now(),
      constraint uq_credit_limit_changes_number unique (number),
      constraint ck_credit_limit_changes_effective check ((effective_at is not null) = (state = 'effective'))
    );
    -- Two at once would each be decided on values that the other changes.
    create unique index uq_credit_limit_changes_in_review on credit_limit_changes (customer_id) where state = 'in_review';
    create index ix_credit_limit_changes_customer on credit_limit_changes (customer_id, created_at, id);
    create index ix_credit_limit_changes_created on credit_limit_changes (created_at, id);
    create index ix_credit_limit_changes_owner on credit_limit_changes (owner_id, created_at, id);
    call audit_table('credit_limit_changes', 'credit-limit-change');

    select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system",
      "action": "system.upgrade"}', true);
    insert into numbering_rules (resource, pattern, reset) values ('credit-limit-change', 'XE{yyyy}{seq:4}', 'yearly');
    create function give_credit_change_number() returns trigger language plpgsql as $$
    begin
      loop
        new.number := next_number('credit-limit-change', new.department_id);
        exit when not exists (select 1 from credit_limit_changes x where x.number = new.number);
      end loop;
      return new;
    end $$;
    create trigger credit_limit_changes_number before insert on credit_limit_changes
      for each row when (new.number is null) execute function give_credit_change_number();

    -- Whoever keeps customers may ask for their credit; the company narrows it as it likes.
    insert into role_permissions (role_id, permission, scope)
      select role_id, p.permission, case p.permission when 'customer:see-credit' then 'all' else scope end
        from role_permissions, (values ('customer:see-credit'), ('credit-limit-change:read'), ('credit-limit-change:create')) as p(permission)
       where role_permissions.permission = 'customer:change'
      on conflict (role_id, permission) do nothing;
  `;
}
