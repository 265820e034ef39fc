import { SqlMigration } from '../../platform/database/sql-migration.js';

export class CustomerMasterData1761000000055 extends SqlMigration {
  readonly name = 'CustomerMasterData1761000000055';
  protected readonly sql = `
    -- GB 32100: seventeen characters weighed by powers of three, the eighteenth completes the sum to a multiple of 31.
    create function is_credit_code(code text) returns boolean language sql immutable strict parallel safe
      return code ~ '^[0-9A-HJ-NP-RTUWXY]{18}$' and (
        select sum((strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, i, 1)) - 1)
                   * (array[1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28,1])[i]) % 31 = 0
          from generate_series(1, 18) as i);

    -- As it is compared: digits alone, a mobile number without the country's prefix.
    create function normal_phone(phone text) returns text language sql immutable parallel safe
      return regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), '^(00)?86(?=1[3-9][0-9]{9}$)', '');

    alter table customers
      add column credit_code text constraint ck_customers_credit_code check (is_credit_code(credit_code)),
      add column email text constraint ck_customers_email check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
      add column importance text,
      add column industry text,
      add column channel text,
      add column region text,
      add column life_cycle text,
      -- What was agreed last, and when it was last spoken to; both follow from its activities.
      add column next_follow_up_on date,
      add column last_contact_at timestamptz,
      add column phone_normal text generated always as (normal_phone(phone)) stored,
      add column email_normal text generated always as (lower(email)) stored,
      add column importance_dictionary text generated always as ('customer-importance') stored,
      add column industry_dictionary text generated always as ('customer-industry') stored,
      add column channel_dictionary text generated always as ('customer-channel') stored,
      add column region_dictionary text generated always as ('customer-region') stored,
      add column life_cycle_dictionary text generated always as ('customer-life-cycle') stored,
      alter column search_text set expression as
        (lower(name || ' ' || initials || ' ' || number || ' ' || coalesce(normal_phone(phone), '') || ' ' || coalesce(credit_code, '')
               || ' ' || coalesce(email, '')));

    select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system", "action": "system.upgrade"}', true);
    insert into dictionaries (code, label_zh, label_en, is_open, is_built_in) values
      ('customer-importance', '客户重要程度', 'Importance', true, true),
      ('customer-industry', '行业', 'Industry', true, true),
      ('customer-channel', '渠道类型', 'Channel', true, true),
      ('customer-region', '客户区域', 'Customer region', true, true),
      ('customer-life-cycle', '客户生命周期', 'Life cycle', true, true),
      ('address-kind', '地址用途', 'Use of an address', true, true);
    insert into dictionary_values (dictionary, code, label_zh, label_en, colour, position) values
      ('customer-importance', 'key', '战略客户', 'Key', 'red', 1),
      ('customer-importance', 'a', 'A 级', 'A', 'orange', 2),
      ('customer-importance', 'b', 'B 级', 'B', 'blue', 3),
      ('customer-importance', 'c', 'C 级', 'C', 'grey', 4),
      ('customer-industry', 'food', '食品饮料', 'Food and drink', null, 1),
      ('customer-industry', 'chemicals', '化工', 'Chemicals', null, 2),
      ('customer-industry', 'energy', '能源', 'Energy', null, 3),
      ('customer-industry', 'pharmaceuticals', '医药', 'Pharmaceuticals', null, 4),
      ('customer-industry', 'machinery', '机械制造', 'Machinery', null, 5),
      ('customer-industry', 'building', '建筑建材', 'Building', null, 6),
      ('customer-industry', 'retail', '批发零售', 'Trade', null, 7),
      ('customer-industry', 'services', '服务业', 'Services', null, 8),
      ('customer-industry', 'public', '政府事业', 'Public sector', null, 9),
      ('customer-industry', 'other', '其他', 'Other', null, 10),
      ('customer-channel', 'retail', '店面零售', 'Retail', null, 1),
      ('customer-channel', 'direct', '直销', 'Direct sales', null, 2),
      ('customer-channel', 'distribution', '经销', 'Distribution', null, 3),
      ('customer-channel', 'online', '线上', 'Online', null, 4),
      ('customer-region', 'east', '华东', 'East China', null, 1),
      ('customer-region', 'north', '华北', 'North China', null, 2),
      ('customer-region', 'northeast', '东北', 'North-east China', null, 3),
      ('customer-region', 'central', '华中', 'Central China', null, 4),
      ('customer-region', 'south', '华南', 'South China', null, 5),
      ('customer-region', 'southwest', '西南', 'South-west China', null, 6),
      ('customer-region', 'northwest', '西北', 'North-west China', null, 7),
      ('customer-region', 'abroad', '海外', 'Abroad', null, 8),
      ('customer-life-cycle', 'new', '初识', 'New', 'grey', 1),
      ('customer-life-cycle', 'growing', '成长', 'Growing', 'blue', 2),
      ('customer-life-cycle', 'steady', '稳定', 'Steady', 'green', 3),
      ('customer-life-cycle', 'at-risk', '衰退', 'At risk', 'orange', 4),
      ('customer-life-cycle', 'lost', '流失', 'Lost', 'red', 5),
      ('address-kind', 'registered', '注册地址', 'Registered', null, 1),
      ('address-kind', 'office', '办公地址', 'Office', null, 2),
      ('address-kind', 'delivery', '收货地址', 'Delivery', null, 3),
      ('address-kind', 'invoice', '收票地址', 'Invoices', null, 4);

    alter table customers
      add constraint fk_customers_importance foreign key (importance_dictionary, importance) references dictionary_values (dictionary, code),
      add constraint fk_customers_industry foreign key (industry_dictionary, industry) references dictionary_values (dictionary, code),
      add constraint fk_customers_channel foreign key (channel_dictionary, channel) references dictionary_values (dictionary, code),
      add constraint fk_customers_region foreign key (region_dictionary, region) references dictionary_values (dictionary, code),
      add constraint fk_customers_life_cycle foreign key (life_cycle_dictionary, life_cycle) references dictionary_values (dictionary, code);
    drop trigger audit_insert on customers;
    drop trigger audit_update on customers;
    drop trigger audit_delete on customers;
    call audit_table('customers', 'customer', 'search_text,initials,class_dictionary,source_dictionary,phone_normal,email_normal,'
      || 'importance_dictionary,industry_dictionary,channel_dictionary,region_dictionary,life_cycle_dictionary');

    create index ix_customers_credit_code on customers (credit_code) where credit_code is not null;
    create index ix_customers_phone on customers (phone_normal) where phone_normal is not null;
    create index ix_customers_place on customers (province, city) where deleted_at is null;
    create index ix_customers_follow_up on customers ((coalesce(next_follow_up_on, 'infinity'::date)), id) where deleted_at is null;
    create index ix_customers_last_contact on customers ((coalesce(last_contact_at, '-infinity'::timestamptz)), id) where deleted_at is null;

    create function refuse_retired_customer_words() returns trigger language plpgsql as $$
    declare
      word record;
    begin
      for word in
        select w.name, w.dictionary, w.value from (values
          ('importance', 'customer-importance', new.importance, case tg_op when 'UPDATE' then old.importance end),
          ('industry', 'customer-industry', new.industry, case tg_op when 'UPDATE' then old.industry end),
          ('channel', 'customer-channel', new.channel, case tg_op when 'UPDATE' then old.channel end),
          ('region', 'customer-region', new.region, case tg_op when 'UPDATE' then old.region end),
          ('life_cycle', 'customer-life-cycle', new.life_cycle, case tg_op when 'UPDATE' then old.life_cycle end)
        ) as w(name, dictionary, value, before)
        join dictionary_values v on v.dictionary = w.dictionary and v.code = w.value and v.retired_at is not null
        where w.value is distinct from w.before
      loop
        raise exception '"%" is retired', word.value using errcode = '23514', constraint = 'ck_customers_' || word.name || '_in_use';
      end loop;
      return new;
    end $$;
    create trigger customers_words_in_use before insert or update of importance, industry, channel, region, life_cycle on customers
      for each row when (coalesce(new.importance, new.industry, new.channel, new.region, new.life_cycle) is not null)
      execute function refuse_retired_customer_words();

    -- How a customer came to its stage and through its life. Written by the database, whoever changes it; the reason is the caller's.
    create table customer_stage_changes (
      id          uuid not null default uuidv7() constraint pk_customer_stage_changes primary key,
      customer_id uuid not null constraint fk_customer_stage_changes_customer references customers (id) on delete cascade,
      aspect      text not null constraint ck_customer_stage_changes_aspect check (aspect in ('stage', 'life-cycle')),
      before      text,
      after       text,
      reason      text,
      changed_by  uuid not null,
      changed_at  timestamptz not null default now(),
      version     int not null default 1
    );
    create index ix_customer_stage_changes_customer on customer_stage_changes (customer_id, changed_at, id);
    call audit_table('customer_stage_changes', 'customer-stage-change');
    create function note_customer_stages() returns trigger language plpgsql as $$
    declare
      author uuid := (nullif(current_setting('juke.context', true), '')::jsonb ->> 'actorId')::uuid;
      reason text := nullif(current_setting('juke.reason', true), '');
    begin
      if new.stage is distinct from old.stage then
        insert into customer_stage_changes (customer_id, aspect, before, after, reason, changed_by)
          values (new.id, 'stage', old.stage, new.stage, reason, author);
      end if;
      if new.life_cycle is distinct from old.life_cycle then
        insert into customer_stage_changes (customer_id, aspect, before, after, reason, changed_by)
          values (new.id, 'life-cycle', old.life_cycle, new.life_cycle, reason, author);
      end if;
      return null;
    end $$;
    create trigger customers_stages after update of stage, life_cycle on customers for each row
      when (new.stage is distinct from old.stage or new.life_cycle is distinct from old.life_cycle) execute function note_customer_stages();

    create table customer_addresses (
      id            uuid not null default uuidv7() constraint pk_customer_addresses primary key,
      customer_id   uuid not null constraint fk_customer_addresses_customer references customers (id),
      kind          text not null,
      -- Code of the lowest division that is known: province, city or county.
      division_code text constraint ck_customer_addresses_division check (division_code ~ '^[1-9][0-9]([0-9]{2}([0-9]{2})?)?$'),
      detail        text not null constraint ck_customer_addresses_detail check (detail <> ''),
      receiver      text,
      is_default    boolean not null default false,
      kind_dictionary text generated always as ('address-kind') stored,
      version       int not null default 1,
      created_at    timestamptz not null default now(),
      updated_at    timestamptz not null default now(),
      constraint fk_customer_addresses_kind foreign key (kind_dictionary, kind) references dictionary_values (dictionary, code)
    );
    create index ix_customer_addresses_customer on customer_addresses (customer_id, created_at, id);
    create unique index uq_customer_addresses_default on customer_addresses (customer_id) where is_default;
    call audit_table('customer_addresses', 'customer-address', 'kind_dictionary');

    -- Where it banks and how it is invoiced: beside the customer, because few may see it.
    create table customer_finances (
      id              uuid not null default uuidv7() constraint pk_customer_finances primary key,
      customer_id     uuid not null constraint fk_customer_finances_customer references customers (id),
      invoice_title   text,
      tax_number      text constraint ck_customer_finances_tax_number check (tax_number ~ '^[0-9A-Z]{15,20}$'),
      bank_name       text,
      bank_account    text constraint ck_customer_finances_bank_account check (bank_account ~ '^[0-9]{6,32}$'),
      invoice_address text,
      invoice_phone   text,
      version         int not null default 1,
      created_at      timestamptz not null default now(),
      updated_at      timestamptz not null default now(),
      constraint uq_customer_finances_customer unique (customer_id)
    );
    call audit_table('customer_finances', 'customer-finance');

    -- Whoever sees what customers may owe sees how they are invoiced; the company narrows it as it likes.
    insert into role_permissions (role_id, permission, scope)
      select role_id, 'customer:see-finance', 'all' from role_permissions where permission = 'customer:see-credit'
      union
      select c.role_id, 'customer:change-finance', c.scope from role_permissions c
        join role_permissions s on s.role_id = c.role_id and s.permission = 'customer:see-credit' where c.permission = 'customer:change'
      on conflict (role_id, permission) do nothing;
    analyze customers;
  `;
}
